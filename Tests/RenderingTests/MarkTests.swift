import Execution
import Rendering
import Testing

@Suite struct MarkTests {
  @Test(arguments: Mark.allCases)
  func everyMarkDrawsAnySeriesWithFiniteCoordinates(mark: Mark) throws {
    let values: [[Double]] = [
      [], [0.4], [.nan], [0, 0, 0], [5, -5], [1e300, -1e300], [.greatestFiniteMagnitude, 1],
      [.leastNonzeroMagnitude, 0], [-.infinity, 1, 2], [1e15, 1e15 + 1],
      (0..<3000).map { Double($0 % 7) - 3 },
    ]
    for values in values {
      for scale in [Axis.Scale.linear, .logarithmic] {
        let figure = Samples.chart(values, scale: scale, by: mark)
        let svg = FigureSVG(figure, identifier: "f").text
        #expect(try #require(Elements(svg)).attributesThatAreNotFinite.isEmpty)
      }
    }
  }

  @Test(arguments: Mark.allCases)
  func aMillionPointsMakeASmallDrawing(mark: Mark) {
    let values = (0..<1_000_000).map { Double(($0 * 7919) % 1009) }
    let figure = Samples.chart(values, by: mark)
    #expect(FigureSVG(figure, identifier: "f").text.utf8.count < 200_000)
  }

  @Test func barsStandOnZero() throws {
    let elements = try #require(Elements(FigureSVG(Samples.bars, identifier: "f").text))
    let bars = elements.all.filter { $0.attributes["class"] == "bar" }
      .compactMap { $0.attributes["d"] }
    // Three series with two bars each, and a sample of each in the list of names.
    #expect(bars.count == 9)
    let feet = Set(
      bars.filter { !$0.contains("h") }.map { $0.split(separator: "V")[0].split(separator: " ")[1] }
    )
    #expect(feet.count == 1 + 1, "the bars stand on one line, their samples on another")
  }

  @Test func pointsHaveTooltips() {
    let svg = FigureSVG(Samples.chart([0.5, 0.25], by: .points), identifier: "f").text
    #expect(svg.contains("<title>loss, update 2: 0.25</title>"))
  }

  @Test func pointsAtTheEndsOfTheAxisStandWithinThePlot() throws {
    let series = ["a", "b"].enumerated().map { index, label in
      Series(
        label: label, x: [2, 8, 32], y: [1, 3, Double(4 * index)], color: .category(index))
    }
    let figure = Samples.chart(series, x: Axis("units"), by: .points)
    let paths = try #require(Elements(FigureSVG(figure, identifier: "f").text)).all.filter {
      $0.name == "path"
    }.map(\.attributes)
    let grid = try #require(paths.first { $0["class"] == "grid" }?["d"])
    let sides = try #require(grid.prefixMatch(of: /M([\d.]+) [\d.]+H([\d.]+)/)).output
    let (left, right) = (try #require(Double(sides.1)), try #require(Double(sides.2)))
    let places = paths.filter { $0["class"]?.hasPrefix("dot") == true }.compactMap {
      $0["d"]?.prefixMatch(of: /M([\d.]+)/).flatMap { Double($0.output.1) }
    }
    #expect(places.count == 6)
    #expect(places.allSatisfy { $0 > left + 3 && $0 < right - 3 })
    // They reach their names all the same.
    #expect(!paths.contains { $0["class"]?.hasPrefix("leader far") == true })
  }

  @Test func aCloudOfPointsIsShort() {
    let values = (0..<1500).map { Double(($0 * 7919) % 1009) }
    let svg = FigureSVG(Samples.chart(values, by: .points), identifier: "f").text
    #expect(svg.utf8.count < 30_000)
  }

