import Execution
import Notebook

/// The inputs of a data set: columns of a file, or numbers written in the lesson.
enum FeatureChoice: OptionValue {
  case columns([Placed<String>])
  case rows([Placed<[Double]>])

  static var typeDescription: String { "a list of column names, or of rows of numbers" }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> FeatureChoice? {
    guard let list = reader.list(node, of: entry, expected: typeDescription) else { return nil }
    if list.holdsLists {
      return [Placed<[Double]>].read(list.node, of: entry, with: &reader).map { .rows($0) }
    }
    return [Placed<String>].read(list.node, of: entry, with: &reader).map { .columns($0) }
  }

  var written: String? { nil }
}
