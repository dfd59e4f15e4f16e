import Execution

/// A dot on a series with its words, and a thin line between them when they are apart.
struct HighlightMark: Sendable {
  private let color: Series.Color
  private let point: Point
  /// Where the words stand; nil where they would hide something.
  private let box: Rectangle?
  private let label: String
  private let title: String

  /// The dot and its words, if these have no place within the plot.
  var unplacedLabel: String? { box == nil ? title : nil }

  private static let size = ChartLayout.labelSize
  private static let clearance = 9.0
  /// What a line of a series weighs among what takes space; the way to other words weighs more.
  private static let lineWeight = 1
  /// How far the paper around words reaches.
  private static let halo = 2.0

  /// nil when the series has no highlight, or it lies at a value that cannot be drawn; `levels` are the heights of lines
  /// across the plot.
  init?(
    _ series: Series, _ frame: PanelFrame, levels: [Double], space: inout FreeSpace
  ) {
    guard let highlight = series.highlight,
      series.x.indices.contains(highlight.index), series.y.indices.contains(highlight.index)
    else { return nil }
    let (x, y) = (series.x[highlight.index], series.y[highlight.index])
    guard frame.x.axis.shows(x), frame.y.axis.shows(y) else { return nil }
    color = series.color
    // Words as wide as the plot would fit in few places only.
    label = TextMetrics.fit(highlight.label, size: Self.size, into: frame.plot.width - 16)
    point = Point(x: frame.x.position(x), y: frame.y.position(y))
    title = series.label.isEmpty ? highlight.label : "\(series.label), \(highlight.label)"
    // Rather a way to the words that crosses lines than no words.
    box =
      Self.place(label, at: point, levels: levels, space)
      ?? Self.place(label, at: point, levels: levels, space, crossing: Self.lineWeight)
    guard let box else { return }
    space.addWords(box)
    space.addLine(from: point, to: box.closest(to: point), weight: 5)
  }

  /// The nearest place around a point where neither the words nor the way to them hide anything; nil if there is none. The
  /// way may cross what weighs no more than `crossing`.
  private static func place(
    _ label: String, at point: Point, levels: [Double], _ space: FreeSpace, crossing: Int = 0
  ) -> Rectangle? {
    let width = TextMetrics.width(label, size: size)
    let directions = [
      (0.0, -1.0), (0.7, -1), (-0.7, -1), (1, 0), (-1, 0), (0, 1), (0.7, 1), (-0.7, 1),
    ]
    for distance in [clearance, 18, 30, 46, 66, 90, 120] {
      for (x, y) in directions {
        let anchor = Point(x: point.x + x * distance, y: point.y + y * distance)
        let left = x > 0 ? anchor.x : x < 0 ? anchor.x - width : anchor.x - width / 2
        let top = y > 0 ? anchor.y : y < 0 ? anchor.y - 14 : anchor.y - 7
        let box = Rectangle(left: left, top: top, right: left + width, bottom: top + 14)
        let withHalo = Rectangle(
          left: box.left - halo, top: box.top - halo, right: box.right + halo,
          bottom: box.bottom + halo)
        let end = box.closest(to: point)
        if space.isFree(withHalo),
          space.isFree(from: near(point, towards: end), to: end, crossing: crossing),
          !levels.contains(where: { ($0 - top - 7).magnitude < 7 + halo })
        {
          return box
        }
      }
    }
    return nil
  }

  /// The start of the line to the words: just outside the dot.
  private static func near(_ point: Point, towards end: Point) -> Point {
    let (width, height) = (end.x - point.x, end.y - point.y)
    let distance = (width * width + height * height).squareRoot()
    guard distance > 6 else { return end }
    return Point(x: point.x + width * 6 / distance, y: point.y + height * 6 / distance)
  }

  func draw(into markup: inout Markup) {
    let coordinate = NumberText.coordinate
    markup.element("g", ["class": "series", "style": color.strokeStyle]) { markup in
      if let box { drawLeader(to: box.closest(to: point), into: &markup) }
      markup.element(
        "circle",
        ["class": "highlight", "cx": coordinate(point.x), "cy": coordinate(point.y), "r": "4"]
      ) { $0.element("title", text: title) }
    }
    if let box {
      TextMark(label, at: Point(x: box.left, y: box.bottom - 3), style: "label halo series")
        .draw(into: &markup, colors: color.textStyle)
    }
    markup.newline()
  }

  /// Joins the dot and its words when they are apart.
  private func drawLeader(to end: Point, into markup: inout Markup) {
    let start = Self.near(point, towards: end)
    guard (end.x - start.x).magnitude + (end.y - start.y).magnitude > 7 else { return }
    let coordinate = NumberText.coordinate
    let path =
      "M\(coordinate(start.x)) \(coordinate(start.y))L\(coordinate(end.x)) \(coordinate(end.y))"
    markup.empty("path", ["class": "leader", "d": path])
  }
}
