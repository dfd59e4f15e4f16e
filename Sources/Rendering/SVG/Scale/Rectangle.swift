/// A point of a drawing; y grows downwards.
struct Point: Sendable, Equatable {
  var x: Double
  var y: Double
}

/// A part of a drawing with upright sides.
struct Rectangle: Sendable, Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }

  /// Whether another rectangle lies within this one.
  func contains(_ other: Rectangle) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }

  /// The point of the rectangle that is closest to a given one.
  func closest(to point: Point) -> Point {
    Point(x: max(left, min(right, point.x)), y: max(top, min(bottom, point.y)))
  }
}