  @Test func everySeriesSaysWhatItDoes() {
    let svg = FigureSVG(Samples.lineChart, identifier: "f").text
    #expect(
      svg.contains("<title>validation falls from 0.53 to 0.19, lowest 0.17 at epoch 4.</title>"))
  }

  /// A number of the series over a bar would be taken for its value.
  @Test func barsSideBySideHaveTheirValuesAndTellTheirSeriesByHatching() throws {
    let elements = try #require(Elements(FigureSVG(Samples.bars, identifier: "f").text))
    let values = elements.all.filter { $0.attributes["class"] == "bar-value halo" }
    #expect(values.count == 6)
    for value in ["0.9", "0.8", "0.7"] { #expect(elements.text.contains(value)) }
    #expect(!elements.values("class", of: "text").contains { $0.contains("number") })
    // The first series is plain; the others have lines over their bars and over their samples.
    #expect(elements.values("class", of: "path").filter { $0 == "bar-hatch" }.count == 4)
  }

  @Test func valuesThatAreWiderThanTheirBarsAreLeftOut() throws {
    let names = (0..<30).map { "class \($0)" }
    let series = ["precision", "recall"].enumerated().map { index, name in
      Series(
        label: name, x: names.indices.map(Double.init),
        y: names.indices.map { Double($0) / 31.7 }, color: .category(index))
    }
    let figure = Samples.chart(series, x: Axis("class", categories: names), by: .bars)
    let elements = try #require(Elements(FigureSVG(figure, identifier: "f").text))
    #expect(!elements.values("class", of: "text").contains { $0.hasPrefix("bar-value") })
  }

  @Test func strokesTellLinesApart() throws {
    let series = Series.Stroke.allCases.enumerated().map { index, stroke in
      Series(
        label: stroke.rawValue, x: [1, 2], y: [0, Double(index)], stroke: stroke,
        color: .category(0))
    }
    let elements = try #require(Elements(FigureSVG(Samples.chart(series), identifier: "f").text))
    let styles = elements.values("class", of: "path").filter { $0.hasPrefix("line") }
    #expect(Set(styles) == ["line", "line dashed", "line dotted", "line dash-dotted"])
  }

  @Test func panelsMayHaveAxesOfTheirOwn() throws {
    let panels = [0.0...10, 20...60].map { ends in
      let series = Series(
        label: "", x: [ends.lowerBound, ends.upperBound], y: [0.25, 0.75], color: .category(0))
      return Panel(
        title: "to \(ends.upperBound)", layers: [.series([series], by: .area)],
        x: Axis("value", limits: ends))
    }
    let figure = Figure(title: "Columns", x: Axis("value"), y: Axis("share"), panels: panels)
    let svg = FigureSVG(figure, identifier: "f")
    let elements = try #require(Elements(svg.text))
    #expect(elements.attributesThatAreNotFinite.isEmpty)
    for label in ["6", "40"] { #expect(svg.text.contains(">\(label)</text>")) }
    #expect(svg.description.hasPrefix("Area chart of share by value, in 2 panels."))
  }

  @Test func barsOverNamesAreReadOut() {
    let description = FigureSVG(Samples.bars, identifier: "f").description
    #expect(description.hasPrefix("Bar chart of share by class, ham to spam."))
    #expect(description.contains("recall: ham: 0.8; spam: 0.7."))
  }

  @Test func aBarThatIsMissingIsAGapAndNoEnd() {
    let series = Series(label: "rate 1", x: [0, 1], y: [3, .nan], color: .category(0))
    let figure = Samples.chart([series], x: Axis("size", categories: ["8", "64"]), by: .bars)
    let svg = FigureSVG(figure, identifier: "f").text
    #expect(svg.contains("1 value not finite, shown as gaps"))
    #expect(!svg.contains("not finite from"))
  }

  @Test func smallMultiplesHaveOneNamePerSeriesAndSayWhatTheDottedLineIs() throws {
    let svg = FigureSVG(Samples.multiples, identifier: "f")
    let elements = try #require(Elements(svg.text))
    #expect(elements.values("class", of: "g").filter { $0 == "entry" }.count == 2)
    #expect(elements.values("class", of: "text").filter { $0 == "panel-title" }.count == 3)
    #expect(elements.text.contains("dotted grey line at 0.1: one tenth"))
    #expect(svg.description.contains("in 3 panels"))
    #expect(svg.description.contains("batch size 32, 0.1 falls from"))
  }

  @Test func aSmoothedLineKeepsItsValuesFaint() throws {
    var series = Series(
      label: "loss", x: [1, 2, 3], y: [3, 1, 2], color: .category(0))
    series.smoothing = Smoothing(of: series.y, weight: 0.5)
    let figure = Samples.chart([series])
    let elements = try #require(Elements(FigureSVG(figure, identifier: "f").text))
    #expect(elements.values("class", of: "path").contains("line fine raw"))
    let table = FigureTable.table(of: figure)
    #expect(table.columns.map(\.title) == ["update", "loss", "loss, smoothed (weight 0.5)"])
    #expect(table.rows[1] == ["2", "1", "1.6667"])
  }

  /// The averages of 3, 1 and 2 are 3, 5/3 and 13/7.
  @Test func aSmoothedLineIsDescribedByItsOwnNumbers() throws {
    var series = Series(label: "loss", x: [1, 2, 3], y: [3, 1, 2], color: .category(0))
    series.smoothing = Smoothing(of: series.y, weight: 0.5)
    let figure = Samples.chart([series])
    let svg = FigureSVG(figure, identifier: "f")
    let sentence = "loss, smoothed (weight 0.5) falls from 3 to 1.857, lowest 1.667 at update 2."
    #expect(svg.description.contains(sentence))
    #expect(svg.text.contains("<title>\(sentence)</title>"))
    #expect(svg.text.contains(">smoothed (weight 0.5)</text>"))
    #expect(
      TerminalText.text(of: .figure(figure)).hasSuffix(
        "loss, smoothed (weight 0.5)  3 → 1.857, lowest 1.667 at update 2"))
  }

  @Test func valuesBeyondTheLimitsAreCutOffAndSaid() throws {
    let series = Series(label: "loss", x: [1, 2, 3], y: [1, 50, 2], color: .category(0))
    let figure = Samples.chart([series], y: Axis("loss", limits: 0...4))
    let svg = FigureSVG(figure, identifier: "f")
    #expect(try #require(Elements(svg.text)).values("id", of: "clipPath") == ["f-plot-0"])
    #expect(svg.description.contains("1 value beyond the limits of the axes"))
  }

  @Test func aBarThatLeavesThePlotIsCutOffAndKeepsItsValue() throws {
    let series = Series(label: "loss", x: [1, 2, 3], y: [1, 50, 2], color: .category(0))
    let figure = Samples.chart([series], y: Axis("loss", limits: 0...4), by: .bars)
    let elements = try #require(Elements(FigureSVG(figure, identifier: "f").text))
    let top = try #require(elements.values("y", of: "rect").first)
    let bars = elements.all.filter { $0.attributes["class"] == "bar" }
      .compactMap { $0.attributes["d"] }
    #expect(bars.count == 3)
    #expect(bars[1].contains("V\(top)H"))
    let values = elements.all.filter { $0.attributes["class"] == "bar-value halo" }
      .compactMap { Double($0.attributes["y"] ?? "") }
    let plotTop = try #require(Double(top))
    #expect(values.count == 3 && values.allSatisfy { $0 > plotTop + 8 })
  }

  @Test func valuesAboveTheBarsOfAPanelStandBelowItsTitle() throws {
    let panels = [1.0, 0.3].map { height in
      let series = Series(label: "share", x: [0, 1], y: [height, 0.5], color: .category(0))
      return Panel(title: "up to \(height)", layers: [.series([series], by: .bars)])
    }
    let figure = Figure(
      title: "Shares", x: Axis("class", categories: ["ham", "spam"]),
      y: Axis("share", possible: 0...1), panels: panels)
    let elements = try #require(Elements(FigureSVG(figure, identifier: "f").text))
    func heights(_ style: String) -> [Double] {
      elements.all.filter { $0.name == "text" && $0.attributes["class"] == style }
        .compactMap { Double($0.attributes["y"] ?? "") }
    }
    let values = heights("bar-value halo")
    let titles = heights("panel-title")
    #expect(values.count == 4 && titles.count == 2)
    let (highest, line) = (try #require(values.min()), try #require(titles.max()))
    // Letters of 11 pixels with their halo, and what of the title hangs below its line.
    #expect(highest - 12 >= line + 3)
  }

  @Test func aSingleBarHasAWidthWhereverItStands() throws {
    let series = Series(label: "loss", x: [5e8], y: [1], color: .category(0))
    let figure = Samples.chart([series], y: Axis("loss"), by: .bars)
    let elements = try #require(Elements(FigureSVG(figure, identifier: "f").text))
    let path = try #require(elements.all.first { $0.attributes["class"] == "bar" }?.attributes["d"])
    let sides = try #require(path.wholeMatch(of: /M([\d.]+) .*H([\d.]+)V.*/)).output
    let (left, right) = (try #require(Double(sides.1)), try #require(Double(sides.2)))
    #expect(right - left > 100)
  }

  @Test func whatIsLostBeyondTheAxisIsNotHatched() {
    let series = Series(label: "loss", x: [1, 2, 3, 4], y: [1, 2, 3, .nan], color: .category(0))
    let figure = Samples.chart([series], x: Axis("epoch", limits: 1...3))
    let svg = FigureSVG(figure, identifier: "f")
    #expect(!svg.text.contains("f-hatch"))
    #expect(svg.description.contains("not finite from epoch 4"))
  }

  @Test func aNameStandsWhereItsLineLeavesThePlot() throws {
    let series = Series(label: "loss", x: [0, 10, 20], y: [4, 3, 0], color: .category(0))
    let other = Series(label: "other", x: [0, 10], y: [0, 3], color: .category(1))
    let figure = Samples.chart(
      [series, other], x: Axis("epoch", limits: 0...10), y: Axis("y", limits: 0...4))
    let labels = try #require(Elements(FigureSVG(figure, identifier: "f").text)).all
      .filter { $0.attributes["class"] == "label series" }.compactMap {
        Double($0.attributes["y"] ?? "")
      }
    // Both lines leave at the same height, and their names stand side by side around it.
    #expect(labels.count == 2 && abs(labels[0] - labels[1]) == 16)
  }

  @Test func anAxisOfSharesSaysWhichItShows() throws {
    let series = Series(label: "a", x: [1, 2], y: [0.72, 0.99], color: .category(0))
    let part = Samples.chart([series], y: Axis("accuracy", possible: 0...1))
    #expect(FigureSVG(part, identifier: "f").text.contains("accuracy, axis from 0.7 to 1<"))
    let whole = Samples.chart([series], y: Axis("accuracy", limits: 0...1, possible: 0...1))
    #expect(FigureSVG(whole, identifier: "f").text.contains(">accuracy</text>"))
  }

  @Test func theReasonWhyARunIsLostStandsInTheHatching() {
    var series = Series(label: "loss", x: [1, 2, 3], y: [1, 2, .nan], color: .category(0))
    series.reasonOfBreak = "update 12, weights of layer 2"
    let svg = FigureSVG(Samples.chart([series]), identifier: "f").text
    #expect(svg.contains("not finite from update 3 (update 12, weights of layer 2)"))
  }

  @Test func manySeriesHaveNumbersInTheListAndAtTheirEnds() throws {
    let series = (0..<30).map {
      Series(
        label: "run \($0)", x: [1, 2], y: [0, Double($0)], color: .shade(hue: 0, Double($0) / 29))
    }
    let elements = try #require(Elements(FigureSVG(Samples.chart(series), identifier: "f").text))
    #expect(elements.values("class", of: "text").filter { $0 == "label series number" }.count == 30)
    #expect(elements.values("class", of: "text").filter { $0 == "label number series" }.count == 30)
  }
}
