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
    if results != nil {
      try call.refuseSeveralRuns("--results", instead: "'lectern render' writes results for each")
    }
    if timings != nil { try call.refuseTimingsOfSeveralRuns() }
    try session.foresee(results, timings: timings)
    let statuses = try session.run(call) { [results, timings] _, run, _ throws(FileProblem) in
      if let results { try OutputFile.write(ResultsFile.text(of: run.lesson), to: results) }
      if let timings { try OutputFile.write(run.timings, to: timings) }
    }
    try ExitStatus.worst(of: statuses).exit()
  }
}

extension LessonCall {
  /// Refuses to time more than one run.
  func refuseTimingsOfSeveralRuns() throws {
    try refuseSeveralRuns("--timings", instead: "set what varies to one value with -p")
  }

  /// Refuses an option that names one file for what one run makes; `advice` says what to do about a matrix.
  fileprivate func refuseSeveralRuns(_ option: String, instead advice: String) throws {
    if !hasMatrix, lessons.count > 1 {
      throw ValidationError("\(option) is for one lesson, and there are \(lessons.count)")
    }
    if hasMatrix {
      throw ValidationError(
        "\(option) is for one run, and with the matrix there are \(runCount); \(advice)")
    }
  }
}
