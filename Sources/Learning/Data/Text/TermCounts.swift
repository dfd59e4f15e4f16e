/// How often each term occurs in each of some documents, in compressed rows.
struct TermCounts {
  /// Per document, where its terms begin; one more for the end.
  private(set) var rowStarts = [0]
  /// The numbers of the terms in a table, in the order of their first occurrence in the document.
  private(set) var terms: [Int32] = []
  private(set) var counts: [Int32] = []
  /// Where the document at hand begins.
  private var documentStart = 0
  /// For each term of the table where it was counted last, which may be an earlier document, or -1.
  private var places: [Int] = []

  var documentCount: Int { rowStarts.count - 1 }

  /// Counts a term once more in the document at hand.
  mutating func add(_ term: Int) {
    while places.count <= term { places.append(-1) }
    let place = places[term]
    if place >= documentStart {
      counts[place] += 1
    } else {
      places[term] = terms.count
      terms.append(Int32(term))
      counts.append(1)
    }
  }

  /// Ends the document at hand.
  mutating func endDocument() {
    documentStart = terms.count
    rowStarts.append(documentStart)
  }

  /// Per term of a table of `count` terms: the number of documents it is in, and of its occurrences.
  func totals(of count: Int) -> (documents: [Int], occurrences: [Int]) {
    var documents = [Int](repeating: 0, count: count)
    var occurrences = documents
    for (term, times) in zip(terms, counts) {
      documents[Int(term)] += 1
      occurrences[Int(term)] += Int(times)
    }
    return (documents, occurrences)
  }
}
