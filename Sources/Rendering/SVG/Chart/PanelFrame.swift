import Execution

/// Where one plot of a chart goes, and what its axes show.
struct PanelFrame: Sendable {
  /// What sets the plot apart from the others; empty for the only one.
  let title: String
  /// The title as it stands above the plot.
  let titleLines: [String]
  /// How far above the plot the title stands.
  let titleGap: Double
  let plot: Rectangle
  let x: Scale
  let y: Scale
  /// Whether the labels of the axes stand beside this plot, or only beside its neighbours.
  let showsXLabels: Bool
  let showsYLabels: Bool

  static let titleLineHeight = 15.0
  private static let titleSize = 12.5

  /// A title in the lines that it takes above a plot of a width. Bold letters are broader than others.
  static func titleLines(_ title: String, width: Double) -> [String] {
    TextMetrics.titleLines(title, size: titleSize * 1.13, width: width)
  }

  /// Draws the title above the plot.
  func drawTitle(into markup: inout Markup) {
    for (index, line) in titleLines.enumerated() {
      let linesBelow = Double(titleLines.count - 1 - index)
      let baseline = plot.top - titleGap - linesBelow * Self.titleLineHeight
      TextMark(line, at: Point(x: plot.left, y: baseline), style: "panel-title")
        .draw(into: &markup)
    }
  }
}
