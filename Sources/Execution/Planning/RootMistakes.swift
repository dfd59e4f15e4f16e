import Notebook

/// The mistakes of a lesson without those that only follow from others.
struct RootMistakes {
  /// What is left to be told, in reading order.
  private(set) var all: [Diagnostic] = []
  /// The fences that are no blocks, by what they would make: something reads it.
  private(set) var shownFences: [String: ShownFence] = [:]

  /// Looks through what the check of a lesson has found.
  ///
  /// - Parameter commands: the names of all commands.
  init(_ found: [Diagnostic], in notebook: Notebook, commands: Set<String>) {
    let lostNames = Self.lostNames(in: notebook)
    let refusedNames = RefusedNames(in: notebook)
    let candidates = notebook.shownFences.filter { commands.contains($0.command) }
    let fences = Dictionary(
      candidates.compactMap { fence in fence.name.map { ($0, fence) } }
    ) { first, _ in first }
    for diagnostic in found.inReadingOrder {
      let name = diagnostic.suggestion?.written ?? ""
      switch diagnostic.code {
      case .unknownParameter where !notebook.frontMatter.hasReadableParameters: break
      case .badExpression, .notASeries, .unknownParameter:
        if !refusedNames.stand(at: diagnostic.range) { all.append(diagnostic) }
      case .unknownName where lostNames.contains(name): break
      case .unknownName:
        if let fence = fences[name] {
          take(diagnostic, of: fence, named: name)
        } else {
          all.append(diagnostic)
        }
      default: all.append(diagnostic)
      }
    }
  }

  /// The names that fences may make that are no blocks. A formula takes a refused name, such as 'a-b', for several words.
  private static func lostNames(in notebook: Notebook) -> Set<String> {
    let source = notebook.source
    let words = notebook.lostFences.flatMap { fence in
      let header = source.string(in: source.rangeOfLine(source.lineNumber(of: fence.lower)))
      return header.namelikeWords + header.split { " \t{}".contains($0) }.map(String.init)
    }
    return Set(words)
  }

  /// Takes a use of what a fence does not make; the first one stands for all.
  private mutating func take(_ unknown: Diagnostic, of fence: ShownFence, named name: String) {
    if shownFences.updateValue(fence, forKey: name) != nil { return }
    let reason =
      switch fence.flaw {
      case .bare: "is no block without braces"
      case .indented: "is indented too far to be a block"
      }
    all.append(
      .error(
        .unknownName,
        "unknown name '\(name)': the fence on line \(fence.line) \(reason): \(fence.header)",
        at: unknown.range))
  }
}
