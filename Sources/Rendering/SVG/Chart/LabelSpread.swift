/// Moves labels in one line apart, each as little as possible from where it wants to be.
package enum LabelSpread {
  /// Positions in the order of `wanted`, at least `gap` apart and within `range` as long as there is
  /// room; with too many labels the gap shrinks.
  ///
  /// The sum of squared shifts is the least possible: an isotonic regression by pooling neighbours
  /// (Ayer, Brunk, Ewing, Reid, Silverman 1955).
  package static func positions(_ wanted: [Double], gap: Double, in range: ClosedRange<Double>)
    -> [Double]
  {
    guard !wanted.isEmpty else { return [] }
    let room = range.upperBound - range.lowerBound
    let gap = wanted.count > 1 ? min(gap, room / Double(wanted.count - 1)) : gap
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }

    var pools: [(sum: Double, count: Int)] = []
    for (rank, index) in order.enumerated() {
      var pool = (sum: wanted[index] - Double(rank) * gap, count: 1)
      while let last = pools.last, last.sum * Double(pool.count) > pool.sum * Double(last.count) {
        pool = (pool.sum + last.sum, pool.count + last.count)
        pools.removeLast()
      }
      pools.append(pool)
    }

    let highest = range.upperBound - Double(wanted.count - 1) * gap
    var positions = wanted
    var rank = 0
    for pool in pools {
      let place = max(range.lowerBound, min(highest, pool.sum / Double(pool.count)))
      for _ in 0..<pool.count {
        positions[order[rank]] = place + Double(rank) * gap
        rank += 1
      }
    }
    return positions
  }
}
