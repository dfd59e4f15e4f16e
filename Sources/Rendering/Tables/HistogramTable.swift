import Execution

/// The bins of a figure's histograms as a table.
struct HistogramTable: Sendable {
  private struct Histogram: Sendable {
    var name: String
    var bins: Bins
  }

  private let histograms: [Histogram]

  /// The bins of all panels; nil where something else is drawn, too.
  init?(_ figure: Figure) {
    guard figure.isHistogram else { return nil }
    histograms = figure.panels.flatMap { panel in
      panel.allSeries.compactMap { series in
        let words = [panel.title, series.label].filter { !$0.isEmpty }
        return series.bins.map { Histogram(name: words.joined(separator: ", "), bins: $0) }
      }
    }
  }

  /// A row for each bin: of histograms over the same bins with a count for each of them, of others one after the other.
  var table: Table {
    histograms.allSatisfy { $0.bins.edges == histograms[0].bins.edges }
      ? sideBySide : oneBelowTheOther
  }

  private var sideBySide: Table {
    let ends = Self.ends(of: histograms[0].bins)
    let counts = histograms.map { histogram in
      Table.Column(histogram.name.isEmpty ? "count" : "\(histogram.name), count", .end)
    }
    return Table(
      columns: [Table.Column("from", .end), Table.Column("to", .end)] + counts,
      rows: ends.indices.map { bin in
        ends[bin] + histograms.map { String($0.bins.counts[bin]) }
      })
  }

  private var oneBelowTheOther: Table {
    let numbers = ["from", "to", "count"].map { Table.Column($0, .end) }
    let rows = histograms.flatMap { histogram in
      zip(Self.ends(of: histogram.bins), histogram.bins.counts).map { ends, count in
        [histogram.name] + ends + [String(count)]
      }
    }
    return Table(columns: [Table.Column("of")] + numbers, rows: rows)
  }

  /// Where each bin begins and ends.
  private static func ends(of bins: Bins) -> [[String]] {
    let edges = NumberColumn(bins.edges).texts
    return zip(edges, edges.dropFirst()).map { [$0, $1] }
  }
}
