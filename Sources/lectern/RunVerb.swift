import ArgumentParser
import Rendering

/// `lectern run`: runs lessons headlessly.
struct RunVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run lessons and print what their blocks say; nothing is written."
  )

  @OptionGroup var lessons: LessonArguments
  @OptionGroup var execution: ExecutionArguments

  @Option(help: "Write all values with every digit to this file; for one lesson only.")
  var results: String?
  @Option(help: "Write how long each block took to this file; for one lesson only.")
  var timings: String?

  func run() throws {
    let paths = try lessons.paths()
    if results != nil || timings != nil, paths.count > 1 {
      throw ValidationError(
        "--results and --timings are for one lesson, and there are \(paths.count)")
    }
    let session = LessonSession(
      lessons: lessons, execution: execution, writesFiles: results != nil || timings != nil)
    let statuses = try paths.map { path in
      try session.run(path) { run in
        if let results { try OutputFile.write(ResultsFile.text(of: run.lesson), to: results) }
        if let timings { try OutputFile.write(run.timings, to: timings) }
      }
    }
    try ExitStatus.worst(of: statuses).exit()
  }
}
