import Synchronization

/// A schedule that threads share: each takes a block here, and tells what comes of it.
final class SharedSchedule: Sendable {
  private let schedule: Mutex<Schedule>
  /// No block after this one is worth running.
  private let last = Atomic(Int.max)
  private let changes: RunChanges
  private let isCancelled: @Sendable () -> Bool
  private let report: @Sendable (RunEvent) -> Void

  init(
    _ schedule: Schedule, changes: RunChanges, isCancelled: @escaping @Sendable () -> Bool,
    report: @escaping @Sendable (RunEvent) -> Void
  ) {
    self.schedule = Mutex(schedule)
    self.changes = changes
    self.isCancelled = isCancelled
    self.report = report
  }

  /// A block that can run now, which then counts as running; nil if there is none.
  func take() -> Schedule.Start? {
    schedule.withLock { schedule in
      let isCancelled = isCancelled()
      schedule.advance(isCancelled: isCancelled).forEach(report)
      return isCancelled ? nil : schedule.start()
    }
  }

  /// Whether all blocks count.
  var isOver: Bool { schedule.withLock(\.isOver) }

  /// A block says a line.
  func log(_ line: String, ofBlock index: Int) {
    // Reported under the lock, so that nothing overtakes it.
    schedule.withLock { $0.log(line, ofBlock: index).forEach(report) }
  }

  /// A block tells how far it is.
  func note(_ progress: BlockProgress, ofBlock index: Int) {
    schedule.withLock { $0.note(progress, ofBlock: index).forEach(report) }
  }

  /// A block has taken what it takes from the shared stream.
  func noteDraws(ofBlock index: Int) {
    change { $0.noteDraws(ofBlock: index) }
  }

  /// A block has ended.
  func end(_ index: Int, _ outcome: BlockOutcome) {
    change { schedule in
      schedule.end(index, outcome)
      last.store(schedule.lastWorthRunning, ordering: .relaxed)
      schedule.advance(isCancelled: isCancelled()).forEach(report)
    }
  }

  /// Whether what a running block makes will not count.
  func isPointless(_ index: Int) -> Bool {
    index > last.load(ordering: .relaxed)
  }

  /// The result, when the run is over.
  func lesson(of plan: Plan) -> ExecutedLesson {
    schedule.withLock {
      ExecutedLesson(plan: plan, outcomes: $0.outcomes, wasInterrupted: $0.wasInterrupted)
    }
  }

  private func change(_ body: (inout Schedule) -> Void) {
    schedule.withLock { body(&$0) }
    changes.note()
  }
}
