import Commands
import Execution
import LessonTesting
import Testing

@Suite("A classification report")
struct ShownReportTests {
  @Test func isATableWhereItIsShown() throws {
    let text = lesson("{show}\nvalue: measured.report\n```\n```{show}\nvalue: measured")
    let outputs = CheckedLesson(text, commands: blockCommands).run().outcomes.map(\.outputs)
    guard case .table(let table)? = outputs.dropLast().last?.first,
      case .text(let report)? = outputs.last?.first
    else {
      Issue.record("a report is a table, and a text below its evaluation")
      return
    }
    let titles = table.columns.map(\.title)
    #expect(titles == ["class", "precision", "recall", "f1-score", "support"])
    #expect(table.rows.map { $0[0] } == ["0", "1", "accuracy", "macro avg", "weighted avg"])
    let words = report.split(whereSeparator: \.isWhitespace)
    #expect(
      (titles.dropFirst() + table.rows.joined()).filter { !$0.isEmpty }
        .flatMap { $0.split(separator: " ") } == words)
  }
}
