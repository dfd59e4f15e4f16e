import Commands
import Execution
import LessonTesting
import Testing

@Suite("A scatter plot of columns")
struct ScatterTests {
  private static let table = """
    rooms,kind,price
    1,flat,10
    2,house,25
    ,flat,30
    4,,40
    6,house,61

    """

  private static let houses = """
    ```{data houses}
    source: houses.csv
    target: price
    categories: [kind]
    missing: mean
    ```

    """

  /// A plot of the table, whose gaps are filled for those who train.
  private func scatter(_ body: String, before: String = houses) -> String {
    before + "```{plot}\nscatter: \(body)\n```\n"
  }

  private func withTable<Result>(_ body: (String) throws -> Result) throws -> Result {
    try withLessonFolder(["houses.csv": Self.table], body)
  }

  private func outputs(_ lesson: String) throws -> [Output] {
    try withTable { folder in
      let checked = CheckedLesson(lesson, commands: blockCommands, lessonFolder: folder)
      #expect(checked.messages == [])
      let outcome = try #require(checked.run().outcomes.last)
      #expect(outcome.status == .done, "\(outcome.message ?? "")")
      return outcome.outputs
    }
  }

  private func figure(_ lesson: String) throws -> Figure {
    guard case .figure(let figure)? = try outputs(lesson).first else {
      throw NoFigure()
    }
    return figure
  }

  private struct NoFigure: Error {}

  private func notes(_ outputs: [Output]) -> [String] {
    outputs.compactMap { if case .note(let note) = $0 { note.message } else { nil } }
  }

