import Notebook

/// What counts and is said of blocks that run at the same time: the same as if each had waited for the one before it.
struct DocumentOrder {
  private let plan: Plan
  private let stopsAtFirstFailure: Bool
  /// Whose lines are heard: those of the first block that does not count yet, once it has been announced.
  private var turns = SpeakingTurns<RunEvent>(from: -1)
  /// How far blocks are whose turn to speak has not come.
  private var untold: [Int: BlockProgress] = [:]
  /// How the blocks ended that count already: the first ones of the lesson.
  private(set) var outcomes: [BlockOutcome] = []
  /// Whether the run was stopped before one of them.
  private(set) var wasInterrupted = false
  /// The first block that should have drawn from the stream and did not: later draws would be others.
  private var lineOfLostStream: Int?

  init(_ plan: Plan, stopsAtFirstFailure: Bool) {
    self.plan = plan
    self.stopsAtFirstFailure = stopsAtFirstFailure
  }

  /// Whether all blocks count.
  var isOver: Bool { outcomes.count == plan.steps.count }

  /// A block says a line: what to report of it now.
  mutating func log(_ line: String, ofBlock index: Int) -> [RunEvent] {
    // Of a block that counts as not run, though it still works, nobody hears.
    index < outcomes.count ? [] : turns.say(.logged(block: index, line: line), by: index)
  }

  /// A block tells how far it is: what to report of it now.
  mutating func note(_ progress: BlockProgress, ofBlock index: Int) -> [RunEvent] {
    if index < outcomes.count { return [] }
    if index == turns.current { return [.progressed(block: index, progress)] }
    untold[index] = progress
    return []
  }

  /// Counts the blocks whose end is known: what to report of them, and of the first that goes on. A block that cannot run is
  /// found out here, and ends in the queue.
  mutating func advance(_ queue: inout BlockQueue, isCancelled: Bool) -> [RunEvent] {
    var events: [RunEvent] = []
    while !isOver {
      let index = outcomes.count
      if index != turns.current { events += announce(index, &queue, isCancelled: isCancelled) }
      if isCancelled, case .waiting = queue.state(ofBlock: index) {
        queue.end(index, .interrupted(plan.steps[index]))
      }
      guard case .ended(let outcome) = queue.state(ofBlock: index) else { break }
      count(outcome)
      events.append(.finished(block: index, outcome))
    }
    return events
  }

  /// It is a block's turn: what it has said so far, unless it does not count as run.
  private mutating func announce(
    _ index: Int, _ queue: inout BlockQueue, isCancelled: Bool
  ) -> [RunEvent] {
    let said = turns.pass()
    let progress = untold.removeValue(forKey: index)
    let started = RunEvent.started(block: index)
    if let outcome = obstacle(toBlock: index, queue, isCancelled: isCancelled) {
      queue.end(index, outcome)
      return [started]
    }
    if let progress, case .running = queue.state(ofBlock: index) {
      return [started, .progressed(block: index, progress)] + said
    }
    return [started] + said
  }

  private mutating func count(_ outcome: BlockOutcome) {
    let step = plan.steps[outcomes.count]
    outcomes.append(outcome)
    wasInterrupted = wasInterrupted || outcome.cause == .interruption
    if outcome.status != .done, lineOfLostStream == nil, step.drawsRandomNumbers {
      lineOfLostStream = step.block.line
    }
  }

  /// How a block ends that need not or cannot run, now that all before it have ended; nil if it can.
  private func obstacle(
    toBlock index: Int, _ queue: BlockQueue, isCancelled: Bool
  ) -> BlockOutcome? {
    let step = plan.steps[index]
    if !step.refusal.isEmpty {
      return BlockOutcome(status: .failed, cause: .expectedError, diagnostics: step.refusal)
    }
    if step.command == nil { return .notRun(step, because: "it is not understood") }
    if isCancelled || wasInterrupted, case .waiting = queue.state(ofBlock: index) {
      return .interrupted(step)
    }
    if stopsAtFirstFailure, outcomes.contains(where: { $0.cause == .failure }) {
      return .notRun(step, because: "a block before it failed")
    }
    if let missing = step.dependencies.sorted().first(where: { outcomes[$0].value == nil }) {
      let block = plan.steps[missing].block
      return .notRun(step, because: "'\(block.name ?? block.command)' has no result")
    }
    if plan.notebook.frontMatter.randomStream == .notebook, step.drawsRandomNumbers,
      let line = lineOfLostStream
    {
      return .notRun(
        step,
        because: "the block on line \(line) failed, and all blocks share one random stream")
    }
    return nil
  }
}

extension BlockOutcome {
  fileprivate static func notRun(_ step: Plan.Step, because reason: String) -> BlockOutcome {
    notRun(step, .dependency, because: reason)
  }

  /// How a block ends that the run was stopped before or in.
  static func interrupted(_ step: Plan.Step) -> BlockOutcome {
    notRun(step, .interruption, because: "the run was interrupted")
  }

  private static func notRun(
    _ step: Plan.Step, _ cause: Cause, because reason: String
  ) -> BlockOutcome {
    BlockOutcome(
      status: .notRun, cause: cause, reason: reason,
      diagnostics: [.warning(.notRun, "not run: \(reason)", at: step.block.commandRange)])
  }
}
