/// In how many texts a term is, and how often in all of them.
struct TermTotals: Sendable {
  var documents: Int32 = 0
  var occurrences: Int32 = 0

  static func += (totals: inout TermTotals, others: TermTotals) {
    totals.documents += others.documents
    totals.occurrences += others.occurrences
  }
}

/// How often each term occurs in each of some texts, in compressed rows.
struct TermCounts: Sendable {
  /// Per text, where its terms end; they start where those of the text before end.
  var rowEnds: [Int] = []
  /// The numbers of the terms, in the order of their first occurrence in the text.
  var terms: [Int32] = []
  var counts: [Int32] = []
}
