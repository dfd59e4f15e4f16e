import Execution
import Rendering
import Testing

@Suite struct PictureSheetTests {
  private static let sheet = PictureSheet(
    title: "Two pictures",
    entries: [
      .init(width: 3, height: 2, ink: [255, 255, 0, 255, 255, 128], words: "a block"),
      .init(width: 3, height: 2, ink: [0, 0, 0, 0, 0, 0], words: "nothing"),
    ], remark: "2 of 2")

  private func read(_ sheet: PictureSheet) throws -> Elements {
    try #require(Elements(PictureSheetSVG(sheet, identifier: "s").text))
  }

  @Test func neighboursOfEqualInkAreOneArea() throws {
    let paths = try read(Self.sheet).all.filter { $0.name == "path" }
    #expect(paths.map { $0.attributes["d"] } == ["M2 1h1v1h-1z", "M0 0h2v2h-2z"])
    #expect(paths.map { $0.attributes["fill-opacity"] } == ["0.5", "1"])
  }

  @Test func aSheetIsAnImageWithItsWords() throws {
    let elements = try read(Self.sheet)
    let root = try #require(elements.all.first)
    #expect(root.attributes["role"] == "img")
    #expect(root.attributes["aria-labelledby"] == "s-title s-desc")
    #expect(elements.text.contains("2 pictures of 3 × 2 pixels: a block, nothing."))
    let described = PictureSheetSVG(Self.sheet, identifier: "s", alternativeText: "Own words.")
    #expect(described.description == "Own words.")
    #expect(try read(PictureSheet(title: "", entries: [])).text.contains("No pictures."))
  }

  @Test func numbersOnBothSidesOfPaperHaveTwoInks() throws {
    let entry = PictureSheet.Entry(
      width: 2, height: 1, ink: [255, 0], inkBelow: [0, 128], words: "weights")
    let groups = try read(PictureSheet(title: "", entries: [entry])).all.compactMap {
      $0.name == "g" ? $0.attributes["class"] : nil
    }
    #expect(groups == ["pixels above", "pixels below"])
    let large = PictureSheet.Entry(
      width: 128, height: 1, ink: Array(repeating: 0, count: 128),
      inkBelow: Array(repeating: 200, count: 128), words: "")
    #expect(large.reduced.inkBelow == Array(repeating: 200, count: 64))
  }

  @Test func hostileWordsStayWords() throws {
    let sheet = PictureSheet(
      title: Samples.hostile,
      entries: [.init(width: 1, height: 1, ink: [9], words: Samples.hostile)])
    #expect(try !read(sheet).all.contains { $0.name == "script" })
  }

  @Test func manyPicturesStandInRowsOnOneSheet() throws {
    let entry = Self.sheet.entries[0]
    let sheet = PictureSheet(title: "Many", entries: Array(repeating: entry, count: 100))
    let groups = try read(sheet).all.filter { $0.attributes["class"] == "pixels" }
    #expect(groups.count == 100)
    #expect(Set(groups.compactMap { $0.attributes["transform"] }).count == 100)
  }

  @Test func largePicturesAreDrawnSmaller() {
    let lines = [90, 30].map { (ink: UInt8) -> [UInt8] in Array(repeating: ink, count: 129) }
    let wide = PictureSheet.Entry(width: 129, height: 2, ink: lines[0] + lines[1], words: "wide")
    // Squares of 3 x 3 pixels, of which there are 43 in a row, each with 2 of its 3 lines.
    let means = [UInt8](repeating: 60, count: 43)
    #expect(wide.reduced == PictureSheet.Entry(width: 43, height: 1, ink: means, words: "wide"))
    #expect(Self.sheet.entries[0].reduced == Self.sheet.entries[0])
  }

  @Test func onATerminalPixelsAreShades() {
    #expect(
      TerminalText.text(of: .pictures(Self.sheet))
        == """
        Two pictures
          ██░
          a block  nothing
        2 of 2
        """)
  }

  @Test func inAReportTheyHaveAFiguresCaption() throws {
    let block = BlockView(
      command: "show", anchor: "b", outputs: [.pictures(Self.sheet)],
      figures: [.init(number: 3, anchor: "fig-p", html: "What it looks like.")])
    let page = ReportPage(title: "t", body: [.block(block)]).html
    #expect(page.contains("<figure id=\"fig-p\">"))
    #expect(page.contains("What it looks like."))
    #expect(page.contains("<p class=\"remark\">2 of 2</p>"))
  }

  @Test func aReferenceLineOfEqualValuesGoesFromCornerToCorner() throws {
    let series = Series(label: "y", x: [0, 10], y: [0, 10], color: .category(0))
    func lines(_ x: Axis) throws -> [String?] {
      let figure = Figure(
        title: "t", x: x, y: Axis("y"), layers: [.series([series], by: .points)],
        references: [.identity(label: "x = y")])
      let text = FigureSVG(figure, identifier: "f").text
      let remark = x.scale == .logarithmic ? ", not drawn" : ""
      #expect(text.contains("Reference line of equal values\(remark): x = y."))
      return try #require(Elements(text)).all
        .filter { $0.attributes["class"] == "reference" }.map { $0.attributes["d"] }
    }
    let line = try #require(lines(Axis("x")).first ?? nil)
    let ends = line.dropFirst().split(separator: "L").map { $0.split(separator: " ") }
    #expect(ends.count == 2 && ends[0][0] < ends[1][0] && ends[0][1] != ends[1][1])
    // It would be no straight line where only one axis is logarithmic.
    #expect(try lines(Axis("x", scale: .logarithmic)).isEmpty)
  }
}
