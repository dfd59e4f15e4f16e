import Execution

/// A line to compare with, its words where they hide least.
struct ReferenceMark: Sendable {
  private let start: Point
  private let end: Point
  private let label: TextMark?
  /// Where the line runs and its words, if these have no place within the plot: "at 0.6931: guessing: ln 2 = 0.6931".
  let unplacedLabel: String?

  /// nil when it is not drawn, or the axis has no place for the value; `isNamed` tells whether its words stand here, and
  /// not below all panels, and `levels` are the heights of all lines across the plot.
  init?(
    _ reference: ReferenceLine, _ frame: PanelFrame, isNamed: Bool, levels: [Double],
    space: inout FreeSpace
  ) {
    guard let (start, end) = Self.ends(of: reference, in: frame) else { return nil }
    let words = reference.label
    label =
      if !isNamed {
        nil
      } else {
        switch reference.course {
        case .level: Self.place(words, at: start.y, in: frame.plot, &space)
        case .place: Self.place(words, beside: start.x, levels: levels, in: frame.plot, &space)
        case .identity: Self.place(words, from: start, to: end, in: frame.plot, &space)
        }
      }
    (self.start, self.end) = (start, end)
    unplacedLabel =
      label == nil ? "\(reference.place(on: frame.x.axis)): \(reference.label)" : nil
  }

  /// The ends of a line; nil when it is not drawn, or the axes do not come to it.
  static func ends(of reference: ReferenceLine, in frame: PanelFrame) -> (Point, Point)? {
    guard reference.isDrawn else { return nil }
    return switch reference.course {
    case .level(let level): ends(ofLevel: level, frame)
    case .place(let place): ends(ofPlace: place, frame)
    case .identity: identity(frame)
    }
  }

  /// The ends of a line across at one height; nil where the axis does not come to it.
  private static func ends(ofLevel level: Double, _ frame: PanelFrame) -> (Point, Point)? {
    guard frame.y.axis.canShow(level), frame.y.domain.contains(level) else { return nil }
    let y = frame.y.position(level)
    return (Point(x: frame.plot.left, y: y), Point(x: frame.plot.right, y: y))
  }

  /// The ends of a line upwards from a place; nil where the axis does not come to it.
  static func ends(ofPlace place: Double, _ frame: PanelFrame) -> (Point, Point)? {
    guard frame.x.axis.canShow(place), frame.x.domain.contains(place) else { return nil }
    let x = frame.x.position(place)
    return (Point(x: x, y: frame.plot.bottom), Point(x: x, y: frame.plot.top))
  }

  /// The ends of the line of equal values, which is straight where both axes have one kind of scale; nil elsewhere, or
  /// where no value is on both.
  private static func identity(_ frame: PanelFrame) -> (Point, Point)? {
    guard frame.x.axis.scale == frame.y.axis.scale, frame.x.axis.scale != .categorical else {
      return nil
    }
    let lower = max(frame.x.domain.lowerBound, frame.y.domain.lowerBound)
    let upper = min(frame.x.domain.upperBound, frame.y.domain.upperBound)
    guard lower < upper else { return nil }
    return (
      Point(x: frame.x.position(lower), y: frame.y.position(lower)),
      Point(x: frame.x.position(upper), y: frame.y.position(upper))
    )
  }

  /// The words above or below the line, where they hide nothing; nil if there is no such place.
  private static func place(
    _ label: String, at y: Double, in plot: Rectangle, _ space: inout FreeSpace
  ) -> TextMark? {
    let size = ChartLayout.labelSize - 0.5
    let text = TextMetrics.fit(label, size: size, into: plot.width - 8)
    let width = TextMetrics.width(text, size: size)

    let (first, last) = (plot.left + 6, plot.right - width - 4)
    let lefts = [1, 0, 0.5, 0.75, 0.25, 0.875, 0.625, 0.375, 0.125].map {
      first + (last - first) * $0
    }
    let boxes = lefts.flatMap { left in
      [y - 4, y + 14].map { baseline in
        Rectangle(left: left, top: baseline - 11, right: left + width, bottom: baseline + 3)
      }
    }
    guard let box = boxes.first(where: { space.isFree($0) }) else { return nil }
    space.addWords(box)
    return TextMark(
      text, at: Point(x: box.left, y: box.bottom - 3), style: "reference-label halo")
  }

  /// The words to the left or to the right of a line upwards, rather high than low, where they hide nothing; nil if there
  /// is no such place.
  private static func place(
    _ label: String, beside x: Double, levels: [Double], in plot: Rectangle,
    _ space: inout FreeSpace
  ) -> TextMark? {
    let size = ChartLayout.labelSize - 0.5
    let text = TextMetrics.fit(label, size: size, into: plot.width - 16)
    let width = TextMetrics.width(text, size: size)
    let boxes = stride(from: plot.top + 4, to: plot.bottom - 18, by: 12).flatMap { top in
      [x - 6 - width, x + 6].map { left in
        Rectangle(left: left, top: top, right: left + width, bottom: top + 14)
      }
    }
    let box = boxes.first { box in
      space.isFree(box) && !levels.contains { $0 > box.top - 2 && $0 < box.bottom + 2 }
    }
    guard let box else { return nil }
    space.addWords(box)
    return TextMark(
      text, at: Point(x: box.left, y: box.bottom - 3), style: "reference-label halo")
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
    let target =
      if start.y == end.y {
        "H\(coordinate(end.x))"
      } else if start.x == end.x {
        "V\(coordinate(end.y))"
      } else {
        "L\(coordinate(end.x)) \(coordinate(end.y))"
      }
    let path = "M\(coordinate(start.x)) \(coordinate(start.y))\(target)"
    markup.empty("path", ["class": "reference", "d": path])
  }

  func drawLabel(into markup: inout Markup) {
    label?.draw(into: &markup)
  }
}

extension ReferenceLine {
  /// Where the line runs, in words: "at 0.6931", "at epoch 11".
  func place(on x: Axis) -> String {
    switch course {
    case .level(let level): "at \(NumberText.significant(level))"
    case .place(let place): "at \(x.place(place))"
    case .identity: "of equal values"
    }
  }

  /// What the line is, in a sentence for those who do not see it, or the plots that it may be in.
  func sentence(on x: Axis, in plots: [PanelFrame]) -> String {
    let isSeen = plots.contains { ReferenceMark.ends(of: self, in: $0) != nil }
    let beyond = isSeen ? "" : ", not drawn"
    return "Reference line \(place(on: x))\(beyond): \(label)."
  }
}
