import Execution
import Learning

/// Evenly spaced places over the one or two inputs of a network.
struct InputPlane {
  /// How far the places reach beyond the data, in parts of their extent.
  private static let margin = 0.08
  /// What an axis can show.
  private static let greatest = 1e300

  /// The ends of the axis of each input.
  let ranges: [ClosedRange<Double>]
  /// How many places there are along each.
  let steps: Int

  /// Places over all rows of data sets with as many columns, or as far as the lesson's limits say.
  init(over datasets: [Dataset], limits: PlotLimits?, steps: Int) {
    self.steps = steps
    let matrices = datasets.compactMap { $0.matrix(of: Array(0..<$0.rowCount)) }
    let wanted = [limits?.x, limits?.y]
    ranges = (0..<(matrices.map(\.columns).min() ?? 0)).map { column in
      if column < wanted.count, let ends = wanted[column] { return ends.closedRange }
      return Self.range(of: matrices.flatMap { $0.column(column) })
    }
  }

  private static func range(of values: [Double]) -> ClosedRange<Double> {
    let lowest = max(-greatest / 4, values.min() ?? 0)
    let highest = max(lowest, min(greatest / 4, values.max() ?? 0))
    let room = lowest == highest ? max(1, lowest.magnitude) / 2 : (highest - lowest) * margin
    return (lowest - room)...(highest + room)
  }

  /// The places along an input.
  func places(along input: Int) -> [Double] {
    let range = ranges[input]
    return (0..<steps).map { step in
      let share = Double(step) / Double(steps - 1)
      return range.lowerBound * (1 - share) + range.upperBound * share
    }
  }

  /// All places as rows for a network: of two inputs, the first runs faster.
  var rows: Matrix<Double> {
    let first = places(along: 0)
    if ranges.count == 1 { return Matrix(rows: steps, columns: 1, elements: first) }
    let elements = places(along: 1).flatMap { y in first.flatMap { x in [x, y] } }
    return Matrix(rows: steps * steps, columns: 2, elements: elements)
  }
}

extension PlottedNetworks {
  /// What a network says at each place, on the scale that it was trained on.
  func predictions(
    of network: Network<Double>, over plane: InputPlane, in context: Context
  ) throws(CancellationError) -> Predictions {
    let rows = plane.rows
    let scaled = try run.source.scaling?.applied(to: rows) ?? rows
    return try Predictions(
      of: network, for: .dense(scaled), pool: context.pool, isCancelled: context.isCancelled)
  }
}
