import Execution
import Rendering
import Testing

/// Titles that are longer than there is room for: what holds numbers is not cut.
@Suite struct NarrowTitleTests {
  private func lines(ofPanels titles: [String]) throws -> [String] {
    let figure = Figure(
      title: "Panels", x: Axis("place"), y: Axis("share"),
      panels: titles.map { title in
        Panel(
          title: title,
          layers: [
            .series(
              [Series(label: "share", x: [1, 2], y: [1, 2], color: .category(0))], by: .bars)
          ])
      })
    let text = FigureSVG(figure, identifier: "f").text
    return text.matches(of: /class="panel-title"[^>]*>([^<]*)</).map { String($0.1) }
  }

  @Test(arguments: [
    ("bill depth: 13.1 to 21.5", ["bill depth: 13.1 to 21.5"]),
    ("bill length (mm): 31.5 to 59.6", ["bill length (mm):", "31.5 to 59.6"]),
    ("sigmoid network, epoch 300", ["sigmoid network,", "epoch 300"]),
    ("learning rate 0.000123456789", ["learning rate", "0.000123456789"]),
  ])
  func aPanelHasItsTitleInTwoLines(_ title: String, _ lines: [String]) throws {
    #expect(try self.lines(ofPanels: [title, "b", "c"]) == lines + ["b", "c"])
  }

  @Test func aNameIsCutAndItsNumbersAreNot() throws {
    let name = String(repeating: "very ", count: 20) + "long"
    for title in [name, name.filter { $0 != " " }] {
      let lines = try lines(ofPanels: ["\(title): -1.25e-05 to 1.25e+08", "b", "c"])
      #expect(lines[0].hasPrefix("very") && lines[0].hasSuffix("…"))
      #expect(lines[1] == "-1.25e-05 to 1.25e+08")
    }
  }

  @Test func aBarOfColoursHasItsWholeTitle() {
    let figure = Figure(
      title: "Gradients", x: Axis("update", categories: ["1", "2"]),
      y: Axis("layer", categories: ["1"]),
      layers: [
        .cells(
          Cells(
            values: [[1, 2]], texts: [[[], []]],
            valueTitle: "log₁₀ of the norm of the weights' gradients"))
      ])
    let text = FigureSVG(figure, identifier: "f").text
    #expect(text.contains(">gradients</text>"))
    #expect(!text.contains("…"))
  }
}
