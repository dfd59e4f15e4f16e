import ArgumentParser

/// `lectern check`: finds every mistake in lessons, and runs nothing.
struct CheckVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find every mistake in lessons without running them.")

  @OptionGroup var given: GivenLessons
  @OptionGroup var lessons: LessonArguments

  @Option(help: "How to write what is wrong: text, or json with one object per line.")
  var format = OutputFormat.text

  func run() throws {
    let session = LessonSession(lessons: lessons, execution: nil, diagnosticFormat: format)
    try ExitStatus.worst(of: session.check(session.read(given))).exit()
  }
}
