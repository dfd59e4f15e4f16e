import Execution

/// Where one plot of a chart goes, and what its axes show.
struct PanelFrame: Sendable {
  /// What sets the plot apart from the others; empty for the only one.
  let title: String
  let plot: Rectangle
  let x: Scale
  let y: Scale
  /// Whether the labels of the axes stand beside this plot, or only beside its neighbours.
  let showsXLabels: Bool
  let showsYLabels: Bool
}
