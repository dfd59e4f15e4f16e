import Execution
import Notebook
import Rendering

/// A block that did not go well.
struct BlockTrouble {
  /// The most blocks that are named.
  private static let most = 3

  /// "{train spam}".
  var header: String
  /// The block on the page, if it is there.
  var anchor: String?
  /// "failed".
  var words: String

  /// All of a run, in reading order; those that only wait for others are not among them.
  static func all(in lesson: ExecutedLesson) -> [BlockTrouble] {
    lesson.outcomes.enumerated().compactMap { index, outcome in
      let words: String
      switch outcome.cause {
      case .failure: words = "failed"
      case .claims: words = "does not hold"
      default: return nil
      }
      return BlockTrouble(
        header: lesson.plan.steps[index].block.header,
        anchor: PreviewPage.anchor(ofBlock: index, in: lesson.plan), words: words)
    }
  }

  /// Writes "{train spam} failed, {expect} does not hold".
  static func write(_ troubles: [BlockTrouble], into line: inout Markup) {
    for (index, trouble) in troubles.prefix(most).enumerated() {
      line.text(index == 0 ? " " : ", ")
      RunningBlock.write(trouble.header, linkedTo: trouble.anchor, into: &line)
      line.text(" \(trouble.words)")
    }
    if troubles.count > most { line.text(" and \(troubles.count - most) more") }
  }
}
