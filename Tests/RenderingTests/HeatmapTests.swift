import Execution
import Rendering
import Testing

@Suite struct HeatmapTests {
  @Test func smallGridsAreReadOutCellByCell() {
    let description = FigureSVG(Samples.confusionMatrix, identifier: "f").description
    #expect(description.contains("true class ham: ham 726, 98.8 %; spam 9, 1.2 %."))
    #expect(description.contains("Marked: 294 at true class spam, predicted class spam."))
  }

  @Test(arguments: [10, 15])
  func theCountsOfManyClassesStandInTheirCells(classes: Int) throws {
    let elements = try #require(
      Elements(FigureSVG(Samples.confusion(classes: classes), identifier: "f").text))
    let texts = elements.all.filter { $0.name == "text" && $0.attributes["fill"] != nil }
    #expect(texts.count == classes * classes)
    #expect(texts.count { $0.attributes["class"] == "value" } == classes + 3)
  }

  @Test func aFewMistakesOfManyClassesDifferFromNoneAndFromOneAnother() throws {
    let svg = FigureSVG(Samples.confusion(classes: 10), identifier: "f").text
    let cells = try #require(Elements(svg)).all.filter { $0.name == "rect" }.map(\.attributes)
    let fills = cells[90..<100].compactMap { $0["fill"] }
    #expect(Set(fills.prefix(3) + fills.suffix(1)).count == 4)
    #expect(Set(fills.dropFirst(3).prefix(6)) == [ColorMap.shares.anchors[0].hex])
  }

  /// A rare class and a frequent one with the same shares look the same, with two classes as with more.
  @Test func theColoursOfAConfusionMatrixAreSharesOfTheTrueClass() throws {
    for counts in [[[900.0, 100], [1, 9]], [[900, 100, 0], [1, 9, 0], [0, 0, 5]]] {
      let names = counts.indices.map { "\($0)" }
      let shares = Cells.Shares(
        percentages: counts.map { row in row.map { 100 * $0 / row.reduce(0, +) } },
        title: "% of the true class")
      let figure = Figure(
        title: "Confusion", x: Axis("predicted class", categories: names),
        y: Axis("true class", categories: names),
        layers: [
          .cells(
            Cells(
              values: counts, texts: [], valueTitle: "examples", shares: shares, areSquares: true))
        ])
      let elements = try #require(Elements(FigureSVG(figure, identifier: "f").text))
      let fills = elements.all.filter { $0.name == "rect" }.compactMap { $0.attributes["fill"] }
      let second = counts[0].count
      #expect(fills[0] == fills[second + 1] && fills[1] == fills[second])
      #expect(fills[0] != fills[1])
      #expect(elements.text.contains("% of the true"))
      for tick in ["20", "80"] { #expect(elements.text.contains(tick)) }
      #expect(FigureSVG(figure, identifier: "f").description.contains("0 900; 1 100"))
    }
  }

  @Test func figuresWithCommonEndsHaveTheSameColourForAValue() throws {
    let fills = try [[[1.0, 2]], [[2, 3]]].map { values in
      let cells = Cells(values: values, texts: [], valueTitle: "value", ends: 1...3)
      let figure = Figure(
        title: "Grid", x: Axis("column", categories: ["0", "1"]), y: Axis("row", categories: ["0"]),
        layers: [.cells(cells)])
      return try #require(Elements(FigureSVG(figure, identifier: "f").text)).values(
        "fill", of: "rect")
    }
    #expect(fills[0][1] == fills[1][0])
  }

  @Test func cellsThatAreNotFiniteAreHatched() throws {
    let svg = FigureSVG(grid([[1, .nan], [.infinity, 2]]), identifier: "f").text
    let fills = try #require(Elements(svg)).values("fill", of: "rect")
    #expect(fills.filter { $0 == "url(#f-hatch)" }.count == 2)
  }

  /// All runs of a sweep may diverge.
  @Test(arguments: [([[.nan, .infinity]], 0), ([[.nan, 1]], 1)] as [([[Double]], Int)])
  func coloursAreExplainedWhereThereAreAny(values: [[Double]], bars: Int) throws {
    let elements = try #require(Elements(FigureSVG(grid(values), identifier: "f").text))
    #expect(elements.values("fill", of: "rect").filter { $0 == "url(#f-colors)" }.count == bars)
    #expect(elements.all.filter { $0.name == "linearGradient" }.count == bars)
  }

  @Test func aCellThatIsNotFiniteSaysWhatItIs() {
    let svg = FigureSVG(grid([[1, .infinity]]), identifier: "f").text
    #expect(svg.contains("<title>row 0, column 1: inf</title>"))
  }

  private func sweep(columns: Int) -> Figure {
    let cells = Cells(
      values: [[.nan] + (1..<columns).map(Double.init)],
      texts: [[["diverged", "at update 12"]] + (1..<columns).map { ["\($0)"] }],
      valueTitle: "loss")
    return Figure(
      title: "Loss", x: Axis("learning rate", categories: (0..<columns).map { "\($0)" }),
      y: Axis("", categories: [""]), layers: [.cells(cells)])
  }

  @Test(arguments: [3, 12])
  func whatBecameOfARunStandsInItsTooltipAndInTheDescription(columns: Int) {
    let drawing = FigureSVG(sweep(columns: columns), identifier: "f")
    #expect(drawing.text.contains("<title>learning rate 0: diverged at update 12</title>"))
    let told =
      columns == 3
      ? "0 diverged at update 12; 1 1"
      : "1 cell is not finite: learning rate 0 (diverged at update 12)."
    #expect(drawing.description.contains(told), "\(drawing.description)")
  }

  /// The words are longer than numbers: these keep their size, and the words are smaller or left to the tooltip.
  @Test func whatBecameOfARunTakesNoRoomFromNumbers() throws {
    let wide = try #require(Elements(FigureSVG(sweep(columns: 3), identifier: "f").text))
    #expect(wide.text.contains("at update 12"))
    let narrow = try #require(Elements(FigureSVG(sweep(columns: 20), identifier: "f").text))
    let sizes = narrow.all.compactMap { $0.name == "text" ? $0.attributes["font-size"] : nil }
    #expect(sizes.count == 19 && Set(sizes).count == 1)
  }

  @Test func runsThatDifferInOneSettingAreReadOutWithoutRows() {
    let cells = Cells(
      values: [[0.5, 0.25]], texts: [], valueTitle: "loss", marked: .init(row: 0, column: 1))
    let figure = Figure(
      title: "Loss", x: Axis("learning rate", categories: ["0.1", "1"]),
      y: Axis("", categories: [""]), layers: [.cells(cells)])
    #expect(
      FigureSVG(figure, identifier: "f").description
        == "Heatmap of loss by learning rate (2 columns). 0.1 0.5; 1 0.25. "
        + "Marked: 0.25 at learning rate 1.")
  }

  @Test func equalNeighboursInLargeGridsAreOneStroke() throws {
    let values = Array(repeating: Array(repeating: 3.0, count: 60), count: 60)
    let elements = try #require(Elements(FigureSVG(grid(values), identifier: "f").text))
    let strips = elements.all.filter { $0.attributes["stroke"] != nil }
    #expect(strips.count == 1)
    #expect(strips.first?.attributes["d"]?.filter { $0 == "M" }.count == 60)
  }

  @Test func hugeGridsAreDrawnInBlocksAndSaySo() {
    let values = (0..<500).map { row in (0..<500).map { Double(row * $0) } }
    let svg = FigureSVG(grid(values), identifier: "f")
    #expect(svg.text.utf8.count < 200_000)
    #expect(svg.description.contains("each cell is the mean of 7 × 7 values"))
  }

  @Test(arguments: [
    [[]], [[.nan]], [[5]], [[1e300, -1e300]], [[0, 0], [0, 0]], [[1], [2, 3, 4]],
  ])
  func anyGridIsDrawn(values: [[Double]]) throws {
    for colors in [Cells.Colors.sequential, .diverging] {
      let svg = FigureSVG(grid(values, colors), identifier: "f").text
      #expect(try #require(Elements(svg)).attributesThatAreNotFinite.isEmpty)
    }
  }

  private func grid(_ values: [[Double]], _ colors: Cells.Colors = .sequential) -> Figure {
    Figure(
      title: "Grid", x: Axis("column", categories: (values.first ?? []).indices.map { "\($0)" }),
      y: Axis("row", categories: values.indices.map { "\($0)" }),
      layers: [.cells(Cells(values: values, texts: [], valueTitle: "value", colors: colors))])
  }
}
