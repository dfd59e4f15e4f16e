/// Counts the terms of texts, a range of rows after the other, by their numbers in a table of its own.
struct TermCounter: Sendable {
  /// What is known of a term.
  private struct Tally {
    var totals = TermTotals()
    /// Where the term was counted last, as places go through all ranges; it may be for an earlier text.
    var place: Int32 = -1
  }

  /// The numbered terms.
  private(set) var table: TermTable
  private let learnsTerms: Bool
  private let analyzer: TextAnalyzer
  /// Per term of the table.
  private var tallies: [Tally]
  /// How many places all ranges together have taken.
  private var placesTaken: Int32 = 0

  /// Counts all terms, and numbers them as they come.
  init(learningWith analyzer: TextAnalyzer) {
    self.analyzer = analyzer
    table = TermTable()
    learnsTerms = true
    tallies = []
  }

  /// Counts the terms of a table, and no others.
  init(of table: TermTable, with analyzer: TextAnalyzer) {
    self.analyzer = analyzer
    self.table = table
    learnsTerms = false
    tallies = [Tally](repeating: Tally(), count: table.count)
  }

  /// Per term of the table, how often it was counted so far.
  var totals: [TermTotals] { tallies.map(\.totals) }

  /// Counts the terms of some rows.
  mutating func count(_ rows: ArraySlice<Int>, of texts: TextColumn) -> TermCounts {
    let analyzer = analyzer
    var counts = TermCounts()
    counts.rowEnds.reserveCapacity(rows.count)
    for row in rows {
      let textStart = placesTaken
      texts.withUTF8(row) { text in
        analyzer.forEachTerm(of: text) { add($0, to: &counts, textStart: textStart) }
      }
      counts.rowEnds.append(counts.terms.count)
    }
    return counts
  }

  /// Counts a term once more in the text at hand.
  private mutating func add(_ term: Term, to counts: inout TermCounts, textStart: Int32) {
    guard let number = number(of: term) else { return }
    tallies[number].totals.occurrences += 1
    let place = tallies[number].place
    if place >= textStart {
      counts.counts[Int(place - placesTaken) + counts.counts.count] += 1
    } else {
      tallies[number].place = placesTaken
      tallies[number].totals.documents += 1
      counts.terms.append(Int32(number))
      counts.counts.append(1)
      placesTaken += 1
    }
  }

  private mutating func number(of term: Term) -> Int? {
    guard learnsTerms else { return table.find(term) }
    let number = table.insert(term)
    if number == tallies.count { tallies.append(Tally()) }
    return number
  }
}
