import Execution
import Notebook

/// The labels of a data set: of rows in place, or the file that holds those of pictures.
enum LabelChoice: OptionValue {
  case inPlace([Placed<String>])
  case file(Location)

  static var typeDescription: String { "a list of labels, or a file with those of pictures" }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> LabelChoice? {
    guard let resolved = reader.resolve(node) else { return nil }
    switch resolved.content {
    case .sequence:
      return [Placed<String>].read(resolved, of: entry, with: &reader).map { .inPlace($0) }
    case .scalar where resolved.text != nil:
      return Location.read(node, of: entry, with: &reader).map { .file($0) }
    default:
      reader.mismatch(resolved, of: entry, expected: typeDescription)
      return nil
    }
  }

  var written: String? { nil }
}
