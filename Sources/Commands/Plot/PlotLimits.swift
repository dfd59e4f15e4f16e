import Execution
import Notebook

/// Where the axes of a plot begin and end, if the lesson says so.
struct PlotLimits: OptionValue {
  /// The ends of one axis, and where they are written.
  struct Ends: Sendable {
    var lower: Double
    var upper: Double
    var range: SourceRange

    var closedRange: ClosedRange<Double> { lower...upper }
  }

  var x: Ends?
  var y: Ends?

  static var typeDescription: String {
    "two numbers for the vertical axis, or a mapping with two numbers for x, for y or for both"
  }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> PlotLimits? {
    guard let node = reader.resolve(node) else { return nil }
    var limits = PlotLimits()
    switch node.content {
    case .sequence:
      guard let ends = ends(node, of: entry, with: &reader) else { return nil }
      limits.y = ends
    case .mapping(let axes) where !axes.isEmpty:
      for axis in axes {
        guard axis.key == "x" || axis.key == "y" else {
          reader.error(
            .unknownChoice, "'\(entry.key)' has x and y, not '\(axis.key)'", at: axis.keyRange)
          return nil
        }
        guard let ends = ends(axis.value, of: axis, with: &reader) else { return nil }
        if axis.key == "x" { limits.x = ends } else { limits.y = ends }
      }
    default:
      reader.mismatch(node, of: entry, expected: typeDescription)
      return nil
    }
    return limits
  }

  private static func ends(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Ends? {
    guard let numbers = [Double].read(node, of: entry, with: &reader) else { return nil }
    guard numbers.count == 2, numbers[0] < numbers[1], numbers[1] - numbers[0] < 1e300 else {
      reader.error(
        .outOfRange, "limits are two numbers, the lower one first, such as [0, 0.5]",
        at: node.range)
      return nil
    }
    return Ends(lower: numbers[0], upper: numbers[1], range: node.range)
  }

  var written: String? { nil }
}
