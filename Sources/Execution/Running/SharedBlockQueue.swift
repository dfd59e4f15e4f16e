import Synchronization

/// The blocks of a run, shared by threads: each takes a block here, and tells what comes of it.
final class SharedBlockQueue: Sendable {
  private struct State {
    var queue: BlockQueue
    var order: DocumentOrder
  }

  private let plan: Plan
  private let state: Mutex<State>
  /// No block after this one is worth running.
  private let last = Atomic(Int.max)
  private let changes: RunChanges
  private let isCancelled: @Sendable () -> Bool
  private let report: @Sendable (RunEvent) -> Void

  /// - Parameter isSettled: whether it is known what has come of a source.
  init(
    _ plan: Plan, stopsAtFirstFailure: Bool, changes: RunChanges,
    isSettled: @escaping @Sendable (RemoteSource) -> Bool,
    isCancelled: @escaping @Sendable () -> Bool, report: @escaping @Sendable (RunEvent) -> Void
  ) {
    self.plan = plan
    state = Mutex(
      State(
        queue: BlockQueue(plan, stopsAtFirstFailure: stopsAtFirstFailure, isSettled: isSettled),
        order: DocumentOrder(plan, stopsAtFirstFailure: stopsAtFirstFailure)))
    self.changes = changes
    self.isCancelled = isCancelled
    self.report = report
  }

  /// A block that can run now, which then counts as running; nil if there is none.
  func take() -> BlockQueue.Start? {
    state.withLock { state in
      let isCancelled = isCancelled()
      state.order.advance(&state.queue, isCancelled: isCancelled).forEach(report)
      return isCancelled ? nil : state.queue.start()
    }
  }

  /// Whether all blocks count.
  var isOver: Bool { state.withLock(\.order.isOver) }

  /// A block says a line.
  func log(_ line: String, ofBlock index: Int) {
    // Reported under the lock, so that nothing overtakes it.
    state.withLock { $0.order.log(line, ofBlock: index).forEach(report) }
  }

  /// A block tells how far it is.
  func note(_ progress: BlockProgress, ofBlock index: Int) {
    state.withLock { $0.order.note(progress, ofBlock: index).forEach(report) }
  }

  /// A block has taken what it takes from the shared stream.
  func noteDraws(ofBlock index: Int) {
    change { $0.queue.noteDraws(ofBlock: index) }
  }

  /// A block has ended.
  func end(_ index: Int, _ outcome: BlockOutcome) {
    change { state in
      state.queue.end(index, outcome)
      last.store(state.queue.lastWorthRunning, ordering: .relaxed)
      state.order.advance(&state.queue, isCancelled: isCancelled()).forEach(report)
    }
  }

  /// Whether what a running block makes will not count.
  func isPointless(_ index: Int) -> Bool {
    index > last.load(ordering: .relaxed)
  }

  /// The result, when the run is over.
  var result: ExecutedLesson {
    state.withLock {
      ExecutedLesson(
        plan: plan, outcomes: $0.order.outcomes, wasInterrupted: $0.order.wasInterrupted)
    }
  }

  private func change(_ body: (inout State) -> Void) {
    state.withLock { body(&$0) }
    changes.note()
  }
}
