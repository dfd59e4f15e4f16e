import Notebook
import Synchronization
import Workers

/// Runs the blocks of a plan: those at once that do not wait for each other, but with the results, the reports and the
/// order of the log that they have one after the other.
public struct Executor: Sendable {
  let plan: Plan
  private let files: InputFiles
  private let pool: WorkerPool
  private let store: (any ResultStore)?
  private let engine: String
  private let stopsAtFirstFailure: Bool
  private let isCancelled: @Sendable () -> Bool
  private let report: @Sendable (RunEvent) -> Void

  /// An executor for one plan.
  ///
  /// - Parameters:
  ///   - files: the files that the check has read already.
  ///   - pool: the threads that share the work; no result depends on their number.
  ///   - store: where results of earlier runs are found, and those of this one kept; a reused result has the same bytes.
  ///   - engine: what names the program in a store: another one may compute other results.
  ///   - stopsAtFirstFailure: whether blocks that do not depend on a failed one are left out too.
  ///   - isCancelled: asked between epochs and blocks.
  ///   - report: told what happens, in document order, by one thread at a time.
  public init(
    _ plan: Plan, files: InputFiles, pool: WorkerPool = WorkerPool(threads: 1),
    store: (any ResultStore)? = nil, engine: String = lecternVersion,
    stopsAtFirstFailure: Bool = false,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    report: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) {
    precondition(plan.canRun, "a lesson with errors does not run")
    self.plan = plan
    self.files = files
    self.pool = pool
    self.store = store
    self.engine = engine
    self.stopsAtFirstFailure = stopsAtFirstFailure
    self.isCancelled = isCancelled
    self.report = report
  }

  /// Runs everything. Nothing is thrown: what goes wrong is part of the result.
  public func run() -> ExecutedLesson {
    let result = Mutex<ExecutedLesson?>(nil)
    LessonCrew.run(1, on: pool, open: { _ in [self] }) { _, lesson in
      result.withLock { $0 = lesson }
    }
    guard let lesson = result.withLock(\.self) else {
      preconditionFailure("every lesson that is opened is closed")
    }
    return lesson
  }

  /// Which blocks may start, before any has.
  func queue(_ changes: RunChanges) -> SharedBlockQueue {
    SharedBlockQueue(
      plan, stopsAtFirstFailure: stopsAtFirstFailure, changes: changes,
      isSettled: { [files] source in files.remote.result(of: source) != nil },
      isCancelled: isCancelled, report: report)
  }

  /// Runs one block.
  func run(
    _ start: BlockQueue.Start, _ queue: SharedBlockQueue, _ stream: LessonStream
  ) -> BlockOutcome {
    BlockRun(
      plan: plan, start: start, files: files, pool: pool, store: store, engine: engine,
      stream: stream, queue: queue,
      isCancelled: { isCancelled() || queue.isPointless(start.block) }
    ).outcome()
  }
}
