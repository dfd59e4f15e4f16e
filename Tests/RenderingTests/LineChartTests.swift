import Execution
import Rendering
import Testing

@Suite struct LineChartTests {
  @Test func aMillionPointsKeepTheirExtremesInFewCorners() throws {
    var values = (0..<1_000_000).map { Double(($0 * 7919) % 1000) / 1000 }
    values[123_456] = 9
    values[876_543] = -3
    let reduced = try corners(of: Samples.chart(values))
    #expect(reduced.count <= 4000)
    let heights = reduced.map(\.y)
    let zero = try corners(of: Samples.chart([9, -3])).map(\.y)
    #expect(heights.min() == zero.min())
    #expect(heights.max() == zero.max())
  }

  @Test func aLineToAndFroIsReducedToo() throws {
    let count = 300_000
    let series = Series(
      label: "", x: (0..<count).map { Double(($0 * 7919) % 1009) },
      y: (0..<count).map { Double(($0 * 104_729) % 997) }, color: .category(0))
    #expect(try corners(of: Samples.chart([series])).count <= 4000)
  }

  @Test func aLineBreaksAtValuesThatAreNotFinite() throws {
    let svg = FigureSVG(Samples.chart([1, 2, .nan, 3, 4]), identifier: "f").text
    let path = try #require(Elements(svg)).all.last { $0.attributes["class"] == "line" }?
      .attributes["d"]
    #expect(path?.filter { $0 == "M" }.count == 2)
    #expect(svg.contains("1 value not finite, shown as gaps"))
  }

  @Test func theRestOfThePlotIsHatchedAfterTheLastFiniteValue() {
    let svg = FigureSVG(Samples.chart([1, 2, .infinity, .nan]), identifier: "f")
    #expect(svg.text.contains("fill=\"url(#f-hatch)\""))
    #expect(svg.text.contains("not finite from update 3"))
    #expect(svg.description.contains("not finite from update 3"))
  }

  @Test func valuesALogarithmicAxisCannotShowAreLeftOutAndSaid() throws {
    let figure = Samples.chart([1, 0.1, 0, -5, 0.001], scale: .logarithmic)
    let svg = FigureSVG(figure, identifier: "f")
    #expect(svg.description.contains("2 values of 0 or below left out"))
    #expect(try corners(of: figure).count == 2)
  }

  @Test(arguments: [
    [], [0.4], [.nan], [0, 0, 0], [5, 5], [1e300, -1e300], [.greatestFiniteMagnitude, 1],
    [.leastNonzeroMagnitude, 0], [-.infinity, 1, 2], [1e15, 1e15 + 1],
  ])
  func anySeriesIsDrawnWithFiniteCoordinates(values: [Double]) throws {
    for scale in [Axis.Scale.linear, .logarithmic] {
      let svg = FigureSVG(Samples.chart(values, scale: scale), identifier: "f").text
      #expect(try #require(Elements(svg)).attributesThatAreNotFinite.isEmpty)
    }
  }

  @Test func seriesOfUnequalLengthsAreDrawnAsFarAsTheyGo() {
    let series = Series(label: "a", x: [1, 2, 3], y: [1], color: .category(0))
    #expect(
      FigureSVG(Samples.chart([series], x: Axis("x")), identifier: "f").description.contains(
        "a is 1 at x 1"))
  }

  @Test func manySeriesGetALegend() throws {
    let series = (0..<9).map {
      Series(label: "run \($0)", x: [1, 2], y: [0, Double($0)], color: .category($0))
    }
    let elements = try #require(
      Elements(FigureSVG(Samples.chart(series), identifier: "f").text))
    let height = elements.values("viewBox", of: "svg")[0].split(separator: " ")[3]
    #expect(try #require(Double(height)) > 360)
  }

  @Test func descriptionSaysWhereTheLowestValueIs() {
    let description = FigureSVG(Samples.lineChart, identifier: "f").description
    #expect(
      description
        == """
        Line chart of cross-entropy (nats) by epoch, 1 to 5. training falls from 0.58 to 0.05, \
        its lowest value. validation falls from 0.53 to 0.19, lowest 0.17 at epoch 4. \
        Reference line at 0.6931: guessing: ln 2 = 0.6931.
        """)
  }

  @Test func theAuthorsDescriptionReplacesOurs() {
    let svg = FigureSVG(Samples.lineChart, identifier: "f", alternativeText: "Falls & stays.").text
    #expect(svg.contains("<desc id=\"f-desc\">Falls &amp; stays.</desc>"))
  }

  /// The corners of the last path of a figure, which is its last curve.
  private func corners(of figure: Figure) throws -> [(x: Double, y: Double)] {
    let svg = FigureSVG(figure, identifier: "f").text
    let elements = try #require(Elements(svg))
    let path = try #require(
      elements.all.last { $0.attributes["class"]?.hasPrefix("line") == true }?.attributes["d"])
    return path.split { $0 == "M" || $0 == "L" }.map { corner in
      let numbers = corner.split(separator: " ").compactMap { Double($0) }
      return (numbers[0], numbers[1])
    }
  }
}
