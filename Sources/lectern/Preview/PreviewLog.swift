import Execution
import Notebook

/// What the preview says on the terminal: one line for each page, and what is wrong.
struct PreviewLog {
  let console: Console
  /// Whether it says why each block ran.
  let explains: Bool

  /// A page is ready.
  func report(_ summary: RefreshSummary, of lesson: ExecutedLesson) {
    console.say("\(summary.occasion): \(summary.text)")
    if explains { for reason in summary.reasons { console.say("  " + reason) } }
    // An error that the author shows on purpose is on the page.
    let outcomes = lesson.outcomes.filter { $0.cause != .expectedError }
    console.report(
      outcomes.flatMap(\.diagnostics) + lesson.missingValues, in: lesson.plan.notebook.source)
  }

  /// There is no new page.
  func report(_ mistakes: PreviewMistakes, _ refresh: PreviewRefresh) {
    console.say("\(refresh.occasion): checked after \(refresh.milliseconds) ms; ran nothing")
    for message in mistakes.messages.shown { console.complain(inLines: message.text) }
    if let rest = mistakes.messages.rest { console.complain(rest) }
  }
}
