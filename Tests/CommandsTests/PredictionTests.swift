import Commands
import Execution
import LessonTesting
import Testing

@Suite("A prediction")
struct PredictionTests {
  private func table(_ outcome: BlockOutcome?) throws -> Table {
    guard case .table(let table)? = outcome?.outputs.first else {
      Issue.record("there is no table: \(outcome?.message ?? "")")
      throw NoTable()
    }
    return table
  }

  @Test func isShownWithItsExamplesAndTheProbabilitiesOfAllClasses() throws {
    let executed = CheckedLesson(
      lesson("{predict answers}\nrun: trained\nfeatures: [[0, 1], [1, 1], [0.5, 0]]")
        + "```{show}\nvalue: answers\nrows: 2\n```\n", commands: blockCommands
    ).run()
    let all = try table(executed.outcome("answers"))
    #expect(all.columns.map(\.title) == ["input", "predicted", "0", "1"])
    #expect(all.rows.map { $0.first } == ["0, 1", "1, 1", "0.5, 0"])
    #expect(all.remark == nil)
    let shown = try table(executed.outcomes.last)
    #expect(shown.columns == all.columns)
    #expect(shown.rows == Array(all.rows.prefix(2)))
    #expect(shown.remark == "2 of 3 examples")
  }

  @Test func ofNumbersIsShownWithTheNamesOfTheTargets() throws {
    let executed = CheckedLesson(
      """
      ```{data line}
      source: builtin:line
      ```
      ```{network net}
      layers: [1, 1]
      activations: [linear]
      ```
      ```{train run}
      network: net
      data: line
      ```
      ```{predict answer}
      run: run
      features: [2]
      ```
      ```{show}
      value: answer
      ```
      """, commands: blockCommands
    ).run()
    let answer = try table(executed.outcome("answer"))
    #expect(answer.columns.map(\.title) == ["input", "predicted y"])
    #expect(answer.rows.map { $0.first } == ["2"])
    let shown = try table(executed.outcomes.last)
    #expect(shown == answer)
  }

  private struct NoTable: Error {}
}
