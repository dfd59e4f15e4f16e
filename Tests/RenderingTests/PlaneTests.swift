import Execution
import Rendering
import Testing

@Suite("A plane")
struct PlaneTests {
  private func figure(panels: Int = 1, label: String = "a") -> Figure {
    let plane = Plane(
      quantity: "probability", columns: 3, rows: 3,
      fields: [
        .init(
          label: label, values: [0, 0.5, 1, 0, 0.5, 1, 0, 0.5, 1], color: .category(0),
          levels: [0.25, 0.75])
      ],
      key: [
        .init(color: nil, shade: 1, label: "0.25"), .init(color: nil, shade: 2, label: "0.75"),
      ])
    let points = Series(label: "a", x: [0.5], y: [0.5], color: .category(0))
    var figure = Figure(
      title: "Boundary", x: Axis("x1", limits: 0...1), y: Axis("x2", limits: 0...1),
      panels: (0..<panels).map {
        Panel(
          title: panels == 1 ? "" : "epoch \($0)",
          layers: [.plane(plane)] + (label.isEmpty ? [] : [.series([points], by: .points)]))
      })
    figure.isSquare = true
    return figure
  }

  private func elements(_ figure: Figure) throws -> Elements {
    try #require(Elements(FigureSVG(figure, identifier: "f").text))
  }

  @Test("paints an area for each level, and explains the shades by as many areas on one another")
  func shades() throws {
    let shades = try elements(figure()).all.filter { $0.attributes["class"] == "shade" }
    #expect(shades.count == 2 + 1 + 2)
    #expect(Set(shades.compactMap { $0.attributes["fill-opacity"] }).count == 1)
    let swatches = try elements(figure(panels: 3)).all.filter { $0.attributes["class"] == "swatch" }
    #expect(swatches.count == 2)
  }

  @Test("are squares, of which up to four stand in two columns", arguments: [2, 3, 4, 5, 9])
  func columns(panels: Int) throws {
    let plots = try elements(figure(panels: panels)).all.filter { $0.name == "clipPath" }
    #expect(plots.count == panels)
    let boxes = try elements(figure(panels: panels)).all
      .filter { $0.name == "rect" && $0.attributes["class"] == nil }.prefix(panels)
      .map { ($0.attributes["x"] ?? "", $0.attributes["width"], $0.attributes["height"]) }
    #expect(Set(boxes.map(\.0)).count == (panels < 5 ? 2 : 3))
    #expect(boxes.allSatisfy { $0.1 == $0.2 })
    let width = try #require(boxes.first?.1.flatMap(Double.init))
    #expect(width > (panels < 5 ? 250 : 150))
  }

  @Test("says in words how much each field takes, or from where to where it goes")
  func words() throws {
    #expect(
      FigureSVG(figure(), identifier: "f").description
        == "Plane of probability over x1 and x2. a is 0.5 at x1 0.5. a in 67 % of the plane.")
    let unlabelled = FigureSVG(figure(panels: 2, label: ""), identifier: "f").description
    #expect(unlabelled.contains("epoch 0: probability from 0 to 1."))
    #expect(unlabelled.contains("in 2 panels"))
  }

  @Test("alone has no table of numbers, and does not say that nothing is drawn")
  func alone() throws {
    let figure = figure(panels: 2, label: "")
    #expect(FigureTable.table(of: figure).rows.isEmpty)
    #expect(try !elements(figure).text.contains("no values to draw"))
  }

  @Test("hides what lies beyond its limits, and says in the terminal what it shows")
  func limits() throws {
    #expect(try elements(figure()).all.contains { $0.name == "clipPath" })
    #expect(
      TerminalText.text(of: .figure(figure(panels: 2, label: "")))
        == """
        Boundary [x2 by x1]
          epoch 0: probability from 0 to 1.
          epoch 1: probability from 0 to 1.
        """)
  }

  @Test("of many panels stands in squares")
  func squares() throws {
    let planes = try elements(figure(panels: 12)).all.filter {
      $0.name == "path" && $0.attributes["class"] == "shade"
    }
    #expect(planes.count == 12 * 2 + 3)
  }
}
