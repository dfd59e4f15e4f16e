import ArgumentParser
import Execution
import Foundation
import Notebook

/// The program: lessons in Markdown that train networks and become reports.
@main
struct Lectern: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lectern",
    abstract: "Run lessons written in Markdown: train real networks, and keep the report.",
    version: lecternVersion,
    subcommands: [
      RunVerb.self, RenderVerb.self, PreviewVerb.self, CheckVerb.self, CommandsVerb.self,
      NewVerb.self,
    ])

  static func main() {
    // A closed pipe is an error of the write, not the end of the program.
    signal(SIGPIPE, SIG_IGN)
    do {
      try refuseUnknownVerb()
      var verb = try parseAsRoot()
      try verb.run()
      endProgram(ExitStatus.success.rawValue)
    } catch {
      let status = exitCode(for: error)
      tell(fullMessage(for: error), isAnswer: status.isSuccess)
      endProgram(status.rawValue)
    }
  }

  /// A mistyped verb is named, with the one that is probably meant; the parser would call all that follows unexpected.
  private static func refuseUnknownVerb() throws {
    var words = CommandLine.arguments.dropFirst()
    if words.first == "help" { words.removeFirst() }
    guard let written = words.first, !written.hasPrefix("-") else { return }
    let verbs = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if !verbs.contains(written) {
      throw ValidationError("unknown verb '\(written)'\(suggestion(for: written, among: verbs))")
    }
  }

  /// What was asked about the program, or what is wrong with how it was called. A verb that failed has said why itself: its
  /// message is empty.
  private static func tell(_ message: String, isAnswer: Bool) {
    if message.isEmpty { return }
    let console = Console(isQuiet: false)
    if isAnswer { console.say(message) } else { console.complain(inLines: message) }
  }
}
