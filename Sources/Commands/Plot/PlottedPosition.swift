import Execution
import Notebook

/// What runs along the horizontal axis of a plot.
enum PlottedPosition: OptionValue {
  /// Epochs; those of a series along updates are fractions.
  case epoch
  /// Updates: an epoch has as many as batches fit into it.
  case update
  /// A setting of a sweep, for one number per run.
  case setting(String)
  /// As many values as the series have.
  case path(Expression, Shape)

  static var typeDescription: String {
    "epoch, update, a setting of a sweep, or a path"
  }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> PlottedPosition? {
    guard let resolved = reader.resolve(node) else { return nil }
    guard let word = resolved.text else {
      reader.mismatch(resolved, of: entry, expected: typeDescription)
      return nil
    }
    switch word {
    case "epoch": return .epoch
    case "update": return .update
    default: break
    }
    if word.utf8.allSatisfy({ (97...122).contains($0) || $0 == 95 }) { return .setting(word) }
    guard let (path, shape) = Expression.readWithShape(node, of: entry, with: &reader) else {
      return nil
    }
    switch shape {
    case .unknown, .series, .list(_, .number), .list(_, .unknown), .grid: return .path(path, shape)
    default:
      reader.error(
        .notASeries, "'\(entry.key)' is \(typeDescription) to a series, not \(shape.description)",
        at: path.range)
      return nil
    }
  }

  var written: String? { nil }
}
