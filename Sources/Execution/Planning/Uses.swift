import Notebook

/// Which blocks and parameters of a lesson something uses.
///
/// Nothing is said of what a mistake elsewhere may only seem to leave unused: in a part that cannot be read, every word
/// counts as a use, and so does what a mistyped name probably means.
struct Uses {
  private static let hiding: Set<DiagnosticCode> = [
    .unreadableText, .tooMuch, .badFence, .badName, .nestedBlock,
  ]
  /// Mistakes after which a block may have been meant to read any other.
  private static let leavingOpen: Set<DiagnosticCode> = [
    .unknownName, .wrongKind, .unknownParameter, .unknownOption, .missingOption, .wrongType,
    .emptyList,
  ]

  private var blocks: Set<Int> = []
  private var parameters: Set<String> = []
  private var words: Set<String> = []
  private var mayReadAnyBlock = false

  /// What an option or a value in prose refers to.
  mutating func note(_ reader: OptionReader) {
    blocks.formUnion(reader.dependencies)
    parameters.formUnion(reader.usedParameters)
  }

  /// What a part with mistakes in it may refer to.
  mutating func noteWords(of text: String) {
    words.formUnion(text.namelikeWords)
  }

  /// What mistyped names may mean.
  mutating func noteMeaning(of problems: [Diagnostic]) {
    words.formUnion(problems.compactMap(\.suggestion?.meant))
    mayReadAnyBlock =
      mayReadAnyBlock
      || problems.contains { Self.leavingOpen.contains($0.code) && $0.suggestion?.meant == nil }
  }

  func unused(
    in notebook: Notebook, _ steps: [Plan.Step], _ commands: [String: any Command.Type]
  ) -> [Diagnostic] {
    // A fence that is not even a block may use anything.
    if notebook.diagnostics.contains(where: { Self.hiding.contains($0.code) }) { return [] }
    let unread = mayReadAnyBlock ? [] : unusedBlocks(steps, commands)
    return unread + unusedParameters(notebook.frontMatter.parameters)
  }

  private func unusedBlocks(
    _ steps: [Plan.Step], _ commands: [String: any Command.Type]
  ) -> [Diagnostic] {
    // Where nothing else stands, the blocks are there for what they say about themselves.
    guard steps.contains(where: { commands[$0.block.command]?.isUsefulAlone == true }) else {
      return []
    }
    return steps.enumerated().compactMap { index, step in
      guard let name = step.block.name, step.command != nil, !blocks.contains(index),
        !words.contains(name), commands[step.block.command]?.isUsefulAlone == false
      else { return nil }
      return .warning(.unusedBlock, "nothing reads '\(name)'", at: step.block.nameRange)
    }
  }

  private func unusedParameters(_ declared: [Parameter]) -> [Diagnostic] {
    declared.filter { !parameters.contains($0.name) && !words.contains($0.name) }.map {
      .warning(.unusedParameter, "nothing uses parameter '\($0.name)'", at: $0.nameRange)
    }
  }
}

extension String {
  /// The words of letters, digits and '_' in it, among which are all names.
  var namelikeWords: [String] {
    split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
  }
}
