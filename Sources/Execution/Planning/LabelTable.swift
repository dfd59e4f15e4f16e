import Notebook

/// The labels of a lesson, in blocks and in prose, and where each is defined.
struct LabelTable {
  /// More mistyped labels than these are not searched for what is meant.
  private static let suggestions = 50

  private var definitions: [(label: String, range: SourceRange?, owner: Int)] = []
  private var names: Set<String> = []
  private var unknown = 0

  /// Notes a label; `owner` is where in the lesson that begins which has it.
  mutating func define(_ label: String, at range: SourceRange?, owner: Int) {
    definitions.append((label, range, owner))
    names.insert(label)
  }

  /// Every definition of a label but the first one of the lesson is a mistake.
  func duplicates(in source: SourceText) -> [Diagnostic] {
    var lines: [String: Int] = [:]
    return definitions.sorted { $0.owner < $1.owner }.compactMap { label, range, owner in
      guard let line = lines[label] else {
        lines[label] = source.lineNumber(of: owner)
        return nil
      }
      return .error(
        .duplicateLabel, "label '\(label)' is already used on line \(line)", at: range)
    }
  }

  /// What is wrong with a citation, if anything is.
  mutating func problem(with reference: Prose.Reference) -> Diagnostic? {
    if names.contains(reference.label) { return nil }
    unknown += 1
    let hint = suggestion(
      for: reference.label, among: unknown > Self.suggestions ? [] : names.sorted())
    return .error(
      .unknownLabel, "nothing is labelled '\(reference.label)'\(hint)", at: reference.range,
      suggestion: hint)
  }
}
