import Execution

/// The names of a chart's series in columns below the plots, each with its number and a sample of its mark.
struct NameList: Sendable {
  private let names: [String]
  private let title: String?
  private let top: Double
  private let columns: Int
  private let columnWidth: Double
  private let isNumbered: Bool
  /// The room before each name.
  private var indent: Double { Self.sampleWidth + (isNumbered ? Self.numberWidth : 0) }

  private static let rowHeight = 19.0
  private static let titleHeight = 19.0
  private static let numberWidth = 24.0
  private static let sampleWidth = 40.0

  init(_ entries: [Entry], _ figure: Figure, _ layout: ChartLayout, top: Double) {
    names = layout.names.all
    title = figure.namesTitle.map {
      TextMetrics.fit($0, size: ChartLayout.labelSize, into: ChartLayout.width - 4)
    }
    self.top = top
    isNumbered = layout.names.areNumbered
    let room = ChartLayout.width - 4
    let widest =
      names.map { TextMetrics.width($0, size: ChartLayout.labelSize) }.max() ?? 0
    columns = max(
      1, min(Int(room / (widest + Self.sampleWidth + Self.numberWidth + 12)), 5, names.count))
    columnWidth = room / Double(columns)
  }

  var height: Double { 8 + firstRow + Double(rows) * Self.rowHeight }

  private var firstRow: Double { title == nil ? 0 : Self.titleHeight }

  private var rows: Int { (names.count + columns - 1) / columns }

  /// Writes what the names tell apart.
  func drawTitle(into markup: inout Markup) {
    guard let title else { return }
    TextMark(title, at: Point(x: 2, y: top + 13), style: "axis-title").draw(into: &markup)
    markup.newline()
  }

  /// Writes the name of one entry.
  func draw(_ entry: Entry, into markup: inout Markup) {
    guard let first = entry.shapes.first, !entry.name.isEmpty else { return }
    let index = entry.number - 1
    let left = 2 + Double(index / rows) * columnWidth
    let middle = top + firstRow + (Double(index % rows) + 0.5) * Self.rowHeight
    if isNumbered, entry.hasEnd {
      TextMark(
        "\(entry.number)", at: Point(x: left + 18, y: middle + 4), .end,
        style: "label number series"
      )
      .draw(into: &markup, colors: first.series.color.textStyle)
    }
    markup.element("g", ["class": "series", "style": first.series.color.strokeStyle]) {
      first.shapes.drawSample(at: Point(x: left + indent - 25, y: middle), into: &$0)
    }
    let label = TextMetrics.fit(
      entry.name, size: ChartLayout.labelSize, into: columnWidth - indent - 4)
    TextMark(label, at: Point(x: left + indent - 4, y: middle + 4), style: "label")
      .draw(into: &markup)
  }
}
