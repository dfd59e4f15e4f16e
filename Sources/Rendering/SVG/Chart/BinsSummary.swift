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
    let (lowest, highest) = ends(of: filled)
    if lowest == highest { return "\(count), \(NumberText.significant(lowest))" }
    let extent = "\(count) \(words(filled))"
    return majority == filled ? extent : "\(extent), more than half of them \(words(majority))"
  }

  private func words(_ range: Range<Int>) -> String {
    let (lowest, highest) = ends(of: range)
    return "from \(NumberText.significant(lowest)) to \(NumberText.significant(highest))"
  }

  /// From where to where the numbers in some bins may lie.
  private func ends(of range: Range<Int>) -> (lowest: Double, highest: Double) {
    let (lower, upper) = (bins.edges[range.lowerBound], bins.edges[range.upperBound])
    guard let extent = bins.extent else { return (lower, upper) }
    return (max(lower, extent.lowerBound), min(upper, extent.upperBound))
  }
}

extension Figure {
  /// Whether all that is drawn are histograms.
  var isHistogram: Bool {
    let series = allSeries
    return !series.isEmpty && series.allSatisfy { $0.bins != nil }
  }
}
