/// What a cell of a heatmap is filled with.
enum CellPaint: Sendable {
  case color(RGB)
  /// Nothing, for a pair of classes that no example has.
  case blank
  /// Hatching, for a value that is not finite.
  case hatch
}
