import Execution
import Rendering
import Testing

@Suite struct HeatmapTests {
  @Test func smallGridsAreReadOutCellByCell() {
    let description = FigureSVG(Samples.confusionMatrix, identifier: "f").description
    #expect(description.contains("true class ham: ham 726, 98.8 %; spam 9, 1.2 %."))
    #expect(description.contains("Marked: 294 at true class spam, predicted class spam."))
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
