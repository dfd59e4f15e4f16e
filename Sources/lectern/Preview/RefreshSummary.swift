import Execution
import Notebook

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
