import ArgumentParser
import Execution
import Foundation

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
    main(nil)
  }
}
