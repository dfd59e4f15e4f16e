import ArgumentParser
import Execution
import Rendering

/// `lectern render`: runs lessons and writes their reports.
struct RenderVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract:
      "Run lessons and write NAME.html and NAME.results.json for each, and an index for a folder.")

  @OptionGroup var given: GivenLessons
  @OptionGroup var lessons: LessonArguments
  @OptionGroup var execution: ExecutionArguments

  @ArgumentParser.Option(help: "The folder for the reports.")
  var outputDir = "output"
  @Flag(help: "Also write each labelled figure as NAME.LABEL.svg.")
  var figures = false
  @ArgumentParser.Option(
    help: "Write how long each block took to this file; for a single run only.")
  var timings: String?

  func validate() throws { try JSONTargets(["--timings": timings]).validate() }

  func run() throws {
    let session = LessonSession(lessons: lessons, execution: execution, writesFiles: true)
    let call = try session.read(given)
    if timings != nil { try call.refuseTimingsOfSeveralRuns() }
    try refuseSameNames(call)
    let first = call.lessons.first?.variants.first?.name ?? IndexPage.report
    try session.foresee(LessonPath.file(first + ".html", in: outputDir), timings: timings)
    let folder = ReportFolder(
      outputDir, for: call, isWhole: given.nameFolders, writesFigures: figures,
      pool: session.pool)
    var statuses = try session.run(call, expect: folder.expect) {
      [timings] number, run, voice throws(FileProblem) in
      try folder.write(number, run.lesson, voice)
      if let timings { try OutputFile.write(run.timings, to: timings) }
    }
    if !statuses.contains(.interrupted) {
      for (warning, source) in folder.deadLinks(in: call) {
        session.console.report(lessons.asSevere(warning), in: source)
      }
    }
    if call.mistakes.isEmpty {
      do throws(FileProblem) {
        try folder.writeIndex(isComplete: !statuses.contains(.interrupted))
      } catch {
        session.console.complain("error: \(error.message)")
        statuses.append(.fileProblem)
      }
    }
    try ExitStatus.worst(of: statuses).exit()
  }

  /// Two lessons of one name would overwrite each other's report.
  private func refuseSameNames(_ call: LessonCall) throws {
    var seen: [String: String] = [:]
    for lesson in call.lessons {
      for variant in lesson.variants {
        if let other = seen.updateValue(lesson.path, forKey: variant.name) {
          throw ValidationError("\(other) and \(lesson.path) would write the same report")
        }
      }
    }
  }
}
