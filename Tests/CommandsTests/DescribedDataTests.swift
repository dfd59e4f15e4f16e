import Commands
import Execution
import LessonTesting
import Notebook
import Testing

/// What `describe` shows of data, and what it doubts.
struct DescribedDataTests {
  private func outputs(_ text: String) throws -> [Output] {
    let lesson = CheckedLesson(text, commands: blockCommands)
    #expect(lesson.messages == [])
    return try #require(lesson.run().outcomes.last).outputs
  }

  private func notes(_ outputs: [Output]) -> [String] {
    outputs.compactMap { if case .note(let note) = $0 { note.message } else { nil } }
  }

  private func tables(_ outputs: [Output]) -> [Table] {
    outputs.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// Rows in place, the numbers of a column after those of another, described.
  private func lesson(_ columns: [[Double]], _ answers: String, of data: String = "all") -> String {
    let rows = columns[0].indices.map { row in
      "[" + columns.map { "\($0[row])" }.joined(separator: ", ") + "]"
    }
    return """
      ```{data all}
      features: [\(rows.joined(separator: ", "))]
      \(answers)
      ```
      ```{split parts}
      data: all
      ```
      ```{describe facts}
      data: \(data)
      ```

      """
  }

  private func classes(_ count: Int) -> String {
    "labels: [\((0..<count).map { $0 % 2 == 0 ? "a" : "b" }.joined(separator: ", "))]"
  }

  private func targets(_ numbers: [Double]) -> String {
    "targets: [\(numbers.map { "\($0)" }.joined(separator: ", "))]"
  }

  @Test func numbersFarFromTheRestAreTold() throws {
    var income = (0..<30).map { Double(200 + $0 * 37 % 100) }
    income[16] = 999_999
    var age = (0..<30).map { Double($0 * 17 % 50) }
    for (row, number) in [(3, -900.0), (4, 800), (5, 700), (6, 600)] { age[row] = number }
    #expect(
      try notes(outputs(lesson([income, age], classes(30)))) == [
        "1 value of 'x1' lies far from the rest: 999999 (row 17).",
        "4 values of 'x2' lie far from the rest, the farthest of them -900 (row 4), 800 (row 5) and 700 (row 6).",
      ])
  }

  @Test func ofManyColumnsWithFarNumbersAFewAreTold() throws {
    let column = (0..<30).map { $0 == 8 ? 1e6 : Double($0 * 17 % 50) }
    let notes = try notes(outputs(lesson(Array(repeating: column, count: 7), classes(30))))
    #expect(notes.count == 6)
    #expect(notes.last == "2 more columns have values far from the rest.")
  }

  @Test(arguments: [
    ("[spam, 'spam ', ham, SPAM]", "'SPAM', 'spam' and 'spam '"),
    ("['1', '1.0', '2', '01']", "'01', '1' and '1.0'"),
    ("[é, \"e\\u0301\", a, b]", "'e\u{301}' (U+0301) and 'é' (U+00E9)"),
    ("[a, b, 'a b', ab]", ""),
  ])
  func classesThatLookAlikeAreDoubted(_ labels: String, _ names: String) throws {
    let text = lesson([[3, 1, 2, 5]], "labels: \(labels)")
    let doubts = notes(try outputs(text)).filter { $0.hasPrefix("The classes ") }
    let doubt =
      "The classes \(names) differ only in how they are written. If they are one, write them alike."
    #expect(doubts == (names.isEmpty ? [] : [doubt]))
  }

