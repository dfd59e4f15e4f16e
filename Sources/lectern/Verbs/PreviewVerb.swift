import ArgumentParser
import Execution
import Foundation

/// `lectern preview`: shows a lesson in a browser, beside the editor that it is written in.
struct PreviewVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show a lesson in a browser, and run what changes whenever it is saved.",
    usage: "lectern preview [<options>] <lesson>")

  // Whoever gives several is told that there can be one.
  @Argument(
    help: ArgumentHelp("The lesson, or a folder with a single one.", valueName: "lesson"))
  var given: [String]
  @OptionGroup var lessons: LessonArguments
  @OptionGroup var execution: ExecutionArguments

  @ArgumentParser.Option(
    parsing: .unconditional,
    help: "The port to serve on, up to 65535; by default one that is free.")
  var port: UInt16 = 0
  @Flag(help: "Say for each block why it ran, or that it did not have to.")
  var explain = false

  func run() throws {
    // Nothing is written, so nothing has to be put in order.
    signal(SIGINT) { _ in endProgram(ExitStatus.interrupted.rawValue) }
    let console = Console(isQuiet: execution.quiet, outlastsReaders: true)
    let log = PreviewLog(console: console, explains: explain)
    let follower: LessonFollower
    do {
      let path = try lesson()
      let board = PreviewBoard(page: PreviewPage.html(waitingFor: path))
      follower = try LessonFollower(path, lessons, execution, board: board, log: log)
      try follower.begin()
      let address = try PreviewServer.start(board, of: path, port: port)
      // Quiet or not, nobody finds the page without it.
      Console(isQuiet: false, outlastsReaders: true)
        .say("\(path) is at \(address) until Ctrl-C is pressed")
    } catch let problem as FileProblem {
      console.complain("error: \(problem.message)")
      throw ExitCode(ExitStatus.fileProblem.rawValue)
    } catch let mistakes as ParameterMistakes {
      for found in mistakes.all { console.report(found.diagnostics, in: found.source) }
      throw ExitCode(mistakes.status.rawValue)
    } catch let problem as PreviewServer.Problem {
      console.complain("error: \(problem.message)")
      throw ExitCode(ExitStatus.fileProblem.rawValue)
    }
    follower.follow()
  }

  /// The file of the only lesson.
  private func lesson() throws -> String {
    let paths = try given.flatMap(LessonPath.files)
    guard let path = paths.first, paths.count == 1 else {
      throw ValidationError("a preview shows one lesson, and there are \(paths.count)")
    }
    return path
  }
}
