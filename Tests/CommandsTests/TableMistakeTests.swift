import Commands
import Execution
import LessonTesting
import Testing

@Suite("Mistakes in tables and pictures")
struct TableMistakeTests {
  private static let file = """
    age,colour,income,kind
    31,red,1250.5,a
    1999,green,7,a
    47,red,-3,b
    12,blue,88000,a
    23,blue,0.125,b
    64,green,17,a

    """

  /// A network that has learnt next to nothing, and so makes mistakes.
  private static func trained(on data: String, _ block: String) -> String {
    """
    ```{data table}
    \(data)
    ```
    ```{network net}
    layers: [auto, auto]
    activations: [softmax]
    init: zeros
    data: table
    ```
    ```{train run}
    network: net
    data: table
    batch_size: 1000
    learning_rate: 0.001
    epochs: 1
    ```
    \(block)

    """
  }

  private static let mistakes = "```{mistakes worst}\nrun: run\n```\n"

  private func run(_ text: String, folder: String = "") -> ExecutedLesson {
    let lesson = CheckedLesson(text, commands: blockCommands, lessonFolder: folder)
    #expect(lesson.messages == [])
    return lesson.run()
  }

  private func table(_ outcome: BlockOutcome?) throws -> Table {
    let tables = outcome?.outputs.compactMap { output in
      if case .table(let table) = output { table } else { nil }
    }
    return try #require(tables?.first, "\(outcome?.message ?? "")")
  }

  /// Whatever scale a network is trained on, and whatever fills a gap.
  @Test func showWhatTheFileHas() throws {
    let executed = try withLessonFolder(["table.csv": Self.file]) { folder in
      run(
        Self.trained(
          on:
            "source: table.csv\nlabel: kind\ncategories: [colour]\nscale: standard\nmissing: mean",
          Self.mistakes), folder: folder)
    }
    let table = try table(executed.outcome("worst"))
    #expect(
      table.columns == [
        .init("row", .end), .init("is"), .init("taken for"), .init("probability", .end),
        .init("loss", .end), .init("age", .end), .init("colour"), .init("income", .end),
      ])
    try expectLines(of: Self.file, in: table)
    #expect(table.remark == nil)
    let count = table.rows.count
    #expect(executed.value("worst", "count") == .integer(count))
    #expect(executed.value("worst", "row")?.elements?.count == count)
    #expect(executed.outcome("worst")?.outputs.log == ["\(count) of 6 train rows are mistakes:"])
  }

  /// Holds the rows of a table, at least one, against those of the file.
  private func expectLines(of file: String, in table: Table) throws {
    let lines = file.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(!table.rows.isEmpty)
    for row in table.rows {
      let line = lines[try #require(Int(row[0]))]
      #expect(row[1] == line.last && row[2] != line.last)
      #expect(Array(row[5...]) == line.dropLast().map { $0.isEmpty ? "missing" : $0 })
    }
  }

  /// Also where a mean stands in for it while the network learns.
  @Test func sayWhatIsMissing() throws {
    let file = "age,income,kind\n1,2,a\n2,,a\n3,4,a\n4,5,a\n1999,,b\n5,6,b\n7,0.5,b\n"
    let text = Self.trained(on: "source: table.csv\nlabel: kind\nmissing: mean", Self.mistakes)
    let executed = try withLessonFolder(["table.csv": file]) { run(text, folder: $0) }
    let table = try table(executed.outcome("worst"))
    try expectLines(of: file, in: table)
    #expect(table.rows.contains { $0.contains("missing") })
  }

  @Test func showTheFirstColumnsOfMany() throws {
    let executed = run(
      Self.trained(
        on: "source: builtin:gaussian\nrows: 40\ncolumns: 11", Self.mistakes))
    let table = try table(executed.outcome("worst"))
    #expect(table.columns.dropFirst(5).map(\.title) == (1...8).map { "x\($0)" })
    #expect(table.remark == "the first 8 of 11 columns")
    let losses = table.rows.map { Double($0[4]) ?? .nan }
    #expect(losses.count == 5 && losses == losses.sorted(by: >))
  }

  @Test func mayBePictures() throws {
    let executed = run(
      Self.trained(
        on: "source: builtin:digits\nrows: 60", "```{mistakes worst}\nrun: run\ntop: 3\n```\n"))
    let outcome = try #require(executed.outcome("worst"))
    guard case .pictures(let sheet)? = outcome.outputs.last else {
      Issue.record("there are no pictures: \(outcome.message ?? "")")
      return
    }
    #expect(sheet.title == "Worst mistakes on the train part" && sheet.entries.count == 3)
    let pairs = zip(
      executed.value("worst", "label")?.elements ?? [],
      executed.value("worst", "predicted")?.elements ?? [])
    #expect(sheet.entries.map(\.words) == pairs.map { "\($0) as \($1)" })
  }

  @Test func mayBeNone() {
    let executed = run(lessonLearntByHeart + Self.mistakes)
    #expect(
      executed.outcome("worst")?.outputs.notes.map(\.message)
        == ["0 of 2 train rows are mistakes."])
  }

  @Test func haveNoWords() {
    expectMistakes(
      lesson("{mistakes a}\nrun: trained\n«length»: 100\n«marks»: 3"),
      Array(repeating: "that is of texts, and 'trained' was trained on numbers", count: 2))
    expectMistakes(
      lesson("{mistakes a}\nrun: trained\n```\n```{show}\nvalue: a.«words»"),
      [
        "'a', a list of mistakes, has no 'words': that is of texts, and the run was trained on numbers"
      ])
  }

  @Test func areOfClasses() {
    expectMistakes(
      lessonOnSums(targets: "[0, 1, 1, 2]") + "```{mistakes a}\nrun: «trained»\n```\n",
      [
        "'trained' predicts numbers, which are near or far and not mistaken; 'evaluate' has 'true' and"
          + " 'predicted' to compare"
      ])
  }
}
