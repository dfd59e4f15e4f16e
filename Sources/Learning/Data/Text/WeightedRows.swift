/// Rows of weights: counts times inverse document frequency, each row divided by its length.
struct WeightedRows: Sendable {
  /// Per row, where its elements end.
  private(set) var rowEnds: [Int] = []
  /// Ascending within a row.
  private(set) var columns: [Int32] = []
  private(set) var elements: [Double] = []

  /// The weights of counted terms.
  ///
  /// - Parameters:
  ///   - columnOfTerm: per number of a term its column, or -1 for none.
  ///   - idf: per column.
  init(of counts: TermCounts, columns columnOfTerm: [Int32], idf: [Double]) {
    rowEnds.reserveCapacity(counts.rowEnds.count)
    var entries: [UInt64] = []
    var start = 0
    for end in counts.rowEnds {
      entries.removeAll(keepingCapacity: true)
      for place in start..<end {
        let column = columnOfTerm[Int(counts.terms[place])]
        // The column in the upper half, so that the order of the numbers is that of the columns.
        if column >= 0 { entries.append(UInt64(column) << 32 | UInt64(counts.counts[place])) }
      }
      entries.sort()
      appendRow(entries, idf: idf)
      start = end
    }
  }

  private mutating func appendRow(_ entries: [UInt64], idf: [Double]) {
    let rowStart = elements.count
    var squares = 0.0
    for entry in entries {
      let column = Int(entry >> 32)
      let weight = Double(entry & 0xFFFF_FFFF) * idf[column]
      columns.append(Int32(column))
      elements.append(weight)
      squares += weight * weight
    }
    let length = squares.squareRoot()
    for place in rowStart..<elements.count { elements[place] /= length }
    rowEnds.append(elements.count)
  }
}
