import ArgumentParser
import Commands
import Execution
import Notebook

/// `lectern commands`: the reference of block commands, from their declarations.
struct CommandsVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commands", abstract: "Explain the commands that a lesson's blocks can have.")

  @Argument(help: "The command to explain; without it, all are listed.")
  var name: String?

  @Flag(help: "List the codes of diagnostics instead, as 'lectern check --format json' gives them.")
  var codes = false

  func run() throws {
    let console = Console(isQuiet: false)
    let references = blockCommands.map { CommandReference($0) }
    if codes {
      console.say(columns(DiagnosticCode.allCases.map { ($0.rawValue, $0.explanation + ".") }))
    } else if let name {
      console.say(try reference(name, among: references).text)
    } else {
      console.say(columns(references.map { ($0.name, $0.summary) }))
    }
  }

  func validate() throws {
    if codes, name != nil {
      throw ValidationError("--codes lists all codes; it takes no command")
    }
  }

  private func reference(
    _ name: String, among references: [CommandReference]
  ) throws -> CommandReference {
    if let reference = references.first(where: { $0.name == name }) { return reference }
    let hint = suggestion(for: name, among: references.map(\.name))
    throw ValidationError("unknown command '\(name)'\(hint)")
  }

  /// Words with what they mean, below each other.
  private func columns(_ rows: [(word: String, meaning: String)]) -> String {
    let width = rows.map(\.word.count).max() ?? 0
    return rows.map { row in
      let padding = String(repeating: " ", count: width - row.word.count)
      return "\(row.word)\(padding)  \(row.meaning)"
    }.joined(separator: "\n")
  }
}
