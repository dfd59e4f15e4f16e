import Commands
import Execution
import Foundation
import LessonTesting
import Notebook
import Testing

@Suite("The lesson that explains every command")
struct ReferenceLessonTests {
  private func lesson() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(
      contentsOf: root.appending(path: "notebooks/reference.md"), encoding: .utf8)
  }

  @Test func hasASectionWithAllOptionsForEveryCommand() throws {
    let all = try lesson().components(separatedBy: "\n## ").dropFirst()
    #expect(all.first?.hasPrefix("Prose {#sec-prose}\n") == true)
    let sections = all.dropFirst()
    #expect(sections.map { $0.prefix { $0 != "\n" } } == blockCommands.map { "\($0.name)" })
    for (section, command) in zip(sections, blockCommands) {
      let reference = CommandReference(command)
      let options = section.split(separator: "\n").filter {
        $0.hasPrefix("- `") || $0.hasPrefix("  - `")
      }
      #expect(
        options.joined(separator: "\n") == reference.markdown,
        "write what 'lectern commands \(reference.name) --format markdown' prints")
    }
  }

  @Test func hasAnExampleOfEveryCommand() throws {
    let checked = CheckedLesson(try lesson(), commands: blockCommands)
    #expect(checked.messages == [])
    #expect(checked.plan.advice.isEmpty)
    let used = Set(checked.plan.steps.map(\.block.command))
    #expect(used == Set(blockCommands.map { $0.name }))
  }

  /// The values that the reference names are those that results have.
  @Test func declaresTheValuesThatBlocksHave() throws {
    let checked = CheckedLesson(try lesson(), commands: blockCommands)
    let run = checked.run()
    for command in blockCommands {
      var found: [String] = []
      for (step, outcome) in zip(run.plan.steps, run.outcomes)
      where step.block.command == command.name {
        found += (outcome.value?.fields.map(\.name) ?? []).filter { !found.contains($0) }
      }
      #expect(command.values.map(\.name) == found, "\(command.name)")
      #expect(command.values.allSatisfy { $0.help.count > 10 })
    }
  }
}
