import Execution
import Notebook

/// The runs whose networks a plot draws, with the labels that the lesson gives them, if any.
struct PlottedRuns: OptionValue {
  struct Entry: Sendable {
    var label: String?
    var run: Reference<TrainingRun>
  }

  var entries: [Entry]

  static var typeDescription: String {
    "\(Reference<TrainingRun>.typeDescription), a list of these, or a mapping from labels to these"
  }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> PlottedRuns? {
    guard let resolved = reader.resolve(node) else { return nil }
    switch resolved.content {
    case .mapping(let labelled) where !labelled.isEmpty:
      return PlottedRuns(
        labelled.map { item in
          let label = item.label(with: &reader)
          return run(in: item.value, label: label, of: entry, with: &reader)
        })
    case .sequence(let items) where !items.isEmpty:
      return PlottedRuns(items.map { run(in: $0, label: nil, of: entry, with: &reader) })
    case .sequence, .mapping:
      reader.error(.emptyList, "'\(entry.key)' is an empty list", at: node.range)
      return nil
    case .scalar:
      return PlottedRuns([run(in: node, label: nil, of: entry, with: &reader)])
    }
  }

  private static func run(
    in node: YAMLNode, label: String?, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Entry? {
    Reference<TrainingRun>.read(node, of: entry, with: &reader).map { Entry(label: label, run: $0) }
  }

  /// The entries, or nil if one of them could not be read.
  private init?(_ entries: [Entry?]) {
    let read = entries.compactMap(\.self)
    if read.count != entries.count { return nil }
    self.entries = read
  }

  var written: String? { nil }
}

extension YAMLNode.Entry {
  /// The key as words of a figure, with parameters put in; as it is written, with a diagnostic, where they do not fit.
  func label(with reader: inout OptionReader) -> String {
    let words = YAMLNode(.scalar(.init(key, isQuoted: true)), range: keyRange)
    return String.read(words, of: self, with: &reader) ?? key
  }
}
