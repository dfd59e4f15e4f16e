import Synchronization
import Workers

/// Counts what changes while blocks run, for threads that wait for something to do.
final class RunChanges: Sendable {
  private let count = Atomic(0)
  private let pool: WorkerPool

  init(pool: WorkerPool) {
    self.pool = pool
  }

  /// How much has changed so far. Whoever reads this before looking for work misses nothing that comes later.
  var seen: Int { count.load(ordering: .sequentiallyConsistent) }

  /// Says that something has changed.
  func note() {
    count.add(1, ordering: .sequentiallyConsistent)
    pool.wake()
  }

  /// Helps other threads until something has changed since.
  func help(since seen: Int) {
    pool.help { self.seen != seen }
  }
}
