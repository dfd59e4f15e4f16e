import Execution

/// The cells of a heatmap as their colours show them: one per value, or one per block of values in a grid
/// with more rows or columns than can be told apart.
struct HeatmapGrid: Sendable, Equatable {
  /// How many rows or columns are drawn at most.
  static let most = 80

  let rows: Int
  let columns: Int
  /// How many values a cell stands for, downwards and across.
  let blockRows: Int
  let blockColumns: Int
  private let values: [Double]

  init(_ heatmap: Heatmap) {
    blockRows = max(1, (heatmap.rowLabels.count + Self.most - 1) / Self.most)
    blockColumns = max(1, (heatmap.columnLabels.count + Self.most - 1) / Self.most)
    rows = (heatmap.rowLabels.count + blockRows - 1) / blockRows
    columns = (heatmap.columnLabels.count + blockColumns - 1) / blockColumns
    var values: [Double] = []
    values.reserveCapacity(rows * columns)
    for row in 0..<rows {
      for column in 0..<columns {
        values.append(
          Self.mean(
            heatmap, rows: row * blockRows..<(row + 1) * blockRows,
            columns: column * blockColumns..<(column + 1) * blockColumns))
      }
    }
    self.values = values
  }

  /// Whether cells stand for several values.
  var isReduced: Bool { blockRows > 1 || blockColumns > 1 }

  /// The value of a cell; not finite when there is none.
  subscript(row: Int, column: Int) -> Double { values[row * columns + column] }

  /// The lowest and the highest finite value; nil when there is none.
  var extent: ClosedRange<Double>? {
    let finite = values.filter { $0.magnitude <= 1e300 }
    guard let lowest = finite.min(), let highest = finite.max() else { return nil }
    return lowest...highest
  }

  /// The mean of a block's finite values.
  private static func mean(_ heatmap: Heatmap, rows: Range<Int>, columns: Range<Int>) -> Double {
    var (sum, count) = (0.0, 0)
    for row in rows {
      for column in columns {
        guard let value = heatmap.shade(row, column), value.magnitude <= 1e300 else { continue }
        sum += value
        count += 1
      }
    }
    return count == 0 ? .nan : sum / Double(count)
  }
}
