import Execution
import Rendering
import Testing

@Suite("Points without an order")
struct CloudTests {
  private func figure(
    _ clouds: [(String, [Double], [Double])], x: Axis = Axis("rooms"), y: Axis = Axis("price")
  ) -> Figure {
    let series = clouds.enumerated().map { index, cloud in
      var series = Series(label: cloud.0, x: cloud.1, y: cloud.2, color: .category(index))
      series.isCloud = true
      return series
    }
    return Figure(
      title: "price against rooms", x: x, y: y, layers: [.series(series, by: .points)],
      seriesTitle: "kind")
  }

  private func description(_ figure: Figure) -> String {
    FigureSVG(figure, identifier: "f").description
  }

  @Test("are described by their number, their ranges and their correlation")
  func words() {
    // numpy.corrcoef([1, 2, 4, 6], [10, 25, 40, 61])[0, 1] = 0.9942982699171211
    let one = figure([("", [1, 2, 4, 6], [10, 25, 40, 61])])
    #expect(
      description(one).contains(
        "price: 4 points, rooms from 1 to 6, price from 10 to 61, correlation 0.994."))
    let two = figure([("flat", [1, 4], [3, 1]), ("house", [2, 3, 4], [3, 2, 1])])
    #expect(description(two).contains("flat: 2 points, rooms from 1 to 4, price from 1 to 3."))
    #expect(
      description(two).contains(
        "house: 3 points, rooms from 2 to 4, price from 1 to 3, correlation -1.000."))
  }

  @Test("have no correlation where a number never changes, and one where numbers are huge")
  func extremes() {
    #expect(
      description(figure([("", [1, 2, 3], [5, 5, 5])])).contains(
        "3 points, rooms from 1 to 3, price 5."))
    #expect(
      description(figure([("", [-1e299, 0, 1e299], [1e-200, 2e-200, 3e-200])])).contains(
        "correlation 1.000."))
  }

  @Test("over words have a range of one number only")
  func categories() {
    let figure = figure([("", [0, 1, 0], [1, 2, 3])], x: Axis("kind", categories: ["a", "b"]))
    #expect(description(figure).contains("price: 3 points, price from 1 to 3."))
  }

  @Test("are counted within the limits of the axes, and those beyond by themselves")
  func limits() {
    let figure = figure(
      [("", [1, 2, 4, 6], [10, 25, 40, 61])], x: Axis("rooms", limits: 0...5),
      y: Axis("price", limits: 20...80))
    let words = "2 points, rooms from 2 to 4, price from 25 to 40"
    #expect(description(figure).contains("price: \(words)."))
    #expect(description(figure).contains("2 values beyond the limits of the axes."))
    #expect(
      TerminalText.text(of: .figure(figure)).contains(
        "\(words); 2 values beyond the limits of the axes"))
  }

  @Test("make a row each of a table, also where two share a place")
  func table() {
    let table = FigureTable.table(of: figure([("flat", [1, 1], [3, 4]), ("house", [1], [5])]))
    #expect(table.columns.map(\.title) == ["kind", "rooms", "price"])
    #expect(table.rows == [["flat", "1", "3"], ["flat", "1", "4"], ["house", "1", "5"]])
  }

  @Test("stay a small file, however many they are")
  func size() {
    let places = (0..<100_000).map { Double($0) }
    let figure = figure([
      ("", places.map { ($0 * 0.61803).truncatingRemainder(dividingBy: 1) }, places)
    ])
    let svg = FigureSVG(figure, identifier: "f").text
    #expect(svg.utf8.count < 150_000)
    #expect(description(figure).contains("\(NumberText.grouped(100_000)) points"))
  }
}
