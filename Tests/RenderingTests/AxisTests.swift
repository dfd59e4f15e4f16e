import Execution
import Rendering
import Testing

/// What axes show, and the words beside them.
@Suite struct AxisTests {
  @Test func labelsThatWouldLieOverOneAnotherAreLeftOut() throws {
    let series = Series(
      label: "", x: (0..<9).map { 1_700_000_000 + Double($0) }, y: (0..<9).map(Double.init),
      color: .category(0))
    let places = try tickLabels("middle", of: Samples.chart([series], x: Axis("second")))
      .compactMap { Double($0["x"] ?? "") }
    #expect(places.count == 5)
    // Ten digits in groups are about 80 wide.
    #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 > 80 })
  }

  @Test(arguments: [(0.16, 0.9), (0.61, 2.9), (7.1, 19), (0.21, 0.49), (0.9, 40)])
  func labelsOfALogarithmicAxisAreApartInSmallPanels(lowest: Double, highest: Double) throws {
    let series = Series(label: "", x: [1, 2], y: [highest, lowest], color: .category(0))
    let panels = (1...3).map { Panel(title: "\($0)", layers: [.series([series], by: .line)]) }
    let figure = Figure(
      title: "Losses", x: Axis("epoch"),
      y: Axis("loss", scale: .logarithmic, limits: lowest...highest), panels: panels)
    let heights = try tickLabels("end", of: figure).compactMap { Double($0["y"] ?? "") }
    #expect(heights.count >= 2)
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 - $1 >= 13.9 }, "\(heights)")
  }

  @Test func labelsStayWithinTheDrawing() throws {
    let series = Series(label: "", x: [1e9, 1e9 + 8], y: [0, 1], color: .category(0))
    let places = try tickLabels("middle", of: Samples.chart([series], x: Axis("second")))
      .compactMap { Double($0["x"] ?? "") }
    #expect(try #require(places.first) > 40)
    #expect(try #require(places.last) < 600)
  }

  @Test func wholeNumbersHaveTicksBetweenThemWhereLimitsShowButOne() throws {
    let series = Series(label: "", x: [1, 2, 3], y: [1, 1, 1], color: .category(0))
    let figure = Samples.chart([series], y: Axis("accuracy", limits: 0.9...1.05))
    #expect(try tickLabels("end", of: figure).count == 4)
  }

  @Test(arguments: [
    (0...Double.leastNonzeroMagnitude, Axis.Scale.linear),
    (1e16...(1e16 + 2.0), Axis.Scale.linear),
    (1.0...1.0.nextUp, Axis.Scale.logarithmic),
  ])
  func limitsWithoutRoomBetweenThemAreMovedApart(limits: ClosedRange<Double>, scale: Axis.Scale)
    throws
  {
    let series = Series(
      label: "", x: [1, 2, 3], y: [limits.lowerBound, 1, 2], color: .category(0),
      highlight: .init(index: 0, label: "here"))
    let figure = Samples.chart([series], y: Axis("loss", scale: scale, limits: limits))
    let elements = try #require(Elements(FigureSVG(figure, identifier: "f").text))
    #expect(elements.attributesThatAreNotFinite.isEmpty)
    #expect(try tickLabels("end", of: figure).count >= 2)
  }

  @Test func onlyAUnitIsLeftOutOfWhatIsMeasured() {
    let series = Series(label: "", x: [1, 2], y: [0.5, 0.25], color: .category(0))
    let figure = Samples.chart([series], y: Axis("P(spam)"), by: .points)
    #expect(
      FigureSVG(figure, identifier: "f").text.contains("<title>P(spam), update 2: 0.25</title>"))
  }

  @Test func aNameOfAnyLengthIsCut() {
    let name = String(repeating: "name ", count: 20_000)
    let series = Series(label: name, x: [1, 2], y: [0.5, 0.25], color: .category(0))
    let svg = FigureSVG(Samples.chart([series]), identifier: "f").text
    #expect(svg.contains("…</text>"))
  }

  /// Where values are compared with what they should be, equal ones lie on the diagonal of a square.
  @Test func axesWithALineOfEqualValuesShowTheSameValues() throws {
    let series = Series(label: "y", x: [100, 120, 157], y: [3, 12.5, 40], color: .category(0))
    let figure = Figure(
      title: "Predicted", x: Axis("true"), y: Axis("predicted"),
      layers: [.series([series], by: .points)], references: [.identity(label: "equal")])
    let labels = try ["middle", "end"].map { anchor in try tickLabels(anchor, of: figure).count }
    #expect(labels[0] == labels[1] && labels[0] >= 4)
    let elements = try #require(Elements(FigureSVG(figure, identifier: "f").text))
    let line = try #require(elements.all.first { $0.attributes["class"] == "reference" })
    let numbers = try #require(line.attributes["d"]).split { !"0123456789.".contains($0) }
      .compactMap { Double($0) }
    try #require(numbers.count == 4)
    #expect(numbers[2] - numbers[0] > 250)
    #expect(abs((numbers[2] - numbers[0]) - (numbers[1] - numbers[3])) < 0.1)
  }

  /// Long words between short ones have their room, too.
  @Test(arguments: [
    (
      [
        "http", "guaranteed", "free", "click", "example", "act", "help", "reply", "offer",
        "address",
      ], false
    ),
    (
      [
        "guaranteed", "guaranteed", "free", "click", "example", "act", "help", "reply", "offer",
        "or",
      ], true
    ),
    (["reconnaissance fleet", "a", "a", "a", "a", "a", "a", "a", "a", "a"], true),
    (["a", "a", "a", "a", "a", "a", "a", "a", "a", "reconnaissance fleet"], true),
    (["only"], false), ([], false),
  ])
  func wordsAreSlantedOnlyWhereNeighboursDoNotFit(words: [String], areSlanted: Bool) throws {
    let series = Series(
      label: "", x: words.indices.map(Double.init), y: words.map { _ in 1 }, color: .category(0))
    let figure = Samples.chart([series], x: Axis("word", categories: words), by: .bars)
    let elements = try #require(Elements(FigureSVG(figure, identifier: "f").text))
    let slanted = elements.values("transform", of: "text")
    #expect(slanted.count == (areSlanted ? words.count : 0))
    let upright = try tickLabels("middle", of: figure).count
    #expect(upright == (areSlanted ? 0 : words.count))
  }

  /// The tick labels with an anchor: "middle" below the plot, "end" to its left.
  private func tickLabels(_ anchor: String, of figure: Figure) throws -> [[String: String]] {
    try #require(Elements(FigureSVG(figure, identifier: "f").text)).all
      .filter { $0.name == "text" && $0.attributes["class"] == nil }
      .map(\.attributes).filter { $0["text-anchor"] == anchor }
  }
}
