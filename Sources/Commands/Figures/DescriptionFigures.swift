import Execution
import Learning

/// What a description shows of itself: how many rows each class has, and how long texts are or where the numbers of columns
/// lie.
struct DescriptionFigures {
  private let description: DatasetDescription

  init(_ description: DatasetDescription) {
    self.description = description
  }

  /// The share of each class in each part.
  var classes: Figure {
    let shown = description.frequentClasses
    let parts = description.parts
    let series = parts.enumerated().map { place, part in
      bars(
        parts.count > 1 ? part.part.rawValue : "share of the rows",
        shown.map { Double(part.counts[$0]) / Double(max(part.rowCount, 1)) }, color: place)
    }
    return Figure(
      title: "Share of each class",
      x: Axis("class", categories: shown.map { description.classes[$0] }),
      y: Axis("share of the rows", includes: 0), layers: [.series(series, by: .bars)],
      seriesTitle: parts.count > 1 ? "part" : nil)
  }

  /// How many texts are of what length.
  func lengths(_ texts: TextDescription) -> Figure {
    let intervals = texts.lengthCounts.intervals
    let words = intervals.map { interval in
      interval.least == interval.greatest
        ? String(interval.least) : "\(interval.least)–\(interval.greatest)"
    }
    return Figure(
      title: "Lengths of the texts", x: Axis("characters", categories: words),
      y: Axis("texts", includes: 0),
      layers: [.series([bars("texts", intervals.map { Double($0.count) }, color: 0)], by: .bars)])
  }

  /// Where the numbers of some columns lie, each on an axis of its own; nil if all of them are constant.
  func columns(_ columns: some Sequence<ColumnDescription>) -> Figure? {
    let panels = columns.compactMap { column in
      column.histogram.map { histogram in
        var bins = Bins(edges: histogram.edges, counts: histogram.counts)
        bins.extent = column.least...column.greatest
        let series = Series(
          outlineOf: bins, label: "", total: Double(max(1, bins.total)), color: .category(0))
        return Panel(
          title: column.name, layers: [.series([series], by: .area)],
          x: Axis("value", limits: histogram.lower...histogram.upper))
      }
    }
    if panels.isEmpty { return nil }
    return Figure(
      title: "Distribution of each column", x: Axis("value"),
      y: Axis("share of the rows", includes: 0), panels: panels)
  }

  /// The mean picture of each class.
  func means(_ pictures: PictureDescription) -> PictureSheet {
    let entries = description.frequentClasses.map { index in
      PictureSheet.Entry(
        pictures.shape, pixels: pictures.means[index], words: description.classes[index])
    }
    return PictureSheet(
      title: "Mean picture of each class", entries: entries,
      remark: description.remarkOnRareClasses)
  }

  private func bars(_ label: String, _ heights: [Double], color: Int) -> Series {
    Series(
      label: label, x: heights.indices.map { Double($0) }, y: heights, color: .category(color))
  }
}
