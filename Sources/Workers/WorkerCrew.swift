import Dispatch
import Synchronization

/// The threads of a pool, and the loop that they share. It outlives its pool until the last thread has left.
///
/// An index is claimed by counting `unclaimed` down, and only a claim gives access to `body`: as long as a claimed index
/// is unfinished, the loop cannot end, so a thread that is late finds either nothing to claim or the loop of the day.
final class WorkerCrew: Sendable {
  private let size: Int
  private let isBusy = Atomic(false)
  private let isStarted = Atomic(false)
  private let isDismissed = Atomic(false)
  private let unclaimed = Atomic(0)
  private let unfinished = Atomic(0)
  private let work = Alarm()
  private let completion = Alarm()
  /// Written while no index is unclaimed or unfinished, read for a claimed one.
  nonisolated(unsafe) private var body: (@Sendable (Int) -> Void)?

  init(size: Int) {
    self.size = size
  }

  /// Takes the crew for one loop, or returns false if it has one.
  func begin() -> Bool {
    isBusy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
  }

  /// Gives the crew free again.
  func end() {
    isBusy.store(false, ordering: .releasing)
  }

  /// Runs the loop together with the caller, between `begin` and `end`.
  func share(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    if !isStarted.exchange(true, ordering: .relaxed) { start() }
    self.body = body
    unfinished.store(count, ordering: .relaxed)
    unclaimed.store(count, ordering: .sequentiallyConsistent)
    work.wake()
    runUnclaimed()
    completion.wait { self.unfinished.load(ordering: .sequentiallyConsistent) == 0 }
    self.body = nil
  }

  /// Sends the threads home once the last loop is done.
  func dismiss() {
    isDismissed.store(true, ordering: .sequentiallyConsistent)
    work.wake()
  }

  private func start() {
    for _ in 0..<size {
      DispatchQueue(label: "worker").async {
        while !self.isDismissed.load(ordering: .relaxed) {
          self.runUnclaimed()
          self.work.wait {
            self.unclaimed.load(ordering: .sequentiallyConsistent) > 0
              || self.isDismissed.load(ordering: .sequentiallyConsistent)
          }
        }
      }
    }
  }

  /// Claims indices and runs them until there are none left.
  private func runUnclaimed() {
    var left = unclaimed.load(ordering: .acquiring)
    while left > 0 {
      let claim = unclaimed.weakCompareExchange(
        expected: left, desired: left - 1, ordering: .acquiringAndReleasing)
      guard claim.exchanged else {
        left = claim.original
        continue
      }
      run(left - 1)
      if unfinished.subtract(1, ordering: .sequentiallyConsistent).newValue == 0 {
        completion.wake()
      }
      left = unclaimed.load(ordering: .acquiring)
    }
  }

  /// A function of its own, so that it has let go of `body` before the index counts as finished.
  @inline(never)
  private func run(_ index: Int) {
    body?(index)
  }
}
