import Execution

/// A histogram in a few words, for descriptions and for terminals.
struct BinsSummary: Sendable {
  private let bins: Bins

  init(_ bins: Bins) {
    self.bins = bins
  }

  /// "640 values from -0.84 to 0.91, more than half of them from -0.1 to 0.2".
  var text: String {
    guard let filled = bins.filled, let majority = bins.majority else { return "no values" }
    let total = bins.total
    let count = total == 1 ? "1 value" : "\(NumberText.grouped(total)) values"
    if bins.edges[filled.lowerBound] == bins.edges[filled.upperBound] {
      return "\(count), \(number(filled.lowerBound))"
    }
    let extent = "\(count) from \(range(filled))"
    return majority == filled ? extent : "\(extent), more than half of them from \(range(majority))"
  }

  private func range(_ range: Range<Int>) -> String {
    "\(number(range.lowerBound)) to \(number(range.upperBound))"
  }

  private func number(_ edge: Int) -> String { NumberText.significant(bins.edges[edge]) }
}

extension Figure {
  /// Whether all that is drawn are histograms.
  var isHistogram: Bool {
    let series = allSeries
    return !series.isEmpty && series.allSatisfy { $0.bins != nil }
  }
}
