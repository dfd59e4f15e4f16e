import Execution
import Rendering
import Testing

/// Histograms in words, as tables and as drawings.
@Suite struct HistogramFigureTests {
  private func outline(_ counts: [Int], _ edges: [Double], label: String) -> Series {
    var series = Series(label: label, x: [], y: [], color: .category(0))
    for (bin, count) in counts.enumerated() {
      series.x += [edges[bin], edges[bin + 1]]
      series.y += [Double(count), Double(count)]
    }
    series.bins = Bins(edges: edges, counts: counts)
    return series
  }

  private var ofOneRun: Figure {
    Figure(
      title: "Losses", x: Axis("cross-entropy (nats)"), y: Axis("count"),
      layers: [.series([outline([0, 1, 40, 2], [0, 0.5, 1, 1.5, 2], label: "")], by: .area)])
  }

  private var ofLayers: Figure {
    Figure(
      title: "Weights", x: Axis("weight"), y: Axis("share"),
      panels: [1.0, 2].enumerated().map { index, size in
        Panel(
          title: "layer \(index + 1)",
          layers: [.series([outline([3, 3], [-size, 0, size], label: "update 9")], by: .line)])
      })
  }

  @Test func saysHowManyValuesLieWhere() {
    let words = "43 values from 0.5 to 2, more than half of them from 1 to 1.5"
    #expect(
      FigureSVG(ofOneRun, identifier: "f").description
        == "Histogram of cross-entropy, 0 to 2. cross-entropy: \(words).")
    #expect(
      TerminalText.text(of: .figure(ofOneRun))
        == "Losses [count by cross-entropy (nats)]\n    \(words)")
    #expect(
      FigureSVG(ofLayers, identifier: "f").description.contains(
        "layer 2, update 9: 6 values from -2 to 2."))
  }

  @Test(arguments: [
    ([0, 0], [0, 1, 2], "no values"), ([1], [3, 3], "1 value, 3"),
    ([2, 0], [0, 1, 2], "2 values from 0 to 1"),
  ])
  func saysSoOfFewValues(_ counts: [Int], _ edges: [Double], _ words: String) {
    let figure = Samples.chart([outline(counts, edges, label: "a")])
    #expect(FigureSVG(figure, identifier: "f").description.contains("a: \(words)."))
  }

  /// In bins that several lists share, most lists begin and end somewhere within one.
  @Test(arguments: [
    ([1, 2, 0], 0.25...1.5, "3 values from 0.25 to 1.5, more than half of them from 1 to 1.5"),
    ([0, 3, 4], 1.5...3, "7 values from 1.5 to 3, more than half of them from 2 to 3"),
    ([0, 2, 0], 1.25...1.5, "2 values from 1.25 to 1.5"), ([0, 2, 0], 1.5...1.5, "2 values, 1.5"),
  ])
  func saysFromWhereToWhereTheNumbersLie(
    _ counts: [Int], _ extent: ClosedRange<Double>, _ words: String
  ) {
    var series = outline(counts, [0.0, 1, 2, 3], label: "a")
    series.bins?.extent = extent
    let figure = Samples.chart([series])
    #expect(FigureSVG(figure, identifier: "f").description.contains("a: \(words)."))
    #expect(TerminalText.text(of: .figure(figure)).hasSuffix("a  \(words)"))
  }

  @Test func hasATableOfItsBins() {
    let table = FigureTable.table(of: ofOneRun)
    #expect(table.columns.map(\.title) == ["from", "to", "count"])
    #expect(table.rows[2] == ["1.0000", "1.5000", "40"])
    #expect(table.rows.count == 4)
  }

  @Test func countsOverTheSameBinsStandSideBySide() {
    let edges = [0.0, 1, 2]
    let table = FigureTable.table(
      of: Samples.chart([
        outline([1, 2], edges, label: "a"), outline([3, 4], edges, label: "b"),
      ]))
    #expect(table.columns.map(\.title) == ["from", "to", "a, count", "b, count"])
    #expect(table.rows == [["0", "1", "1", "3"], ["1", "2", "2", "4"]])
  }

  @Test func binsOfDifferentEndsStandOneBelowTheOther() {
    let table = FigureTable.table(of: ofLayers)
    #expect(table.columns.map(\.title) == ["of", "from", "to", "count"])
    #expect(
      table.rows == [
        ["layer 1, update 9", "-1", "0", "3"], ["layer 1, update 9", "0", "1", "3"],
        ["layer 2, update 9", "-2", "0", "3"], ["layer 2, update 9", "0", "2", "3"],
      ])
  }

  @Test func ofSeveralPanelsIsNamedOnceBelowThem() throws {
    let panels = (1...4).map { layer in
      let updates = ["update 1", "update 271"].map { outline([1, 3], [-1, 0, 1], label: $0) }
      return Panel(title: "layer \(layer)", layers: [.series(updates, by: .line)])
    }
    let figure = Figure(
      title: "Weights", x: Axis("weight", limits: -1...1), y: Axis("share"), panels: panels,
      seriesTitle: "update")
    let words = try #require(Elements(FigureSVG(figure, identifier: "f").text)).all.filter {
      $0.name == "text"
    }.map(\.attributes)
    // The names are nowhere but in the list, and no numbers stand for them.
    #expect(words.filter { $0["class"] == "label" }.count == 2)
    #expect(!words.contains { $0["class"]?.contains("series") == true })
  }

  @Test func hasNoDotsAtItsCorners() throws {
    let elements = try #require(Elements(FigureSVG(ofOneRun, identifier: "f").text))
    #expect(elements.all.allSatisfy { $0.name != "circle" })
  }
}
