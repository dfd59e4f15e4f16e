import Notebook

/// Which blocks of a plan may start, and what has come of them.
///
/// A block may start as soon as what it reads is there. But blocks count in document order: what is reported, and what a
/// failure keeps from running, is the same as if each block had waited for the one before it.
struct Schedule {
  /// A block that starts, with the values that it reads by the names of their blocks.
  struct Start {
    let block: Int
    let values: [String: any LessonValue]
    /// What those values depend on, in document order.
    let inputs: [(name: String, key: BlockKey?)]
  }

  private enum State {
    case waiting
    case running
    case ended(BlockOutcome)
  }

  private let plan: Plan
  private let stopsAtFirstFailure: Bool
  private let sharesStream: Bool
  private var states: [State]
  /// Lines of blocks whose turn to speak has not come.
  private var unsaid: [[String]]
  /// How far blocks are whose turn to speak has not come.
  private var untold: [Int: BlockProgress] = [:]
  /// Of the blocks that draw from a shared stream, in document order: those that have not drawn yet.
  private var undrawn: [Int]
  /// How the blocks ended that count already: the first ones of the lesson.
  private(set) var outcomes: [BlockOutcome] = []
  /// Whether the block after those has been announced.
  private var isAnnounced = false
  /// The first block, in document order, that has failed so far.
  private var firstFailure: Int?
  private(set) var wasInterrupted = false
  /// The first block that should have drawn from the stream and did not: later draws would be others.
  private var lineOfLostStream: Int?

  init(_ plan: Plan, stopsAtFirstFailure: Bool) {
    self.plan = plan
    self.stopsAtFirstFailure = stopsAtFirstFailure
    let sharesStream = plan.notebook.frontMatter.randomStream == .notebook
    self.sharesStream = sharesStream
    states = Array(repeating: .waiting, count: plan.steps.count)
    unsaid = Array(repeating: [], count: plan.steps.count)
    undrawn = plan.steps.indices.filter {
      sharesStream && plan.steps[$0].command?.drawsRandomNumbers == true
    }
  }

  /// Whether all blocks count.
  var isOver: Bool { outcomes.count == plan.steps.count }

  /// No block after this one will count as run.
  var lastWorthRunning: Int { stopsAtFirstFailure ? firstFailure ?? .max : .max }

  /// The first block that can start now, which then counts as running.
  mutating func start() -> Start? {
    guard let index = (outcomes.count..<states.count).first(where: canStart) else { return nil }
    states[index] = .running
    let inputs = plan.steps[index].dependencies.sorted().compactMap { dependency in
      plan.steps[dependency].block.name.flatMap { name in
        outcome(ofBlock: dependency).map { (name: name, outcome: $0) }
      }
    }
    let values = inputs.compactMap { input in input.outcome.value.map { (input.name, $0) } }
    return Start(
      block: index, values: Dictionary(values) { first, _ in first },
      inputs: inputs.map { ($0.name, $0.outcome.key) })
  }

  private func outcome(ofBlock index: Int) -> BlockOutcome? {
    if case .ended(let outcome) = states[index] { outcome } else { nil }
  }

  private func canStart(_ index: Int) -> Bool {
    let step = plan.steps[index]
    guard case .waiting = states[index], let command = step.command, step.refusal.isEmpty else {
      return false
    }
    if index > lastWorthRunning { return false }
    if sharesStream, command.drawsRandomNumbers, undrawn.first != index { return false }
    return step.dependencies.allSatisfy { outcome(ofBlock: $0)?.value != nil }
  }

  /// A block says a line: what to report of it now.
  mutating func log(_ line: String, ofBlock index: Int) -> [RunEvent] {
    if index == outcomes.count, isAnnounced { return [.logged(block: index, line: line)] }
    if index >= outcomes.count { unsaid[index].append(line) }
    return []
  }

  /// A block tells how far it is: what to report of it now.
  mutating func note(_ progress: BlockProgress, ofBlock index: Int) -> [RunEvent] {
    if index == outcomes.count, isAnnounced { return [.progressed(block: index, progress)] }
    if index >= outcomes.count { untold[index] = progress }
    return []
  }

  /// A block has taken what it takes from the shared stream.
  mutating func noteDraws(ofBlock index: Int) {
    undrawn.removeAll { $0 == index }
  }

  /// A block has ended.
  mutating func end(_ index: Int, _ outcome: BlockOutcome) {
    states[index] = .ended(outcome)
    // One that fails before its draws are over stays in the way of those after it.
    if outcome.status == .done { noteDraws(ofBlock: index) }
    if outcome.cause == .failure { firstFailure = min(index, firstFailure ?? index) }
  }

  /// Counts the blocks whose end is known, in document order: what to report of them, and of the first that goes on.
  mutating func advance(isCancelled: Bool) -> [RunEvent] {
    var events: [RunEvent] = []
    while !isOver {
      let index = outcomes.count
      if !isAnnounced {
        isAnnounced = true
        events.append(.started(block: index))
        if let outcome = obstacle(toBlock: index, isCancelled: isCancelled) {
          states[index] = .ended(outcome)
          unsaid[index] = []
        }
        if let progress = untold.removeValue(forKey: index), case .running = states[index] {
          events.append(.progressed(block: index, progress))
        }
        events += unsaid[index].map { .logged(block: index, line: $0) }
        unsaid[index] = []
      }
      if isCancelled, case .waiting = states[index] {
        states[index] = .ended(.interrupted(plan.steps[index]))
      }
      guard case .ended(let outcome) = states[index] else { break }
      count(outcome)
      events.append(.finished(block: index, outcome))
    }
    return events
  }

  private mutating func count(_ outcome: BlockOutcome) {
    let step = plan.steps[outcomes.count]
    outcomes.append(outcome)
    isAnnounced = false
    wasInterrupted = wasInterrupted || outcome.cause == .interruption
    // A refused block draws nothing in any run, so later draws do not depend on it.
    if outcome.status != .done, lineOfLostStream == nil,
      step.command?.drawsRandomNumbers == true
    {
      lineOfLostStream = step.block.line
    }
  }

  /// How a block ends that need not or cannot run, now that all before it have ended; nil if it can.
  private func obstacle(toBlock index: Int, isCancelled: Bool) -> BlockOutcome? {
    let step = plan.steps[index]
    if !step.refusal.isEmpty {
      return BlockOutcome(status: .failed, cause: .expectedError, diagnostics: step.refusal)
    }
    guard let command = step.command else {
      return .notRun(step, because: "it is not understood")
    }
    if isCancelled || wasInterrupted, case .waiting = states[index] { return .interrupted(step) }
    if stopsAtFirstFailure, outcomes.contains(where: { $0.cause == .failure }) {
      return .notRun(step, because: "a block before it failed")
    }
    if let missing = step.dependencies.sorted().first(where: { outcomes[$0].value == nil }) {
      let block = plan.steps[missing].block
      return .notRun(step, because: "'\(block.name ?? block.command)' has no result")
    }
    if sharesStream, command.drawsRandomNumbers, let line = lineOfLostStream {
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
