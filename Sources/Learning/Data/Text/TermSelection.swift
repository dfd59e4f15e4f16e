/// Which of the counted terms become columns.
struct TermSelection {
  /// The numbers of the kept terms in a table, in the order of their code points.
  let kept: [Int]
  /// The terms whose total count is the smallest kept one, if not all of them are kept; in the order of their code points.
  let tied: [Int]

  /// Chooses by the number of documents first, then by the total count.
  init(
    from table: TermTable, documents: [Int], occurrences: [Int], of documentCount: Int,
    settings: TFIDFSettings
  ) throws(TFIDFError) {
    guard table.count > 0 else { throw .noTerms }
    let minimum = settings.minDocumentFrequency.documents(of: documentCount)
    let maximum = settings.maxDocumentFrequency.documents(of: documentCount)
    guard minimum <= maximum else {
      throw .contradictoryBounds(minimum: minimum, maximum: maximum)
    }
    let allowed = (0..<table.count).filter {
      Double(documents[$0]) >= minimum && Double(documents[$0]) <= maximum
    }
    guard !allowed.isEmpty else { throw .nothingLeft(terms: table.count) }
    let sorted = Self.sorted(allowed, by: table.terms)
    guard let limit = settings.maxFeatures, limit < sorted.count else {
      kept = sorted
      tied = []
      return
    }
    let counts = sorted.map { occurrences[$0] }
    let chosen = settings.ties.largest(limit, of: counts).sorted()
    let smallest = chosen.map { counts[$0] }.min()
    let equal = counts.indices.filter { counts[$0] == smallest }
    let keptEqual = chosen.count { counts[$0] == smallest }
    kept = chosen.map { sorted[$0] }
    tied = keptEqual == equal.count ? [] : equal.map { sorted[$0] }
  }

  private static func sorted(_ numbers: [Int], by terms: TextColumn) -> [Int] {
    numbers.sorted { first, second in
      terms.withUTF8(first) { first in
        terms.withUTF8(second) { first.lexicographicallyPrecedes($0) }
      }
    }
  }
}
