import Execution
import Foundation
import Synchronization

/// A run of a lesson on a thread of its own, which can be stopped.
final class PreviewRun: Sendable {
  /// What has happened that nobody has looked at yet.
  private struct News {
    /// How blocks ended, in document order.
    var outcomes: [BlockOutcome] = []
    /// The block whose turn it is, and since when.
    var current: (block: Int, start: ContinuousClock.Instant)?
    /// What that block said last.
    var line: String?
    /// How far it says that it is.
    var progress: BlockProgress?
    var result: ExecutedLesson?
  }

  let plan: Plan
  let files: InputFiles
  private let isCancelled = Atomic(false)
  private let news = Mutex(News())
  private let bell: PreviewBell

  init(_ plan: Plan, files: InputFiles, bell: PreviewBell) {
    self.plan = plan
    self.files = files
    self.bell = bell
  }

  /// Runs the lesson; the bell rings when there is something new.
  func start(_ executor: @escaping @Sendable (PreviewRun) -> Executor) {
    let thread = Thread { [self] in
      let lesson = executor(self).run()
      news.withLock { $0.result = lesson }
      bell.ring()
    }
    // As large as a main thread's.
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Asks the run to stop.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  /// Whether the run should stop.
  var wasCancelled: Bool { isCancelled.load(ordering: .relaxed) }

  /// Takes note of what happens in the run.
  func note(_ event: RunEvent) {
    switch event {
    case .started(let block): news.withLock { $0.current = (block, .now) }
    case .progressed(_, let progress): news.withLock { $0.progress = progress }
    // A training may say thousands of lines a second: whoever wants them looks from time to time.
    case .logged(_, let line): news.withLock { $0.line = line }
    case .finished(_, let outcome):
      news.withLock { news in
        news.outcomes.append(outcome)
        news.current = nil
        news.line = nil
        news.progress = nil
      }
      bell.ring()
    }
  }

  /// How the blocks ended that have ended.
  var outcomes: [BlockOutcome] { news.withLock(\.outcomes) }

  /// The whole run, when it is over.
  var result: ExecutedLesson? { news.withLock(\.result) }

  /// The block whose turn it is; nil between two blocks.
  var current: Current? {
    news.withLock { news in
      news.current.map { block, start in
        let seconds = start.duration(to: .now) / .seconds(1)
        return Current(
          block: block, line: news.line,
          progress: news.progress.map { WorkProgress(told: $0, elapsed: seconds) })
      }
    }
  }

  /// A block at work.
  struct Current {
    var block: Int
    /// What it said last.
    var line: String?
    var progress: WorkProgress?
  }
}
