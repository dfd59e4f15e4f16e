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

  func run() throws {
    let references = blockCommands.map { CommandReference($0) }
    let console = Console(isQuiet: false)
    guard let name else {
      let width = references.map(\.name.count).max() ?? 0
      for reference in references {
        let padding = String(repeating: " ", count: width - reference.name.count)
        console.say("\(reference.name)\(padding)  \(reference.summary)")
      }
      return
    }
    guard let reference = references.first(where: { $0.name == name }) else {
      let hint = suggestion(for: name, among: references.map(\.name))
      throw ValidationError("unknown command '\(name)'\(hint)")
    }
    console.say(reference.text)
  }
}
