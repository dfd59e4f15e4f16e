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
    let styles = elements.all.filter { $0.name == "text" }.map { $0.attributes["class"] }
    #expect(styles.count { $0 == "value" } == classes + 3)
    #expect(styles.count { $0 == "nothing" } == classes * (classes - 1) - 3)
  }

  @Test func aFewMistakesOfManyClassesDifferFromNoneAndFromOneAnother() throws {
    let svg = FigureSVG(Samples.confusion(classes: 10), identifier: "f").text
    let cells = try #require(Elements(svg)).all.filter { $0.name == "rect" }.map(\.attributes)
    let lastRow = cells[90..<100]
    #expect(lastRow.prefix(3).allSatisfy { $0["fill"]?.hasPrefix("#") == true })
    #expect(Set(lastRow.compactMap { $0["fill"] }).count == 4)
    #expect(lastRow.dropFirst(3).prefix(6).allSatisfy { $0["class"] == "blank" })
  }

  /// Square roots bring the lower ticks of the bar of colours apart and the upper ones together.
  @Test func theBarOfColoursShowsHowCountsAreColoured() throws {
    let svg = FigureSVG(Samples.confusion(classes: 10), identifier: "f").text
    let heights = try #require(Elements(svg)).all
      .filter { $0.name == "text" && $0.attributes["class"] == nil }
      .compactMap { $0.attributes["y"].flatMap(Double.init) }
    #expect(heights.count >= 4)
    let gaps = zip(heights, heights.dropFirst()).map { $0 - $1 }
    #expect(zip(gaps, gaps.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func cellsThatAreNotFiniteAreHatched() throws {
    let svg = FigureSVG(grid([[1, .nan], [.infinity, 2]]), identifier: "f").text
    let fills = try #require(Elements(svg)).values("fill", of: "rect")
    #expect(fills.filter { $0 == "url(#f-hatch)" }.count == 2)
  }

  @Test func aCellThatIsNotFiniteSaysWhatItIs() {
    let svg = FigureSVG(grid([[1, .infinity]]), identifier: "f").text
    #expect(svg.contains("<title>row 0, column 1: inf</title>"))
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
