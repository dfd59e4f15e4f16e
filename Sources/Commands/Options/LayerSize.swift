import Execution
import Notebook

/// The size of a layer: a number, or `auto`, which takes it from the data.
enum LayerSize: OptionValue, Equatable {
  case units(Int)
  case automatic

  static var typeDescription: String { "a whole number or auto" }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> LayerSize? {
    guard let resolved = reader.resolve(node) else { return nil }
    if let units = resolved.scalar?.integer { return .units(units) }
    if resolved.scalar?.text == "auto" { return .automatic }
    let hint = suggestion(for: resolved.scalar?.text ?? "", among: ["auto"])
    reader.mismatch(
      resolved, of: entry, expected: "a list, each entry \(typeDescription)", hint: hint,
      isText: false)
    return nil
  }

  var written: String? {
    switch self {
    case .units(let units): String(units)
    case .automatic: "auto"
    }
  }

  var boundedNumbers: [(number: Double, range: SourceRange?)] {
    if case .units(let units) = self { [(Double(units), nil)] } else { [] }
  }

  /// The number, if it is known without the data.
  var units: Int? {
    if case .units(let units) = self { units } else { nil }
  }
}
