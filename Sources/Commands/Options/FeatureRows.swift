import Execution
import Notebook

/// One example, or several, that a lesson asks a network about.
struct FeatureRows: OptionValue {
  var rows: [FeatureRow]
  var isList: Bool

  static var typeDescription: String {
    "a row of numbers or a mapping such as {rooms: 3, kind: flat}, or a list of these"
  }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> FeatureRows? {
    guard let resolved = reader.resolve(node) else { return nil }
    switch resolved.content {
    case .mapping(let items) where !items.isEmpty:
      let row = FeatureRow.columns(in: items, at: resolved.range, with: &reader)
      return row.map { FeatureRows(rows: [$0], isList: false) }
    case .sequence(let items) where items.first?.scalar == nil && !items.isEmpty:
      let rows = items.map { FeatureRow.read($0, of: entry, with: &reader) }
      let read = rows.compactMap(\.self)
      return read.count == rows.count ? FeatureRows(rows: read, isList: true) : nil
    case .sequence(let items) where !items.isEmpty:
      return [Double].read(resolved, of: entry, with: &reader).map {
        FeatureRows(rows: [.numbers($0, at: resolved.range)], isList: false)
      }
    default:
      reader.mismatch(resolved, of: entry, expected: typeDescription)
      return nil
    }
  }

  var written: String? { nil }
}
