import Execution

/// One mark of a plot with what it draws.
struct PlottedLayer {
  var mark: Mark
  /// The option that asks for it.
  var option: String
  var entries: [PlottedPaths.Entry]
}

extension Mark {
  /// How far in front it is drawn: what is filled hides no lines, and lines no points.
  var level: Int {
    switch self {
    case .area: 0
    case .bars: 1
    case .line: 2
    case .points: 3
    }
  }
}
