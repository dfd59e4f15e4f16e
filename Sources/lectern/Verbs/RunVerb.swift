import ArgumentParser
import Execution
import Rendering

/// `lectern run`: runs lessons headlessly.
struct RunVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run lessons and print what their blocks say; nothing is written."
  )

  @OptionGroup var given: GivenLessons
  @OptionGroup var lessons: LessonArguments
  @OptionGroup var execution: ExecutionArguments

  @ArgumentParser.Option(
    help: "Write all values with every digit to this file; for a single run only.")
  var results: String?
  @ArgumentParser.Option(
    help: "Write how long each block took to this file; for a single run only.")
  var timings: String?

  func validate() throws {
    try JSONTargets(["--results": results, "--timings": timings]).validate()
  }

  func run() throws {
    let session = LessonSession(
      lessons: lessons, execution: execution, writesFiles: results != nil || timings != nil)
    let call = try session.read(given)
    if results != nil || timings != nil {
      try call.refuseSeveralRuns("--results and --timings are")
    }
    try session.foresee(results, timings: timings)
    let statuses = try session.run(call) { [results, timings] _, run, _ throws(FileProblem) in
      if let results { try OutputFile.write(ResultsFile.text(of: run.lesson), to: results) }
      if let timings { try OutputFile.write(run.timings, to: timings) }
    }
    try ExitStatus.worst(of: statuses).exit()
  }
}

extension LessonCall {
  /// Refuses options that name one file for what one run makes.
  func refuseSeveralRuns(_ optionsAre: String) throws {
    if !hasMatrix, lessons.count > 1 {
      throw ValidationError("\(optionsAre) for one lesson, and there are \(lessons.count)")
    }
    if hasMatrix {
      throw ValidationError(
        "\(optionsAre) for one run, and with the matrix there are \(runCount);"
          + " 'lectern render' writes results for each")
    }
  }
}
