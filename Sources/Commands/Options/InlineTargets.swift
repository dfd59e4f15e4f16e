import Execution
import Notebook

/// The numbers to be predicted of rows in place: one for each row, or a list of several.
struct InlineTargets: OptionValue {
  var rows: [Placed<[Double]>]

  static var typeDescription: String { "a list of numbers, or of rows of numbers" }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> InlineTargets? {
    guard let list = reader.list(node, of: entry, expected: typeDescription) else { return nil }
    if list.holdsLists {
      return [Placed<[Double]>].read(list.node, of: entry, with: &reader).map {
        InlineTargets(rows: $0)
      }
    }
    return [Placed<Double>].read(list.node, of: entry, with: &reader).map { numbers in
      InlineTargets(rows: numbers.map { Placed(value: [$0.value], range: $0.range) })
    }
  }

  var written: String? { nil }
}
