import Execution

/// A series with its axes, and what a mark has to know of the series beside it.
struct PlacedSeries: Sendable {
  /// How many shapes of one series have a tooltip each; more would only make the report heavy.
  static let mostTooltips = 200

  let series: Series
  let x: Scale
  let y: Scale
  /// Which of the figure's names the series has, from 0; it gives the shape of points.
  let rank: Int
  /// The smallest step between two places along x, for shapes that are wide.
  let step: Double
  /// Which of the series that share the room at each place, from 0, and of how many.
  let slot: (index: Int, count: Int)
  /// Whether there is room to show single points of lines.
  let isSparse: Bool

  /// Where 0 lies, or the end of the axis that is closest to it.
  var foot: Double {
    y.position(max(y.domain.lowerBound, min(y.domain.upperBound, 0)))
  }

  /// The place of a value; nil for one that cannot be drawn. What lies far beyond the limits of an
  /// axis is drawn less far beyond them, which nobody sees.
  func point(_ x: Double, _ y: Double) -> Point? {
    guard self.x.axis.canShow(x), self.y.axis.canShow(y) else { return nil }
    return Point(
      x: max(-Self.farthest, min(Self.farthest, self.x.position(x))),
      y: max(-Self.farthest, min(Self.farthest, self.y.position(y))))
  }

  /// Whether the plot shows nothing that lies beyond it, because the author has set limits.
  var isCutOff: Bool { x.axis.limits != nil || y.axis.limits != nil }

  /// Whether a value lies within the limits that the author has set for the axes.
  func isWithinLimits(_ x: Double, _ y: Double) -> Bool {
    !self.x.axis.isBeyondLimits(x) && !self.y.axis.isBeyondLimits(y)
  }

  /// The places of all values.
  var points: [Point?] { zip(series.x, series.y).map { point($0, $1) } }

  /// The places of the values within the limits of both axes, with the words of their tooltips.
  var titledPoints: [(point: Point, title: String)] { titled(where: isWithinLimits) }

  /// The same with those above and below the limits, for shapes that reach into the plot from there.
  var titledPointsOfAnyHeight: [(point: Point, title: String)] {
    titled { place, _ in !x.axis.isBeyondLimits(place) }
  }

  private func titled(where isShown: (Double, Double) -> Bool) -> [(point: Point, title: String)] {
    zip(series.x, series.y).compactMap { x, y in
      isShown(x, y) ? point(x, y).map { ($0, title(x, y)) } : nil
    }
  }

  private static let farthest = 10_000.0

  /// "validation loss, epoch 36: 0.0586".
  private func title(_ x: Double, _ y: Double) -> String {
    let name = series.label.isEmpty ? self.y.axis.quantity : series.label
    return "\(name), \(self.x.axis.place(x)): \(NumberText.significant(y))"
  }
}

extension Series.Color {
  /// The two colours of shapes, for light and dark paper, as properties of a style.
  var strokeStyle: String {
    Self.style(Palette.light.stroke(self), Palette.dark.stroke(self))
  }

  /// The two colours of words.
  var textStyle: String {
    Self.style(Palette.light.text(self), Palette.dark.text(self))
  }

  private static func style(_ light: RGB, _ dark: RGB) -> String {
    "--light:\(light.hex);--dark:\(dark.hex)"
  }
}
