import ArgumentParser
import Rendering

/// `lectern render`: runs lessons and writes their reports.
struct RenderVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Run lessons and write NAME.html and NAME.results.json for each.")

  @OptionGroup var lessons: LessonArguments
  @OptionGroup var execution: ExecutionArguments

  @Option(help: "The folder for the reports.")
  var outputDir = "output"
  @Flag(help: "Also write each labelled figure as NAME.LABEL.svg.")
  var figures = false
  @Option(help: "Write how long each block took to this file; for one lesson only.")
  var timings: String?

  func run() throws {
    let paths = try lessons.paths()
    if timings != nil, paths.count > 1 {
      throw ValidationError("--timings is for one lesson, and there are \(paths.count)")
    }
    try refuseSameNames(paths)
    let session = LessonSession(lessons: lessons, execution: execution, writesFiles: true)
    let statuses = try paths.map { path in
      try session.run(path) { run in
        let base = LessonPath.file(LessonPath.name(of: path), in: outputDir)
        try OutputFile.write(LessonReport.html(of: run.lesson), to: base + ".html")
        try OutputFile.write(ResultsFile.text(of: run.lesson), to: base + ".results.json")
        if figures {
          for figure in LessonReport.labelledFigures(of: run.lesson) {
            try OutputFile.write(figure.svg, to: "\(base).\(figure.label).svg")
          }
        }
        if let timings { try OutputFile.write(run.timings, to: timings) }
        session.console.say("wrote \(base).html")
      }
    }
    try ExitStatus.worst(of: statuses).exit()
  }

  /// Two lessons of one name would overwrite each other's report.
  private func refuseSameNames(_ paths: [String]) throws {
    var seen: [String: String] = [:]
    for path in paths {
      if let other = seen.updateValue(path, forKey: LessonPath.name(of: path)) {
        throw ValidationError("\(other) and \(path) would write the same report")
      }
    }
  }
}
