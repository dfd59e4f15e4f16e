import ArgumentParser
import Commands
import Execution
import Notebook
import Rendering

/// `lectern commands`: the reference of block commands, from their declarations.
struct CommandsVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commands", abstract: "Explain the commands that a lesson's blocks can have.")

  @Argument(
    help:
      "The command to explain, 'expressions', 'cells' or 'front-matter'; without it, all commands are listed."
  )
  var name: String?

  @Flag(help: "List the codes of diagnostics instead, as 'lectern check --format json' gives them.")
  var codes = false

  @ArgumentParser.Option(
    help: "How to write it: text, json with all declarations, or markdown with a command's options."
  )
  var format = ReferenceFormat.text

  func run() throws {
    let console = Console(isQuiet: false)
    let references = blockCommands.map { CommandReference($0) }
    if codes {
      let lines = columns(DiagnosticCode.allCases.map { ($0.rawValue, $0.explanation + ".") })
      console.say(lines.joined(separator: "\n"))
    } else if let page {
      console.say(page)
    } else if let name {
      console.say(text(of: [try reference(name, among: references)]))
    } else if format == .text {
      console.say(columns(references.map { ($0.name, $0.summary) }).joined(separator: "\n"))
    } else {
      console.say(text(of: references))
    }
  }

  private func text(of references: [CommandReference]) -> String {
    switch format {
    case .text: references.map(\.text).joined(separator: "\n\n")
    case .json: ReferenceJSON.text(of: references)
    case .markdown: references.map(\.markdown).joined(separator: "\n\n")
    }
  }

  func validate() throws {
    if codes, name != nil {
      throw ValidationError("--codes lists all codes; it takes no command")
    }
    if format != .text, codes || page != nil {
      throw ValidationError(
        "--format is for commands; codes, expressions, cells and front-matter are text")
    }
  }

  /// The pages beside those of commands, by the words that ask for them.
  private static var pages: [(name: String, text: String)] {
    [
      (ExpressionReference.name, ExpressionReference.text),
      (CellOptionReference.name, CellOptionReference.text(for: blockCommands)),
      (FrontMatterReference.name, FrontMatterReference.text),
    ]
  }

  /// The page that is asked for, if it is one of these.
  private var page: String? { Self.pages.first { $0.name == name }?.text }

  private func reference(
    _ name: String, among references: [CommandReference]
  ) throws -> CommandReference {
    if let reference = references.first(where: { $0.name == name }) { return reference }
    let hint = suggestion(for: name, among: references.map(\.name) + Self.pages.map(\.name))
    throw ValidationError("unknown command '\(name)'\(hint)")
  }
}

/// How the reference is written.
enum ReferenceFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// For programs.
  case json
  /// For lessons that explain commands.
  case markdown
}
