import Notebook

/// Which blocks of a plan may start: each as soon as what it reads is there, and, where all blocks share one random stream, as
/// soon as those before it have drawn from it.
struct BlockQueue {
  /// A block that starts, with the values that it reads by the names of their blocks.
  struct Start {
    let block: Int
    let values: [String: any LessonValue]
    /// What those values depend on, in document order.
    let inputs: [(name: String, key: BlockKey?)]
  }

  /// How far a block is.
  enum State {
    case waiting
    case running
    case ended(BlockOutcome)
  }

  private let plan: Plan
  private let stopsAtFirstFailure: Bool
  private let sharesStream: Bool
  /// What the blocks name that is elsewhere.
  private let sources: [Set<RemoteSource>]
  private let isSettled: @Sendable (RemoteSource) -> Bool
  private var states: [State]
  /// All blocks before this one have ended.
  private var firstOpen = 0
  /// Of the blocks that draw from a shared stream, in document order: those that have not drawn yet.
  private var undrawn: [Int]
  /// The first block, in document order, that has failed so far.
  private var firstFailure: Int?

  /// - Parameter isSettled: whether it is known what has come of a source.
  init(
    _ plan: Plan, stopsAtFirstFailure: Bool,
    isSettled: @escaping @Sendable (RemoteSource) -> Bool
  ) {
    self.plan = plan
    self.isSettled = isSettled
    self.stopsAtFirstFailure = stopsAtFirstFailure
    let sharesStream = plan.notebook.frontMatter.randomStream == .notebook
    self.sharesStream = sharesStream
    sources = plan.steps.map(\.remoteSources)
    states = Array(repeating: .waiting, count: plan.steps.count)
    undrawn = plan.steps.indices.filter { sharesStream && plan.steps[$0].drawsRandomNumbers }
  }

  /// No block after this one will count as run.
  var lastWorthRunning: Int { stopsAtFirstFailure ? firstFailure ?? .max : .max }

  /// How far a block is.
  func state(ofBlock index: Int) -> State { states[index] }

  /// The first block that can start now, which then counts as running.
  mutating func start() -> Start? {
    while firstOpen < states.count, case .ended = states[firstOpen] { firstOpen += 1 }
    guard let index = (firstOpen..<states.count).first(where: canStart) else { return nil }
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
    guard case .waiting = states[index], step.command != nil, step.refusal.isEmpty else {
      return false
    }
    if index > lastWorthRunning { return false }
    if sharesStream, step.drawsRandomNumbers, undrawn.first != index { return false }
    return step.dependencies.allSatisfy { outcome(ofBlock: $0)?.value != nil }
      && !isAwaitingData(index)
  }

  /// Whether a running block is fetching what this one wants, too: it would only wait, and keep a thread from other work.
  private func isAwaitingData(_ index: Int) -> Bool {
    let missing = sources[index].filter { !isSettled($0) }
    if missing.isEmpty { return false }
    return states.indices.contains { other in
      if case .running = states[other] { !sources[other].isDisjoint(with: missing) } else { false }
    }
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
}
