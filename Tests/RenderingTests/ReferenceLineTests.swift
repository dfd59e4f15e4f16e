import Execution
import Rendering
import Testing

/// Lines to compare with, and lines upwards where something happened.
@Suite struct ReferenceLineTests {
  private static let guessing = ReferenceLine(y: 0.6931, label: "guessing: ln 2 = 0.6931")

  private func figure(_ line: ReferenceLine, y: Axis = Axis("loss", includes: 0)) -> Figure {
    let series = Series(
      label: "training", x: [1, 2, 3, 4], y: [0.3, 0.2, 0.15, 0.1], color: .category(0))
    return Figure(
      title: "Loss", x: Axis("epoch"), y: y, layers: [.series([series], by: .line)],
      references: [line])
  }

  private func paths(of figure: Figure) throws -> [String] {
    let elements = try #require(Elements(FigureSVG(figure, identifier: "f").text))
    return elements.all.filter { $0.attributes["class"] == "reference" }
      .compactMap { $0.attributes["d"] }
  }

  @Test(arguments: [2.0, 4])
  func atAPlaceRunsUpwardsWithItsWordsBeside(place: Double) throws {
    let figure = figure(ReferenceLine(x: place, label: "stopped early"))
    #expect(try paths(of: figure).count { $0.contains("V") } == 1)
    let elements = try #require(Elements(FigureSVG(figure, identifier: "f").text))
    let words = elements.all.filter { $0.attributes["class"] == "reference-label halo" }
    #expect(words.count == 1)
    let description = FigureSVG(figure, identifier: "f").description
    #expect(
      description.hasSuffix(" Reference line at epoch \(Int(place)): stopped early."),
      "\(description)")
  }

  @Test func beyondTheAxisOfPlacesIsLeftOut() throws {
    #expect(try paths(of: figure(ReferenceLine(x: 9, label: "far"))) == [])
  }

  @Test func thatIsNotDrawnIsToldOfInWordsAndTakesNoRoom() throws {
    var far = Self.guessing
    far.isDrawn = false
    let drawing = FigureSVG(figure(far), identifier: "f")
    #expect(try paths(of: figure(far)) == [])
    #expect(
      drawing.description.hasSuffix(
        " Reference line at 0.6931, not drawn: guessing: ln 2 = 0.6931."))
    #expect(drawing.text.contains("too far away to be drawn: guessing: ln 2 = 0.6931"))
    #expect(!drawing.text.contains(">0.6<"), "the axis ends where the values do")
    #expect(try paths(of: figure(Self.guessing)).count == 1)
  }

  /// Who sets limits knows what lies beyond them.
  @Test func beyondLimitsStandsInTheDescriptionAlone() {
    var far = Self.guessing
    far.isDrawn = false
    let drawing = FigureSVG(figure(far, y: Axis("loss", limits: 0...0.4)), identifier: "f")
    #expect(drawing.description.contains("not drawn: guessing"))
    #expect(!drawing.text.contains("too far away"))
  }

  /// The description says only of what is seen where it runs.
  @Test func whatTheLimitsCutOffIsNotDescribedAsDrawn() throws {
    var place = figure(ReferenceLine(x: 4, label: "stopped early"))
    place.x.limits = 1...3
    let level = figure(Self.guessing, y: Axis("loss", limits: 0...0.4))
    let far = figure(ReferenceLine(x: 9, label: "far"))
    for (figure, words) in [
      (place, "at epoch 4, not drawn: stopped early."),
      (level, "at 0.6931, not drawn: guessing: ln 2 = 0.6931."),
      (far, "at epoch 9, not drawn: far."),
    ] {
      let description = FigureSVG(figure, identifier: "f").description
      #expect(try paths(of: figure) == [])
      #expect(description.contains(" Reference line \(words)"), "\(description)")
    }
    place.x.limits = 1...4
    #expect(
      FigureSVG(place, identifier: "f").description.contains("at epoch 4: stopped early."))
  }

  @Test func theAuthorsWordsHaveTheirLanguage() throws {
    var figure = figure(Self.guessing)
    figure.title = "Verlust"
    figure.x.title = "Epoche"
    figure.wordsOfAuthor = ["Verlust", "Epoche", "training"]
    let german = try #require(
      Elements(FigureSVG(figure, identifier: "f", language: "de").text))
    #expect(german.values("lang", of: "title") == ["de"])
    #expect(german.values("lang", of: "text").count == 3)
    let same = FigureSVG(figure, identifier: "f").text
    #expect(!same.contains("lang="))
  }
}
