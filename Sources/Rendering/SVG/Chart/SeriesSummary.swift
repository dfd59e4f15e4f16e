import Execution

/// What a series does, in a few numbers: for descriptions, and for what cannot be drawn.
package struct SeriesSummary: Sendable, Equatable {
  /// A point with its place among the values.
  package struct Point: Sendable, Equatable {
    package var x: Double
    package var y: Double
  }

  /// The first, last, lowest and highest points that can be drawn; nil when there is none. Of
  /// several equal ones the first.
  package private(set) var first: Point?
  package private(set) var last: Point?
  package private(set) var lowest: Point?
  package private(set) var highest: Point?
  /// How many points can be drawn.
  package private(set) var drawn = 0
  /// How many values are not finite, or too large to draw.
  package private(set) var nonFinite = 0
  /// How many values a logarithmic axis has no place for.
  package private(set) var leftOut = 0
  /// How many values lie beyond the ends that the author has set for the axes.
  package private(set) var beyondLimits = 0
  /// The outermost places along x that have a value; nil when there is none.
  package private(set) var leftmost: Double?
  package private(set) var rightmost: Double?
  /// Where the series leaves the finite numbers for good; nil when it does not.
  package private(set) var lostFrom: Double?

  /// The summary of a series on the axes of its chart; of a smoothed one, of its smoothed course.
  package init(_ series: Series, x xAxis: Axis, y yAxis: Axis) {
    for (x, y) in zip(series.x, series.course) {
      if xAxis.canShow(x), yAxis.canShow(y) {
        add(Point(x: x, y: y))
        if xAxis.isBeyondLimits(x) || yAxis.isBeyondLimits(y) { beyondLimits += 1 }
      } else if xAxis.isLeftOut(x) || yAxis.isLeftOut(y) {
        leftOut += 1
      } else {
        nonFinite += 1
        // Words stand in no order that a series could follow to its end.
        if lostFrom == nil, xAxis.canShow(x), xAxis.scale != .categorical { lostFrom = x }
      }
    }
  }

  private mutating func add(_ point: Point) {
    drawn += 1
    lostFrom = nil
    last = point
    leftmost = min(leftmost ?? point.x, point.x)
    rightmost = max(rightmost ?? point.x, point.x)
    guard let low = lowest, let high = highest else {
      (first, lowest, highest) = (point, point, point)
      return
    }
    if point.y < low.y { lowest = point }
    if point.y > high.y { highest = point }
  }
}
