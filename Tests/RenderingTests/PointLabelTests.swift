import Execution
import Rendering
import Testing

/// The words beside a point that deserves them.
@Suite struct PointLabelTests {
  private static let words = "lowest: 0.1 at epoch 7"

  private func elements(of series: [Series]) throws -> Elements {
    try #require(
      Elements(
        FigureSVG(
          Samples.chart(series, x: Axis("epoch"), y: Axis("loss", limits: 0...1)), identifier: "f"
        ).text))
  }

  private func label(in elements: Elements) -> [String: String]? {
    elements.all.first { $0.attributes["class"] == "label halo series" }?.attributes
  }

  /// A line with its words at one of its points.
  private func series(_ label: String, _ y: [Double], at index: Int, color: Int) -> Series {
    Series(
      label: label, x: y.indices.map { Double($0 + 1) }, y: y, color: .category(color),
      highlight: .init(index: index, label: Self.words))
  }

  @Test func haveTheColourOfTheirLine() throws {
    let elements = try elements(of: [series("a", Array(repeating: 0.5, count: 9), at: 4, color: 1)])
    #expect(label(in: elements)?["style"]?.contains("--light:#b54708") == true)
  }

  @Test func hideNoLineNorTheWayToItsName() throws {
    // The second line ends early: a dotted one leads from its end to its name.
    let lines = [
      series("long", (0..<40).map { 0.9 - 0.02 * Double($0) }, at: 39, color: 0),
      series("short", (0..<12).map { 0.5 - 0.02 * Double($0) }, at: 11, color: 1),
    ]
    let elements = try elements(of: lines)
    let paths = elements.all.filter {
      ["line", "leader far series"].contains($0.attributes["class"])
    }
    #expect(paths.count == 3)
    let labels = elements.all.filter { $0.attributes["class"] == "label halo series" }
    #expect(!labels.isEmpty)
    for label in labels {
      let left = try #require(Double(label.attributes["x"] ?? ""))
      let baseline = try #require(Double(label.attributes["y"] ?? ""))
      for path in paths {
        let corners = try #require(path.attributes["d"]).split { "MLH".contains($0) }.map {
          $0.split(separator: " ").compactMap { Double($0) }
        }
        for corner in corners where corner.count == 2 {
          // The words are about 130 wide and 14 high.
          let isInside =
            corner[0] > left && corner[0] < left + 120
            && corner[1] > baseline - 11 && corner[1] < baseline + 3
          #expect(!isInside)
        }
      }
    }
  }

  /// Both lines run along the top, the one with the dot above the other.
  @Test func crossALineRatherThanStandNowhere() throws {
    let lines = [
      series("upper", Array(repeating: 1, count: 20), at: 10, color: 0),
      Series(
        label: "lower", x: (1...20).map(Double.init), y: Array(repeating: 0.97, count: 20),
        color: .category(1)),
    ]
    let elements = try elements(of: lines)
    let baseline = try #require(label(in: elements)?["y"].flatMap { Double($0) })
    let dot = try #require(elements.values("cy", of: "circle").first.flatMap { Double($0) })
    // The lower line is about 9 below the dot.
    #expect(baseline - 11 > dot + 9)
  }

  @Test func standBesideTheDotsOfBothOfTwoRuns() throws {
    let lines = [
      series("a", (0..<20).map { 1 - 0.02 * Double($0) }, at: 19, color: 0),
      series("b", (0..<20).map { 0.96 - 0.02 * Double($0) }, at: 19, color: 1),
    ]
    let labels = try elements(of: lines).all.filter {
      $0.attributes["class"] == "label halo series"
    }
    #expect(labels.count == 2)
  }

  @Test func areLeftOutWhereThereIsNoPlaceForThem() throws {
    let full = series("full", (0..<400).map { Double($0 % 2) }, at: 200, color: 0)
    let elements = try elements(of: [full])
    #expect(label(in: elements) == nil)
    let dot = elements.all.filter { $0.attributes["class"] == "highlight" }
    #expect(dot.count == 1)
    #expect(elements.text.contains(Self.words), "the dot says it to a pointer")
    #expect(
      elements.text.contains("dot: full, \(Self.words)"), "and words below the plot to others")
  }
}
