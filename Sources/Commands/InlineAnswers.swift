import Execution
import Notebook

/// The labels of a data set: of rows in place, or the file that holds those of pictures.
enum LabelChoice: OptionValue {
  case inPlace([String])
  case file(Location)

  static var typeDescription: String { "a list of labels, or a file with those of pictures" }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> LabelChoice? {
    guard let resolved = reader.resolve(node) else { return nil }
    switch resolved.content {
    case .sequence:
      return [String].read(resolved, of: entry, with: &reader).map { .inPlace($0) }
    case .scalar where !resolved.isMissing:
      return Location.read(node, of: entry, with: &reader).map { .file($0) }
    default:
      reader.mismatch(resolved, of: entry, expected: typeDescription)
      return nil
    }
  }

  var written: String? { nil }
}

/// The numbers to be predicted of rows in place: one for each row, or a list of several.
struct InlineTargets: OptionValue {
  var rows: [[Double]]

  static var typeDescription: String { "a list of numbers, or of rows of numbers" }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> InlineTargets? {
    guard let resolved = reader.resolve(node) else { return nil }
    guard case .sequence(let items) = resolved.content, let first = items.first else {
      reader.mismatch(resolved, of: entry, expected: typeDescription)
      return nil
    }
    if case .sequence = first.content {
      return [[Double]].read(resolved, of: entry, with: &reader).map { InlineTargets(rows: $0) }
    }
    return [Double].read(resolved, of: entry, with: &reader).map { numbers in
      InlineTargets(rows: numbers.map { [$0] })
    }
  }

  var written: String? { nil }
}
