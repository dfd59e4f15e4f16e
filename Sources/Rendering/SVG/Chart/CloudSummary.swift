import Execution

/// How points that stand in no order lie together, in a few words: for descriptions and for terminals.
struct CloudSummary: Sendable {
  private let points: [SeriesSummary.Point]
  private let x: Axis
  private let y: Axis

  /// The points of a series that its axes can show, within the limits that the author has set for them.
  init(_ series: Series, x: Axis, y: Axis) {
    points = zip(series.x, series.y).filter { x.shows($0) && y.shows($1) }
      .map { SeriesSummary.Point(x: $0, y: $1) }
    self.x = x
    self.y = y
  }

  /// "40 points, rooms from 1 to 9, price from 95 to 940, correlation 0.712".
  var text: String {
    if points.isEmpty { return "no values to draw" }
    let count = points.count == 1 ? "1 point" : "\(NumberText.grouped(points.count)) points"
    let ranges = [(x, points.map(\.x)), (y, points.map(\.y))].filter { $0.0.scale != .categorical }
      .map { axis, numbers in Self.range(of: numbers, axis.quantity) }
    let correlation =
      correlation.map { ["correlation \(NumberText.fixed($0, decimals: 3))"] } ?? []
    return ([count] + ranges + correlation).joined(separator: ", ")
  }

  private static func range(of numbers: [Double], _ name: String) -> String {
    let ends = [numbers.min(), numbers.max()].map { NumberText.significant($0 ?? .nan) }
    return ends[0] == ends[1] ? "\(name) \(ends[0])" : "\(name) from \(ends[0]) to \(ends[1])"
  }

  /// Pearson's coefficient of the two numbers of all points, 1 and -1 for points on a line; nil of words, of fewer than three
  /// points, and where one number never changes.
  var correlation: Double? {
    guard points.count > 2, x.scale != .categorical, y.scale != .categorical else { return nil }
    let (first, second) = (Self.deviations(points.map(\.x)), Self.deviations(points.map(\.y)))
    let products = zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
    let spreads = [first, second].map { $0.reduce(0) { $0 + $1 * $1 } }
    guard spreads[0] > 0, spreads[1] > 0 else { return nil }
    return max(-1, min(1, products / (spreads[0].squareRoot() * spreads[1].squareRoot())))
  }

  /// The distances of numbers from their mean, in a unit in which no sum of their squares is too large or too small.
  private static func deviations(_ numbers: [Double]) -> [Double] {
    let (lowest, highest) = (numbers.min() ?? 0, numbers.max() ?? 0)
    let middle = lowest / 2 + highest / 2
    let half = highest / 2 - lowest / 2
    guard half > 0 else { return numbers.map { _ in 0 } }
    let scaled = numbers.map { ($0 - middle) / half }
    let mean = scaled.reduce(0, +) / Double(scaled.count)
    return scaled.map { $0 - mean }
  }
}

extension Figure {
  /// Whether all that is drawn are points without an order.
  var isCloud: Bool {
    let series = allSeries
    return !series.isEmpty && series.allSatisfy(\.isCloud)
  }
}
