import Synchronization
import Workers

/// A schedule that threads share: each takes its next block here, and tells what comes of it.
final class SharedSchedule: Sendable {
  private let schedule: Mutex<Schedule>
  /// Counts the changes of the schedule, for those who wait for one.
  private let changes = Atomic(0)
  /// No block after this one is worth running.
  private let last = Atomic(Int.max)
  private let pool: WorkerPool
  private let isCancelled: @Sendable () -> Bool
  private let report: @Sendable (RunEvent) -> Void

  init(
    _ schedule: Schedule, pool: WorkerPool, isCancelled: @escaping @Sendable () -> Bool,
    report: @escaping @Sendable (RunEvent) -> Void
  ) {
    self.schedule = Mutex(schedule)
    self.pool = pool
    self.isCancelled = isCancelled
    self.report = report
  }

  /// The next block to run, as soon as there is one; nil when the run is over. A thread that waits helps the others.
  func next() -> Schedule.Start? {
    while true {
      let seen = changes.load(ordering: .sequentiallyConsistent)
      let (start, isOver) = schedule.withLock { schedule in
        let isCancelled = isCancelled()
        schedule.advance(isCancelled: isCancelled).forEach(report)
        return (isCancelled ? nil : schedule.start(), schedule.isOver)
      }
      if start != nil || isOver { return start }
      pool.help { changes.load(ordering: .sequentiallyConsistent) != seen }
    }
  }

  /// A block says a line.
  func log(_ line: String, ofBlock index: Int) {
    // Reported under the lock, so that nothing overtakes it.
    schedule.withLock { $0.log(line, ofBlock: index).forEach(report) }
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
    changes.add(1, ordering: .sequentiallyConsistent)
    pool.wake()
  }
}
