import Execution

/// The line to compare with on which both axes say the same, its words where they hide least.
struct DiagonalMark: Sendable {
  private let start: Point
  private let end: Point
  private let label: TextMark?
  /// The words, if they have no place within the plot.
  let unplacedLabel: String?

  /// nil when the axes have no value in common; `isNamed` tells whether its words stand here.
  init?(_ words: String, _ frame: PanelFrame, isNamed: Bool, space: inout FreeSpace) {
    let lower = max(frame.x.domain.lowerBound, frame.y.domain.lowerBound)
    let upper = min(frame.x.domain.upperBound, frame.y.domain.upperBound)
    guard lower < upper else { return nil }
    start = Point(x: frame.x.position(lower), y: frame.y.position(lower))
    end = Point(x: frame.x.position(upper), y: frame.y.position(upper))
    label = isNamed ? Self.place(words, from: start, to: end, in: frame.plot, &space) : nil
    unplacedLabel = label == nil ? words : nil
  }

  /// The words to the right of the line and below it, or to its left and above; nil where they hide too much.
  private static func place(
    _ words: String, from start: Point, to end: Point, in plot: Rectangle,
    _ space: inout FreeSpace
  ) -> TextMark? {
    let size = ChartLayout.labelSize - 0.5
    let text = TextMetrics.fit(words, size: size, into: plot.width * 0.45)
    let width = TextMetrics.width(text, size: size)
    let boxes = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2].flatMap { share in
      let point = Point(
        x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
      return [point.x + 12, point.x - 12 - width].enumerated().map { side, left in
        let middle = point.y + (side == 0 ? 8 : -8)
        return Rectangle(left: left, top: middle - 7, right: left + width, bottom: middle + 7)
      }
    }
    let inside = boxes.filter {
      $0.left > plot.left && $0.right < plot.right && $0.top > plot.top && $0.bottom < plot.bottom
    }
    let costs = inside.enumerated().map { (space.cost(of: $1) + Double($0) * 0.1, $1) }
    guard let box = costs.min(by: { $0.0 < $1.0 })?.1, !space.hidesWords(box),
      space.takenShare(of: box) <= 0.35
    else { return nil }
    space.addWords(box)
    return TextMark(
      text, at: Point(x: box.left, y: box.bottom - 3), style: "reference-label halo")
  }

  func drawLine(into markup: inout Markup) {
    let coordinate = NumberText.coordinate
    let path =
      "M\(coordinate(start.x)) \(coordinate(start.y))L\(coordinate(end.x)) \(coordinate(end.y))"
    markup.empty("path", ["class": "reference", "d": path])
  }

  func drawLabel(into markup: inout Markup) {
    label?.draw(into: &markup)
  }
}
