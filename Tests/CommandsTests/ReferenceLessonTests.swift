import Commands
import Execution
import Foundation
import LessonTesting
import Notebook
import Testing

@Suite("The lesson that explains every command")
struct ReferenceLessonTests {
  @Test func hasASectionWithAllOptionsForEveryCommand() throws {
    let all = try referenceLesson().components(separatedBy: "\n## ").dropFirst()
    #expect(
      all.prefix(2).map { $0.prefix { $0 != "\n" } } == [
        "Prose {#sec-prose}", "How a block is shown",
      ])
    let sections = all.dropFirst(2)
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
    let checked = CheckedLesson(try referenceLesson(), commands: blockCommands)
    #expect(checked.messages == [])
    #expect(checked.plan.advice.isEmpty)
    let used = Set(checked.plan.steps.map(\.block.command))
    #expect(used == Set(blockCommands.map { $0.name }))
  }

  /// How all blocks end, those of the lesson beside it first.
  private func outcomes() throws -> [(command: String, outcome: BlockOutcome)] {
    let reference = try referenceLesson()
    return try withLessonFolder { folder in
      var outcomes: [(command: String, outcome: BlockOutcome)] = []
      for lesson in [lessonBesideReference, reference] {
        let run = CheckedLesson(lesson, commands: blockCommands, lessonFolder: folder).run()
        for (step, outcome) in zip(run.plan.steps, run.outcomes) {
          outcomes.append((step.block.command, outcome))
        }
      }
      return outcomes
    }
  }

  /// The values that the reference names are those that results have.
  @Test func declaresTheValuesThatBlocksHave() throws {
    let outcomes = try outcomes()
    for command in blockCommands {
      var found: [String] = []
      for (name, outcome) in outcomes where name == command.name {
        found += (outcome.value?.fields.map(\.name) ?? []).filter { !found.contains($0) }
      }
      #expect(command.values.map(\.name) == found, "\(command.name)")
      #expect(command.values.allSatisfy { $0.help.count > 10 })
    }
  }

  /// Labels and captions are refused where a command says that it shows nothing of their kind.
  @Test func showsNothingThatCommandsDoNotDeclare() throws {
    let outcomes = try outcomes()
    for command in blockCommands {
      let outputs = outcomes.filter { $0.command == command.name }.flatMap(\.outcome.outputs)
      #expect(command.drawsFigures || !outputs.contains(where: \.isFigure), "\(command.name)")
      #expect(command.showsTables || !outputs.contains(where: \.isTable), "\(command.name)")
    }
  }
}
