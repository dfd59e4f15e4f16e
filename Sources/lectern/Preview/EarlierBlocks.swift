import Execution
import Notebook

/// The blocks of an earlier run; those without a name are told apart by their order.
struct EarlierBlocks {
  private var outcomes: [String: ArraySlice<BlockOutcome>]

  /// The blocks of a run, or none.
  init(_ lesson: ExecutedLesson?) {
    let blocks = lesson.map { Array(zip($0.plan.steps.map(\.block.header), $0.outcomes)) } ?? []
    outcomes = Dictionary(grouping: blocks, by: \.0).mapValues { $0.map(\.1)[...] }
  }

  /// How the next block of a header ended; nil if there are no more of it.
  mutating func next(_ header: String) -> BlockOutcome? {
    outcomes[header]?.popFirst()
  }
}
