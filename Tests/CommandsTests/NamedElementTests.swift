import Commands
import Execution
import LessonTesting
import Notebook
import Testing

/// Lists whose elements stand for classes, layers or the like.
@Suite("Named elements")
struct NamedElementTests {
  private static let lesson = """
    ```{data points}
    features: [[0], [1], [2], [3], [4], [5]]
    labels: [no, "no", yes, "yes", yes, "no"]
    ```
    ```{network net}
    layers: [1, 2]
    activations: [softmax]
    init: zeros
    ```
    ```{train run}
    network: net
    data: points
    epochs: 1
    batch_size: 6
    ```
    ```{evaluate one}
    run: run
    ```
    ```{evaluate two}
    run: run
    ```
    ```{data others}
    features: [[0], [1], [2], [3]]
    labels: [cat, dog, cat, dog]
    ```
    ```{train other_run}
    network: net
    data: others
    epochs: 1
    ```
    ```{evaluate other}
    run: other_run
    ```

    """

  private func run(_ text: String) -> ExecutedLesson {
    let lesson = CheckedLesson(Self.lesson + text, commands: blockCommands)
    #expect(lesson.messages == [])
    return lesson.run()
  }

  private func table(of formula: String) throws -> Table {
    let outputs = try #require(run("```{show}\nvalue: \(formula)\n```\n").outcomes.last).outputs
    guard case .table(let table)? = outputs.first else {
      Issue.record("\(formula) is no table")
      return Table(columns: [], rows: [])
    }
    return table
  }

  @Test(
    "keep their names in tables, whatever is done with them",
    arguments: [
      "one.f1", "one.f1 - two.f1", "2 * one.f1", "one.f1 / 2", "-one.recall",
      "abs(one.precision - two.recall)", "one.f1 - one.accuracy", "one.confusion_matrix[0]",
    ])
  func tables(_ formula: String) throws {
    let table = try table(of: formula)
    let title = formula.contains("matrix") ? "predicted class" : "class"
    #expect(table.columns == [.init(title), .init("value", .end)])
    #expect(table.rows.map(\.first) == ["no", "yes"])
  }

  @Test(
    "have no names where the sides disagree, or nothing has any",
    arguments: [
      "one.f1 - other.f1", "one.confusion_matrix[0] - one.f1", "run.epoch[0] * points.rows",
    ])
  func others(_ formula: String) throws {
    let outputs = try #require(run("```{show}\nvalue: \(formula)\n```\n").outcomes.last).outputs
    guard case .table(let table)? = outputs.first else { return }
    #expect(table.columns == [.init("index", .end), .init("value", .end)])
    #expect(table.rows.map(\.first) == ["0", "1"])
  }

  @Test(
    "head the rows and columns of a confusion matrix",
    arguments: [
      "one.confusion_matrix", "one.confusion_matrix - two.confusion_matrix",
      "one.confusion_matrix / 2",
    ])
  func matrix(_ formula: String) throws {
    let table = try table(of: formula)
    #expect(
      table.columns
        == [.init("true class \\ predicted class"), .init("no", .end), .init("yes", .end)])
    #expect(table.rows.map(\.first) == ["no", "yes"])
    #expect(table.rows.allSatisfy { $0.count == 3 })
  }

  /// A network of zeros says "no", the first class, or "yes" after a step towards the three of each.
  @Test func stayWithTheirNumbers() throws {
    let lesson = run("")
    let counts = try #require(lesson.value("one", "confusion_matrix"))
    let rows = try table(of: "one.confusion_matrix").rows
    #expect(
      rows.map { $0.dropFirst().joined(separator: ", ") }
        == (counts.elements ?? []).map {
          ($0.elements ?? []).map(\.description).joined(separator: ", ")
        })
  }

  @Test func stillSayHowManyRowsAreShown() throws {
    let outputs = try #require(
      run("```{show}\nvalue: one.f1\nrows: 1\n```\n").outcomes.last
    ).outputs
    guard case .table(let table)? = outputs.first else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.map(\.first) == ["no"])
    #expect(table.remark == "1 of 2")
  }

  @Test(
    "stand behind their names in prose",
    arguments: [
      ("one.f1 - two.f1", "{no: 0.0, yes: 0.0}"),
      (
        "one.confusion_matrix - two.confusion_matrix", "{no: {no: 0, yes: 0}, yes: {no: 0, yes: 0}}"
      ),
      ("one.f1 - two.f1 + 1 / 3", "{no: 0.333333, yes: 0.333333}"),
      ("one.f1[0] - two.f1[0] + 1 / 3", "0.3333333333333333"),
    ])
  func prose(_ formula: String, _ text: String) {
    #expect(run("`{value} \(formula)`\n").inlineTexts == [text])
  }
}
