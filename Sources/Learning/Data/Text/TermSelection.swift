import Workers

/// Which of the counted terms become columns.
struct TermSelection {
  /// The numbers of the kept terms in a table, in the order of their code points.
  let kept: [Int]
  /// The terms whose total count is the smallest kept one, if not all of them are kept; in the order of their code points.
  let tied: [Int]

  /// Chooses by the number of documents first, then by the total count.
  init(
    from terms: TextColumn, totals: [TermTotals], of documentCount: Int, settings: TFIDFSettings,
    pool: WorkerPool
  ) throws(TFIDFError) {
    guard terms.count > 0 else { throw .noTerms }
    let minimum = settings.minDocumentFrequency.documents(of: documentCount)
    let maximum = settings.maxDocumentFrequency.documents(of: documentCount)
    guard minimum <= maximum else {
      throw .contradictoryBounds(minimum: minimum, maximum: maximum)
    }
    let allowed = (0..<terms.count).filter {
      (minimum...maximum).contains(Double(totals[$0].documents))
    }
    guard !allowed.isEmpty else { throw .nothingLeft(terms: terms.count) }
    let sorted = Self.sorted(allowed, by: terms, pool: pool)
    guard let limit = settings.maxFeatures, limit < sorted.count else {
      kept = sorted
      tied = []
      return
    }
    let counts = sorted.map { Int(totals[$0].occurrences) }
    let chosen = settings.ties.largest(limit, of: counts).sorted()
    let smallest = chosen.map { counts[$0] }.min()
    let equal = counts.indices.filter { counts[$0] == smallest }
    let keptEqual = chosen.count { counts[$0] == smallest }
    kept = chosen.map { sorted[$0] }
    tied = keptEqual == equal.count ? [] : equal.map { sorted[$0] }
  }

  /// Numbers of terms in the order of these. Terms with different first bytes are far apart: threads share the bytes.
  private static func sorted(_ numbers: [Int], by terms: TextColumn, pool: WorkerPool) -> [Int] {
    var groups = [[SortedTerm]](repeating: [], count: 256)
    for number in numbers {
      // The first eight bytes, the first of them highest, compare as the texts do wherever they differ.
      let head = terms.withUTF8(number) { Term($0).head.byteSwapped }
      groups[Int(head >> 56)].append(SortedTerm(head: head, number: number))
    }
    return pool.map(groups.filter { !$0.isEmpty }) { group in
      group.sorted { first, second in
        guard first.head == second.head else { return first.head < second.head }
        return terms.withUTF8(first.number) { first in
          terms.withUTF8(second.number) { first.lexicographicallyPrecedes($0) }
        }
      }
    }.flatMap { $0.map(\.number) }
  }
}

/// What a term is sorted by.
private struct SortedTerm: Sendable {
  let head: UInt64
  let number: Int
}
