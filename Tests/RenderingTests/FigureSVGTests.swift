import Execution
import Rendering
import Testing

@Suite struct FigureSVGTests {
  private static let figures = [
    Samples.lineChart, Samples.logarithmicChart, Samples.confusionMatrix, Samples.multiples,
    Samples.bars, Samples.chart([1, 2], label: Samples.hostile),
  ]

  @Test(arguments: figures)
  func figuresAreWellFormedAndDescribed(figure: Figure) throws {
    let elements = try #require(Elements(FigureSVG(figure, identifier: "fig.7").text))
    let root = try #require(elements.all.first)
    #expect(root.attributes["aria-labelledby"] == "fig.7-title fig.7-desc")
    #expect(elements.values("id", of: "title") == ["fig.7-title"])
    #expect(elements.values("id", of: "desc") == ["fig.7-desc"])
  }

  /// The parts of an image are hidden from screen readers, so one that has parts to stop at is a group.
  @Test(arguments: figures)
  func whatTakesTheFocusIsNoPartOfAnImage(figure: Figure) throws {
    let elements = try #require(Elements(FigureSVG(figure, identifier: "f").text))
    let stops = elements.all.filter { $0.attributes["tabindex"] != nil }
    #expect(stops.allSatisfy { $0.attributes["role"] == "img" })
    #expect(elements.values("role", of: "svg") == [stops.isEmpty ? "img" : "group"])
  }

  @Test func aNameInFocusSaysHowItsSeriesRun() throws {
    let elements = try #require(Elements(FigureSVG(Samples.lineChart, identifier: "f").text))
    #expect(
      elements.values("aria-label", of: "g") == [
        "training falls from 0.58 to 0.05, its lowest value.",
        "validation falls from 0.53 to 0.19, lowest 0.17 at epoch 4.",
      ])
  }

  @Test(arguments: figures)
  func allIdsBeginWithTheIdentifier(figure: Figure) throws {
    let elements = try #require(Elements(FigureSVG(figure, identifier: "fig.7").text))
    let ids = elements.all.compactMap { $0.attributes["id"] }
    #expect(ids.allSatisfy { $0.hasPrefix("fig.7-") })
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: figures)
  func theSameFigureIsTheSameText(figure: Figure) {
    let texts = (0..<3).map { _ in FigureSVG(figure, identifier: "f").text }
    #expect(Set(texts).count == 1)
  }

  @Test func hostileTextStaysText() throws {
    let figure = Figure(
      title: Samples.hostile, x: Axis(Samples.hostile), y: Axis(Samples.hostile),
      layers: [
        .series(
          [
            Series(
              label: Samples.hostile, x: [1], y: [1], color: .category(0),
              highlight: .init(index: 0, label: Samples.hostile))
          ], by: .line)
      ], references: [ReferenceLine(y: 1, label: Samples.hostile)],
      seriesTitle: Samples.hostile)
    let elements = try #require(Elements(FigureSVG(figure, identifier: "f").text))
    #expect(!elements.all.contains { $0.name == "script" })
    #expect(elements.text.contains("<script>alert('1')</script>"))
  }

  @Test func aNumberThatIsNoneIsNoticedWhereverItStands() throws {
    let document = """
      <svg a="nan" d="M1 2L3 -inf" e="M nan 2" f="M1 2Linf 4" id="information" g="a nanny" h="1 2"/>
      """
    let found = try #require(Elements(document)).attributesThatAreNotFinite
    #expect(Set(found.compactMap { $0.split(separator: " ")[1].first }) == ["a", "d", "e", "f"])
  }

  @Test func aFigureAloneCarriesItsStylesheet() throws {
    let svg = FigureSVG(Samples.lineChart, identifier: "f").standaloneText
    #expect(Elements(svg) != nil)
    #expect(svg.contains("prefers-color-scheme: dark"))
  }
}