  @Test("leaves out what is missing, whatever is filled in, and says so")
  func missing() throws {
    let outputs = try outputs(scatter("{data: houses, x: rooms, y: price}"))
    guard case .figure(let figure)? = outputs.first else { throw NoFigure() }
    #expect(figure.title == "price against rooms")
    #expect(figure.x.title == "rooms" && figure.y.title == "price")
    #expect(figure.y.includes == nil)
    let series = try #require(figure.allSeries.first)
    #expect(figure.allSeries.count == 1 && series.isCloud && series.label == "")
    #expect(series.x == [1, 2, 4, 6] && series.y == [10, 25, 40, 61])
    #expect(
      notes(outputs) == [
        "1 of 5 rows is left out, since something in it is missing: 1 in 'rooms'."
      ])
  }

  @Test("has a colour for each category")
  func categories() throws {
    let outputs = try outputs(scatter("{data: houses, x: price, y: rooms, color: kind}"))
    guard case .figure(let figure)? = outputs.first else { throw NoFigure() }
    #expect(figure.seriesTitle == "kind")
    #expect(figure.allSeries.map(\.label) == ["flat", "house"])
    #expect(figure.allSeries.map(\.x) == [[10], [25, 61]])
    #expect(figure.allSeries.map(\.color) == [.category(0), .category(1)])
    #expect(
      notes(outputs) == [
        "2 of 5 rows are left out, since something in them is missing: 1 in 'rooms', 1 in 'kind'."
      ])
  }

  @Test("has a place for each category along x")
  func words() throws {
    let figure = try figure(scatter("{data: houses, x: kind, y: price}"))
    #expect(figure.x.categories == ["flat", "house"])
    #expect(figure.allSeries.map(\.x) == [[0, 1, 0, 1]])
  }

  @Test("has a shade for each range of numbers")
  func ranges() throws {
    let few = try figure(scatter("{data: houses, x: price, y: price, color: rooms}"))
    #expect(few.allSeries.map(\.label) == ["1", "2", "4", "6"])
    let many = try figure(
      scatter("{data: lots, x: x1, y: y, color: x2}", before: Self.builtin("friedman")))
    #expect(many.allSeries.count == 5)
    #expect(many.allSeries.allSatisfy { $0.x.count == 8 && $0.label.contains(" to ") })
    #expect(many.allSeries.first?.color == .shade(hue: 0, 0))
  }

  @Test(
    "has a name for each range, however close they are",
    arguments: [
      (
        (0..<40).map { "\(1_000_000 + $0)" },
        [
          "1000000 to 1000007", "1000008 to 1000015", "1000016 to 1000023", "1000024 to 1000031",
          "1000032 to 1000039",
        ]
      ),
      ((1...5).map { "\(10_000 + $0)" }, ["10001", "10002", "10003", "10004", "10005"]),
      (["0.25", "0.5", "0.1"], ["0.1", "0.25", "0.5"]),
      (["1", "1.0000000000000002"], ["1", "1.0000000000000002"]),
    ])
  func closeRanges(_ numbers: [String], _ labels: [String]) throws {
    let close = """
      ```{data close}
      features: [\(numbers.map { "[\($0)]" }.joined(separator: ", "))]
      labels: [\(numbers.indices.map { $0 % 2 == 0 ? "a" : "b" }.joined(separator: ", "))]
      ```

      """
    let figure = try figure(scatter("{data: close, x: label, y: x1, color: x1}", before: close))
    #expect(figure.allSeries.map(\.label) == labels)
  }

  private static func builtin(_ name: String) -> String {
    "```{data lots}\nsource: builtin:\(name)\nrows: 40\n```\n"
  }

  @Test("draws a part of a split, or all of it")
  func parts() throws {
    let split = Self.builtin("moons") + "```{split parts}\ndata: lots\ntest: 0.25\n```\n"
    let all = try figure(scatter("{data: parts, x: x1, y: x2, color: label}", before: split))
    #expect(all.allSeries.map(\.label) == ["0", "1"])
    #expect(all.allSeries.map(\.x.count).reduce(0, +) == 40)
    let tested = try figure(
      scatter("{data: parts, x: x1, y: x2}\non: test", before: split))
    #expect(tested.allSeries.map(\.x.count) == [10])
  }

  @Test("keeps targets in their own units")
  func units() throws {
    let scaled = Self.houses.replacing(
      "missing", with: "scale: standard\nscale_target: standard\nmissing")
    let figure = try figure(
      scatter("{data: houses, x: rooms, y: price}\ntitle: Houses\ny: dollars", before: scaled))
    #expect(figure.allSeries.map(\.y) == [[10, 25, 40, 61]])
    #expect(figure.title == "Houses" && figure.y.title == "dollars")
  }

  @Test(
    "says what does not fit, at its words",
    arguments: [
      (
        "{data: houses, x: «romms», y: price}",
        "'houses' has no column 'romms'; did you mean 'rooms'?"
      ),
      (
        "{data: houses, x: rooms, y: «street»}",
        "'houses' has no column 'street'; it has rooms, kind, price"
      ),
      (
        "{data: houses, x: rooms, y: price, color: «knd»}",
        "'houses' has no column 'knd'; did you mean 'kind'?"
      ),
      (
        "{data: houses, x: price, y: «kind»}",
        "the vertical axis is for numbers, and 'kind' has categories; these can run along 'x', or have"
          + " a 'color'"
      ),
      ("{data: «house», x: rooms, y: price}", "unknown name 'house'; did you mean 'houses'?"),
      (
        "{data: houses, x: rooms, y: price, «colour»: kind}",
        "'scatter' has data, x, y and color, not 'colour'; did you mean 'color'?"
      ),
      (
        "{data: houses, x: kind, y: price}\n«log_x»: true",
        "'log_x' is for an axis of numbers, and this one has a place for each kind"
      ),
      (
        "{data: houses, x: rooms, y: price}\nlog_y: true\nlimits: «[0, 5]»",
        "a logarithmic axis begins above 0, not at 0"
      ),
      (
        "{data: houses, x: rooms, y: price}\non: «test»",
        "'houses' has no test part; it has train"
      ),
      ("{data: houses, x: rooms, y: price}\n«smooth»: 0.5", "'smooth' is not for 'scatter'"),
    ])
  func mistakes(_ body: String, _ message: String) throws {
    try withTable { folder in
      let marked = scatter(body)
      let checked = CheckedLesson(marked, commands: blockCommands, lessonFolder: folder)
      #expect(checked.messages == [message])
      #expect(checked.markedText == marked)
    }
  }

  @Test(
    "needs data and two columns",
    arguments: [
      ("{data: houses, x: rooms}", "'scatter' needs 'y', too"),
      ("{}", "'scatter' needs 'data', 'x' and 'y'"),
    ])
  func needs(_ body: String, _ message: String) throws {
    try withTable { folder in
      let marked = scatter(body).replacing("scatter", with: "«scatter»")
      let checked = CheckedLesson(marked, commands: blockCommands, lessonFolder: folder)
      #expect(checked.messages == [message])
      #expect(checked.markedText == marked)
    }
  }

  @Test(
    "does not draw texts",
    arguments: [("text", "; it has label"), ("lable", "; did you mean 'label'?")])
  func texts(_ column: String, _ rest: String) {
    let marked =
      "```{data mail}\nsource: builtin:emails\n```\n"
      + "```{plot}\nscatter: {data: mail, x: label, y: «\(column)»}\n```\n"
    expectMistakes(
      marked,
      [
        "a scatter plot draws numbers and categories; the inputs of 'mail' are texts, and no other"
          + " column is called '\(column)'\(rest)"
      ])
  }

  @Test("has colours for some categories only")
  func colors() {
    let marked =
      "```{data many}\nfeatures: \((0..<30).map { [$0] })\nlabels: \((0..<30).map { "c\($0)" })\n```\n"
      + "```{plot}\nscatter: {data: many, x: x1, y: x1, color: «label»}\n```\n"
    expectMistakes(
      marked, ["'label' has 30 categories, and no more than 24 colors are told apart"])
  }
}