  @Test func aColumnThatCountsTheRowsIsDoubted() throws {
    let numbers = (0..<20).map { Double($0 * 17 % 50) / 10 }
    let count = (1...20).map { Double($0) }
    #expect(
      try notes(outputs(lesson([count, numbers], classes(20)))) == [
        "The numbers of 'x1' are whole and ascend from row to row. If they only count the rows, nothing can be"
          + " learnt from them: leave the column out of 'features'."
      ])
    // The input of a curve.
    #expect(try notes(outputs(lesson([count], classes(20)))) == [])
  }

  @Test(
    "A target far from 1 is doubted where it is read and where it is described",
    arguments: [
      (1e6, "408248", "1000000"), (1e5, "40824.8", "100000"), (0.02, "0.00816497", "0.01"),
      (1e-9, "4.08248e-10", "1e-09"),
    ])
  func targetUnit(_ factor: Double, _ deviation: String, _ unit: String) throws {
    let inputs = (0..<30).map { Double($0 * 17 % 50) / 10 }
    let numbers = (0..<30).map { Double($0 % 3) * factor / 2 }
    let text = lesson([inputs], targets(numbers))
    let note =
      "The numbers of target 'y' have a standard deviation of \(deviation). Networks begin near 0 and learn"
      + " numbers around 1 best, so write 'scale_target: standard', or these in units of \(unit)."
    #expect(try notes(outputs(text)) == [note])
    let read = try #require(CheckedLesson(text, commands: blockCommands).run().outcomes.first)
    #expect(notes(read.outputs) == [note])
  }

  @Test("A target that is scaled is not doubted", arguments: ["standard", "minmax"])
  func scaledTarget(_ rule: String) throws {
    let inputs = (0..<30).map { Double($0 * 17 % 50) / 10 }
    let numbers = (0..<30).map { Double($0 % 3) * 1e6 }
    let text = lesson([inputs], "\(targets(numbers))\nscale_target: \(rule)")
    #expect(try notes(outputs(text)) == [])
    let read = try #require(CheckedLesson(text, commands: blockCommands).run().outcomes.first)
    #expect(notes(read.outputs) == [])
  }

  /// The sum of these is no multiple of them, and yet they do not spread.
  @Test func aTargetOfOneNumberHasNoUnit() throws {
    let inputs = (0..<30).map { Double($0 * 17 % 50) / 10 }
    #expect(
      try notes(outputs(lesson([inputs], targets(Array(repeating: 0.1, count: 30))))) == [
        "There is nothing to predict in targets of one number: y."
      ])
  }

  @Test("Targets near 1 are not doubted", arguments: [0.03, 1, 100])
  func usualTargets(_ factor: Double) throws {
    let inputs = (0..<30).map { Double($0 * 17 % 50) / 10 }
    #expect(
      try notes(outputs(lesson([inputs], targets((0..<30).map { Double($0 % 3) * factor })))) == [])
  }

  /// A caption belongs to the first table.
  @Test(arguments: [("all", ["column", "target"]), ("parts", ["column", "target", "part"])])
  func inputsComeBeforeTargets(_ data: String, _ titles: [String]) throws {
    let numbers = (0..<20).map { Double($0 * 17 % 50) / 10 }
    let tables = try tables(outputs(lesson([numbers], targets(numbers), of: data)))
    #expect(tables.compactMap { $0.columns.first?.title } == titles)
    #expect(tables.first?.remark == "no row equals an earlier one")
    #expect(tables.dropFirst().allSatisfy { $0.remark == nil })
  }

  /// A narrow window cuts off the last columns of a table.
  @Test func whatIsMissingIsToldFirst() throws {
    let file = "age,income,y\n1,,10\n2,7,20\n3,9,30\n4,8,40\n"
    let outputs = try withLessonFolder(["people.csv": file]) { folder in
      try #require(
        CheckedLesson(
          """
          ```{data people}
          source: people.csv
          target: y
          missing: mean
          ```
          ```{describe facts}
          data: people
          ```

          """, commands: blockCommands, lessonFolder: folder
        ).run().outcomes.last
      ).outputs
    }
    let table = try #require(tables(outputs).first)
    #expect(table.columns.prefix(3).map(\.title) == ["column", "missing", "least"])
    #expect(
      table.rows.map { $0.prefix(3) } == [
        ["age", "0.0\u{A0}%", "1"], ["income", "25.0\u{A0}%", "7"],
      ])
  }

  @Test func picturesAreDescribedAsSuch() throws {
    let outputs = try outputs(
      """
      ```{data digits}
      source: builtin:digits
      rows: 60
      size: 10
      ```
      ```{describe facts}
      data: digits
      ```

      """)
    let table = try #require(tables(outputs).last)
    #expect(table.columns.map(\.title) == ["pictures", "value"])
    #expect(table.rows.first == ["size", "10 × 10 pixels"])
    guard case .pictures(let sheet)? = outputs.last else {
      Issue.record("the mean pictures come last")
      return
    }
    #expect(sheet.entries.map(\.words) == (0...9).map { "\($0)" })
    #expect(sheet.entries.allSatisfy { $0.width == 10 && $0.height == 10 })
    #expect(outputs.count == 4)
  }
}
