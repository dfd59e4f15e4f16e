import Execution

extension Smoothing {
  /// What a name says of a smoothed line: "smoothed (weight 0.9)".
  var words: String { "smoothed (weight \(formattedSetting(weight)))" }
}

extension Series {
  /// The values that its line runs through: smoothed ones, if there are.
  var course: [Double] { smoothing?.values ?? y }
}

extension Figure {
  /// How lines are smoothed, if some are.
  private var smoothing: Smoothing? { allSeries.lazy.compactMap(\.smoothing).first }

  var isSmoothed: Bool { smoothing != nil }

  /// What stands above the names of the series: what they tell apart, and how lines are smoothed.
  var namesTitle: String? {
    let words = [seriesTitle, smoothing?.words].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }
}
