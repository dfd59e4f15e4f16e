import Notebook

/// The labels of a lesson, in blocks and in prose, and where each is defined.
struct LabelTable {
  /// More mistyped labels than these are not searched for what is meant.
  private static let suggestions = 50

  private var definitions: [(label: String, range: SourceRange?)] = []
  private var names: Set<String> = []
  /// Why there is nothing to see of what has a label, by the label.
  private var hidden: [String: String] = [:]
  private var unknown = 0

  /// Notes a label; it has no range where its words could not be found.
  mutating func define(_ label: String, at range: SourceRange?) {
    definitions.append((label, range))
    names.insert(label)
  }

  /// Notes the label of a block, if it has one.
  mutating func define(_ block: Block) {
    guard let label = block.options.label else { return }
    define(label.text, at: label.range)
    let option = block.options.include ? block.options.output ? nil : "output" : "include"
    if let option {
      hidden[label.text] = "'\(label.text)' is not shown: its block has '\(option): false'"
    }
  }

  /// Every definition of a label but the first one of the lesson is a mistake.
  func duplicates(in source: SourceText) -> [Diagnostic] {
    var lines: [String: Int] = [:]
    let inOrder = definitions.sorted { ($0.range?.lower ?? 0) < ($1.range?.lower ?? 0) }
    return inOrder.compactMap { label, range in
      guard let line = lines[label] else {
        lines[label] = source.lineNumber(of: range?.lower ?? 0)
        return nil
      }
      return .error(
        .duplicateLabel, "label '\(label)' is already used on line \(line)", at: range)
    }
  }

  /// What is to be said of words that resemble a citation: nothing, unless something has the label.
  func problem(with words: Prose.Miscitation) -> Diagnostic? {
    guard names.contains(words.label) else { return nil }
    let hint = words.suggestion
    return .warning(
      .mistypedCitation, "'\(words.written)' cites nothing\(hint)", at: words.range,
      suggestion: hint)
  }

  /// What is wrong with a citation, if anything is.
  mutating func problem(with reference: Prose.Reference) -> Diagnostic? {
    if let reason = hidden[reference.label] {
      return .error(.unknownLabel, reason, at: reference.range)
    }
    if names.contains(reference.label) { return nil }
    unknown += 1
    let hint = suggestion(
      for: reference.label, among: unknown > Self.suggestions ? [] : names.sorted())
    return .error(
      .unknownLabel, "nothing is labelled '\(reference.label)'\(hint)", at: reference.range,
      suggestion: hint)
  }
}
