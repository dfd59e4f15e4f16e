import Synchronization

/// Room for one loop that threads share.
///
/// An index is claimed by counting `unclaimed` down, and only a claim gives access to `body`: as long as a claimed index
/// is unfinished, the loop cannot end, so a thread that is late finds either nothing to claim or the loop of the day.
final class SharedLoop: Sendable {
  private let isTaken = Atomic(false)
  private let unclaimed = Atomic(0)
  private let unfinished = Atomic(0)
  private let completion = Alarm()
  /// Written while no index is unclaimed or unfinished, read for a claimed one.
  nonisolated(unsafe) private var body: (@Sendable (Int) -> Void)?

  /// Takes the room, or returns false if another loop has it.
  func take() -> Bool {
    isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
  }

  /// Gives the room back.
  func giveBack() {
    isTaken.store(false, ordering: .releasing)
  }

  /// Offers the indices of 0..<count to whoever looks, between `take` and `finish`.
  func offer(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.body = body
    unfinished.store(count, ordering: .relaxed)
    unclaimed.store(count, ordering: .sequentiallyConsistent)
  }

  /// Runs what nobody has claimed, and waits for the rest.
  func finish() {
    runUnclaimed()
    completion.wait { self.unfinished.load(ordering: .sequentiallyConsistent) == 0 }
    body = nil
  }

  /// Claims indices and runs them until there are none left.
  func runUnclaimed() {
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
