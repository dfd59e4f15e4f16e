import Workers

/// The terms of some texts, counted.
struct CountedCorpus: Sendable {
  /// The counts of a range of rows.
  struct Range: Sendable {
    /// By whose numbers the terms are counted.
    let counter: Int
    let counts: TermCounts
  }

  /// The ranges in the order of their rows.
  let ranges: [Range]
  /// All terms. Their order depends on which thread took which range: whoever makes a result of them must sort them.
  let terms: TextColumn
  /// Per term.
  let totals: [TermTotals]
  /// Per counter, the places in `terms` of the terms that it has numbered.
  private let places: [[Int]]

  /// Counts the terms of some rows of a column.
  ///
  /// - Throws: `CancellationError` if `isCancelled`, asked before every range, has said so.
  init(
    of rows: [Int], of texts: TextColumn, with analyzer: TextAnalyzer, pool: WorkerPool,
    isCancelled: @Sendable () -> Bool
  ) throws(CancellationError) {
    let counters = Reserve { TermCounter(learningWith: analyzer) }
    ranges = try pool.map(rows.inRanges, isCancelled: isCancelled) { rows in
      counters.lend { counter, number in
        Range(counter: number, counts: counter.count(rows, of: texts))
      }
    }
    var merged = MergedTerms()
    places = counters.items.map { merged.add($0) }
    terms = merged.table.terms
    totals = merged.totals
  }

  /// Per counter and number of a term its column, if the terms at the given places have columns in this order, else -1.
  func columns(keeping kept: [Int]) -> [[Int32]] {
    var columns = [Int32](repeating: -1, count: terms.count)
    for (column, place) in kept.enumerated() { columns[place] = Int32(column) }
    return places.map { $0.map { columns[$0] } }
  }
}

/// The terms of several counters.
private struct MergedTerms {
  private(set) var table = TermTable()
  private(set) var totals: [TermTotals] = []

  /// Adds the terms and totals of a counter, and returns the numbers that its terms have here.
  mutating func add(_ counter: TermCounter) -> [Int] {
    let added = counter.totals
    if table.count == 0 {
      table = counter.table
      totals = added
      return Array(0..<table.count)
    }
    let terms = counter.table.terms
    return added.indices.map { index in
      let number = terms.withUTF8(index) { table.insert(Term($0)) }
      if number == totals.count { totals.append(TermTotals()) }
      totals[number] += added[index]
      return number
    }
  }
}
