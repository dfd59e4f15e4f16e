import Commands
import Execution
import LessonTesting
import Notebook
import Testing

/// The page of the options that say how a block is shown has those that lessons can give.
@Suite("The reference of cell options")
struct CellOptionReferenceTests {
  private let entries = CellOptionReference.entries

  private func isKnown(_ lesson: String) -> Bool {
    !ReadLesson(lesson).messages.contains { $0.hasPrefix("unknown cell option") }
  }

  @Test func hasEveryOptionOnce() {
    for entry in entries {
      #expect(isKnown("```{a}\n#| \(entry.name): true\n```\n"), "\(entry.name)")
    }
    let options = Mirror(reflecting: CellOptions()).children
    #expect(entries.count == options.count)
    #expect(Set(entries.map(\.name)).count == options.count)
  }

  @Test func saysWhichTheFrontMatterCanSet() {
    for entry in entries {
      let isDocumentWide = isKnown("---\nexecute: {\(entry.name): true}\n---\n")
      #expect(isDocumentWide == (entry.defaultValue != nil), "\(entry.name)")
    }
  }

  @Test func saysWhichCommandsDrawFiguresAndWhichShowTables() {
    let commands = blockCommands.filter { ["plot", "show", "words", "expect"].contains($0.name) }
    let text = CellOptionReference.text(for: commands)
    #expect(text.contains("may draw a figure, for labels that begin with fig-\n  plot and show\n"))
    #expect(text.hasSuffix("may show a table, for labels that begin with tbl-\n  words and show"))
  }

  @Test func isATableInTheReferenceLesson() throws {
    let rows = entries.map { entry in
      let fallback = entry.defaultValue.map { "`\($0)`" } ?? ""
      return "| `\(entry.name)` | \(fallback) | \(entry.help) |\n"
    }
    let lesson = try referenceLesson()
    #expect(lesson.contains(rows.joined()), "its rows are\n\(rows.joined())")
  }

  @Test func hasASentenceForEveryOption() {
    #expect(entries.allSatisfy { $0.help.hasSuffix(".") && $0.help.count > 10 })
  }
}
