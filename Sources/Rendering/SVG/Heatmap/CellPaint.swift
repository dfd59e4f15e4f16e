/// What a cell of a heatmap is filled with.
enum CellPaint: Sendable {
  case color(RGB)
  /// Hatching, for a value that is not finite.
  case hatch
}
