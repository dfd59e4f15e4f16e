import Execution
import Rendering
import Testing

/// Where the words around a heatmap stand, and that they stand within it.
@Suite struct HeatmapLayoutTests {
  @Test func longNamesOverNarrowColumnsAreSlantedAndEveryOtherIsLeftOut() throws {
    let slanted = try slantedLabels(of: confusion(classes: 30)).places
    #expect(slanted.count == 15)
  }

  @Test func slantedNamesEndWithinTheDrawing() throws {
    let (places, width) = try slantedLabels(of: confusion(classes: 12))
    #expect(places.count == 12)
    // The names are cut to about 140, of which 0.77 are to the right.
    let last = try #require(places.last)
    #expect(width > last + 105)
  }

  @Test func namesOfNarrowColumnsStandBesideTheTitleOfTheRows() throws {
    let figure = Figure(
      title: "Grid", x: Axis("rate", categories: (100..<160).map { "0.\($0)" }),
      y: Axis("row", categories: ["0"]),
      layers: [
        .cells(Cells(values: [(0..<60).map(Double.init)], texts: [], valueTitle: "value"))
      ])
    let words = try #require(Elements(FigureSVG(figure, identifier: "f").text)).all
      .filter { $0.name == "text" }.map(\.attributes)
    let title = try #require(
      words.first { $0["class"] == "axis-title" && $0["text-anchor"] == "end" })
    let label = try #require(
      words.first { $0["class"] == "label" && $0["text-anchor"] == "middle" })
    let (end, middle) = (
      try #require(Double(title["x"] ?? "")), try #require(Double(label["x"] ?? ""))
    )
    // Four digits and a point are about 34 wide.
    #expect(middle - 17 > end)
  }

  @Test(arguments: [
    (10, "a rather long", false), (10, "a rather long word", true), (30, "a", false),
  ])
  func namesOfColumnsAreSlantedOnlyWhereNeighboursDoNotFit(
    count: Int, longest: String, areSlanted: Bool
  ) throws {
    let names = (0..<count).map { $0 == 4 ? longest : "\($0 % 10)" }
    let figure = Figure(
      title: "Grid", x: Axis("column", categories: names), y: Axis("row", categories: ["0", "1"]),
      layers: [
        .cells(
          Cells(
            values: [0, 1].map { row in names.indices.map { Double($0 + row) } }, texts: [],
            valueTitle: "value"))
      ])
    #expect(try slantedLabels(of: figure).places.count == (areSlanted ? count : 0))
    let upright = try #require(Elements(FigureSVG(figure, identifier: "f").text)).all.filter {
      $0.name == "text" && $0.attributes["class"] == "label"
        && $0.attributes["text-anchor"] == "middle"
    }
    #expect(upright.count == (areSlanted ? 0 : count))
  }

  @Test func theValueOfASingleColourStandsWithinTheDrawing() throws {
    let elements = try #require(
      Elements(
        FigureSVG(grid([Array(repeating: -0.33333, count: 6)]), identifier: "f").text))
    let label = try #require(elements.all.last { $0.attributes["class"] == "tick" })
    let left = try #require(Double(label.attributes["x"] ?? ""))
    #expect(try width(of: elements) > left + 45)
  }

  @Test func thePowerOfTenOfTheColoursStandsWithinTheDrawing() throws {
    let values = (1...6).map { Double($0) * 1e-7 }
    let elements = try #require(Elements(FigureSVG(grid([values]), identifier: "f").text))
    #expect(elements.text.contains("value (×10⁻⁷)"))
    let title = try #require(elements.all.last { $0.attributes["class"] == "axis-title" })
    let left = try #require(Double(title.attributes["x"] ?? ""))
    #expect(try width(of: elements) > left + 80)
  }

  private func confusion(classes: Int) -> Figure {
    let names = (0..<classes).map { "comp.sys.ibm.pc.hardware \($0)" }
    let values = names.indices.map { row in names.indices.map { $0 == row ? 6.0 : 0 } }
    return Figure(
      title: "Confusion", x: Axis("predicted class", categories: names),
      y: Axis("true class", categories: names),
      layers: [
        .cells(Cells(values: values, texts: [], valueTitle: "examples", areSquares: true))
      ])
  }

  private func grid(_ values: [[Double]]) -> Figure {
    Figure(
      title: "Grid", x: Axis("column", categories: values[0].indices.map { "\($0)" }),
      y: Axis("row", categories: values.indices.map { "\($0)" }),
      layers: [.cells(Cells(values: values, texts: [], valueTitle: "value"))])
  }

  /// Where slanted labels begin, and the width of the drawing.
  private func slantedLabels(of figure: Figure) throws -> (places: [Double], width: Double) {
    let elements = try #require(Elements(FigureSVG(figure, identifier: "f").text))
    let places = elements.values("transform", of: "text").filter { $0.hasSuffix("rotate(-40)") }
      .compactMap { Double($0.dropFirst("translate(".count).prefix { $0 != " " }) }
    return (places, try width(of: elements))
  }

  private func width(of elements: Elements) throws -> Double {
    let box = try #require(elements.values("viewBox", of: "svg").first)
    return try #require(Double(box.split(separator: " ")[2]))
  }
}
