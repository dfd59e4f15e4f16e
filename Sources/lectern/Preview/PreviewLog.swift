import Execution
import Notebook

/// Why the page is made anew.
struct PreviewRefresh {
  /// What has happened: "lesson.md saved".
  let occasion: String
  /// When they had not changed yet.
  let start: ContinuousClock.Instant

  /// Milliseconds since then, rounded up.
  var milliseconds: Int {
    Int((start.duration(to: .now) / .milliseconds(1)).rounded(.up))
  }
}

/// Which blocks ran for a page, and why.
struct RefreshSummary {
  /// The most blocks that are listed by name.
  private static let most = 5

  /// "page after 34 ms; ran {plot}, reused 13 blocks".
  let text: String
  let occasion: String
  /// "{plot}: ran, since title changed", for each block.
  let reasons: [String]

  /// - Parameter earlier: the run that came to its end before.
  init(_ lesson: ExecutedLesson, since earlier: ExecutedLesson?, _ refresh: PreviewRefresh) {
    let blocks = zip(lesson.plan.steps.map(\.block.header), lesson.outcomes)
    let ran = blocks.filter { $1.status != .notRun && !$1.isReused }.map(\.0)
    let reused = blocks.count { $1.isReused }
    let list =
      ran.isEmpty
      ? "nothing" : ran.count > Self.most ? "\(ran.count) blocks" : ran.joined(separator: ", ")
    let rest = reused == 0 ? "" : reused == 1 ? ", reused 1 block" : ", reused \(reused) blocks"
    text = "page after \(refresh.milliseconds) ms; ran \(list)\(rest)"
    occasion = refresh.occasion
    reasons = Self.reasons(lesson, since: earlier)
  }

  private static func reasons(
    _ lesson: ExecutedLesson, since earlier: ExecutedLesson?
  ) -> [String] {
    var before = EarlierBlocks(earlier)
    // Of runs before this preview, nobody knows what they had; but of work that is done in no time, nothing is ever kept.
    let novelty = earlier == nil ? "no result of it is kept" : "it is new"
    return zip(lesson.plan.steps, lesson.outcomes).map { step, outcome in
      let header = step.block.header
      let former = before.next(header)
      if outcome.status == .notRun { return "\(header): \(outcome.message ?? "not run")" }
      if outcome.isReused { return "\(header): reused" }
      guard let former else { return "\(header): ran, since \(novelty)" }
      guard let key = outcome.key, let older = former.key else { return "\(header): ran" }
      let difference = key.difference(from: older.ingredients)
      return "\(header): ran, since \(difference ?? "its result was not kept")"
    }
  }
}

/// The blocks of an earlier run; those without a name are told apart by their order.
private struct EarlierBlocks {
  private var outcomes: [String: ArraySlice<BlockOutcome>]

  init(_ lesson: ExecutedLesson?) {
    let blocks = lesson.map { Array(zip($0.plan.steps.map(\.block.header), $0.outcomes)) } ?? []
    outcomes = Dictionary(grouping: blocks, by: \.0).mapValues { $0.map(\.1)[...] }
  }

  mutating func next(_ header: String) -> BlockOutcome? {
    outcomes[header]?.popFirst()
  }
}

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
    for diagnostic in outcomes.flatMap(\.diagnostics) + lesson.missingValues {
      console.report(diagnostic, in: lesson.plan.notebook.source)
    }
  }

  /// There is no new page.
  func report(_ mistakes: PreviewMistakes, _ refresh: PreviewRefresh) {
    console.say("\(refresh.occasion): checked after \(refresh.milliseconds) ms; ran nothing")
    for message in mistakes.messages { console.complain(inLines: message.text) }
  }
}
