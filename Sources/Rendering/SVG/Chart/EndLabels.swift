import Execution

/// The names of a panel's series beside their ends, or their numbers in the list of names, moved
/// apart where they would collide.
struct EndLabels: Sendable {
  private struct Label {
    let number: Int
    let text: String
    let end: Point
    let color: Series.Color
    /// The middle of the label.
    var height: Double
  }

  private let frame: PanelFrame
  private let layout: ChartLayout
  /// What the names tell apart; nil where nothing stands above them.
  let title: String?
  private let labels: [Label]
  private let style: String

  private static let gap = 16.0

  init(_ entries: [Entry], panel: Int, _ figure: Figure, _ layout: ChartLayout) {
    let frame = layout.panels[panel]
    var labels: [Label] = []
    if layout.names.place == .atEnds || layout.names.areNumbered {
      for entry in entries where !entry.name.isEmpty {
        let shape = entry.shapes.last { $0.panel == panel && $0.shapes.end != nil }
        guard let shape, var end = shape.shapes.end else { continue }
        end = frame.plot.closest(to: end)
        labels.append(
          Label(
            number: entry.number,
            text: layout.names.place == .atEnds ? entry.name : "\(entry.number)",
            end: end, color: shape.series.color, height: end.y))
      }
    }
    let heights = LabelSpread.positions(
      labels.map(\.height), gap: layout.names.place == .atEnds ? Self.gap : 12,
      in: frame.plot.top...(frame.plot.bottom - 4))
    for (index, height) in heights.enumerated() { labels[index].height = height }
    self.labels = labels
    self.frame = frame
    self.layout = layout
    title = layout.names.place == .atEnds && panel == 0 ? figure.namesTitle.map(Self.fit) : nil
    style = layout.names.place == .atEnds ? "label series" : "label series number"
  }

  private static func fit(_ title: String) -> String {
    TextMetrics.fit(title, size: ChartLayout.labelSize, into: ChartLayout.width / 2)
  }

  /// Writes what the names tell apart above them.
  func drawTitle(into markup: inout Markup) {
    guard let title else { return }
    let left = frame.plot.right + ChartLayout.gutter
    // A heading wider than the names begins above the plot rather than making it narrower.
    let width = TextMetrics.width(title, size: ChartLayout.labelSize)
    let fits = layout.panels.count == 1 && left + width <= ChartLayout.width
    let place = Point(
      x: fits ? left : ChartLayout.width - 2, y: frame.plot.top - layout.titleRise)
    TextMark(title, at: place, fits ? .start : .end, style: "axis-title").draw(into: &markup)
  }

  /// Writes the name of one entry.
  func draw(_ entry: Entry, into markup: inout Markup) {
    guard let label = labels.first(where: { $0.number == entry.number }) else { return }
    let left = frame.plot.right + ChartLayout.gutter
    drawLeader(from: label.end, to: Point(x: left - 3, y: label.height), label.color, into: &markup)
    TextMark(label.text, at: Point(x: left, y: label.height + 4), style: style)
      .draw(into: &markup, colors: label.color.textStyle)
  }

  /// The line across a plot from the end of a series that ends early towards its label; nil for others.
  static func leader(across frame: PanelFrame, from shape: DrawnSeries, _ layout: ChartLayout)
    -> (start: Point, end: Point)?
  {
    let isLabelled = layout.names.place == .atEnds || layout.names.areNumbered
    guard isLabelled, !shape.series.label.isEmpty, let end = shape.shapes.end else { return nil }
    return leader(across: frame, from: frame.plot.closest(to: end))
  }

  private static func leader(across frame: PanelFrame, from end: Point)
    -> (start: Point, end: Point)?
  {
    guard end.x + 4 < frame.x.end else { return nil }
    return (Point(x: end.x + 4, y: end.y), Point(x: frame.plot.right, y: end.y))
  }

  /// Joins the end of a series with its label when they are apart: across the plot for a series that
  /// ends early.
  private func drawLeader(
    from end: Point, to label: Point, _ color: Series.Color, into markup: inout Markup
  ) {
    let right = frame.plot.right
    let endsEarly = end.x < frame.x.end - 1
    guard endsEarly || (label.y - end.y).magnitude >= 4 else { return }
    let coordinate = NumberText.coordinate
    if let leader = Self.leader(across: frame, from: end) {
      let (start, end) = (leader.start, leader.end)
      let across = "M\(coordinate(start.x)) \(coordinate(start.y))H\(coordinate(end.x))"
      markup.empty(
        "path", ["class": "leader far series", "style": color.strokeStyle, "d": across])
    }
    let path =
      "M\(coordinate(right + 2)) \(coordinate(end.y))L\(coordinate(label.x)) \(coordinate(label.y))"
    markup.empty("path", ["class": "leader series", "style": color.strokeStyle, "d": path])
  }
}
