import Execution
import Notebook

/// Why the page is made anew.
struct PreviewRefresh {
  /// The files that have changed, without their folders; none for the first page.
  var saved: [String]
  /// When they had not changed yet.
  var start: ContinuousClock.Instant

  /// Milliseconds since then, rounded up.
  var milliseconds: Int {
    Int((start.duration(to: .now) / .milliseconds(1)).rounded(.up))
  }

  /// "lesson.md saved".
  var occasion: String {
    saved.isEmpty ? "first page" : saved.joined(separator: ", ") + " saved"
  }
}

/// What came of a refresh, in numbers.
struct RefreshSummary {
  /// The most blocks that are listed by name.
  private static let most = 5

  /// "page after 34 ms; ran {plot}, reused 13 blocks".
  let text: String
  let occasion: String

  init(_ lesson: ExecutedLesson, _ refresh: PreviewRefresh) {
    let ran = zip(lesson.plan.steps, lesson.outcomes)
      .filter { $0.1.status != .notRun }
      .map(\.0.block.header)
    let list =
      ran.count > Self.most ? "\(ran.count) blocks" : ran.joined(separator: ", ")
    text = "page after \(refresh.milliseconds) ms; ran \(ran.isEmpty ? "nothing" : list)"
    occasion = refresh.occasion
  }
}

/// What the preview says on the terminal: one line for each page, and what is wrong.
struct PreviewLog {
  let console: Console

  /// A page is ready.
  func report(_ summary: RefreshSummary, of lesson: ExecutedLesson) {
    console.say("\(summary.occasion): \(summary.text)")
    for outcome in lesson.outcomes {
      for diagnostic in outcome.diagnostics {
        console.report(diagnostic, in: lesson.plan.notebook.source)
      }
    }
  }

  /// There is no new page.
  func report(_ mistakes: PreviewMistakes, _ refresh: PreviewRefresh) {
    console.say("\(refresh.occasion): checked after \(refresh.milliseconds) ms; ran nothing")
    for message in mistakes.messages { console.complain(message.text) }
  }
}
