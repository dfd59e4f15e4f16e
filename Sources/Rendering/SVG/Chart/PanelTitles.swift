import Execution

/// The titles above the plots of a chart, and the room that they take.
struct PanelTitles: Sendable {
  /// The lines of each title.
  let lines: [[String]]
  /// How far above its plot a title stands.
  let gap: Double
  /// How much more room there is than for titles of one line.
  let moreRoom: Double

  private var mostLines: Int { lines.map(\.count).max() ?? 0 }

  init(_ figure: Figure, width: Double) {
    lines = figure.panels.map { PanelFrame.titleLines($0.title, width: width) }
    let most = lines.map(\.count).max() ?? 0
    // The value of a bar that is as high as its plot stands between the plot and its title.
    let valueRoom = most > 0 && figure.hasBars && figure.x.scale == .categorical ? 12.0 : 0
    gap = 9 + valueRoom
    moreRoom = Double(max(0, most - 1)) * PanelFrame.titleLineHeight + valueRoom
  }

  /// How far above a plot the titles of the axes stand: above its own title.
  var rise: Double { 15 + (mostLines == 0 ? 0 : 16 + moreRoom) }

  /// The room above the first plot, below the headline.
  var room: Double { 36 + (lines.count <= 1 && mostLines == 0 ? 0 : 18) + moreRoom }
}
