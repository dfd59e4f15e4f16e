import Foundation
import Synchronization

/// The threads of a pool, and the loops that they share. It outlives its pool until the last thread has left.
final class WorkerCrew: Sendable {
  /// As large as a main thread's on Linux, since blocks of a lesson run on these threads, too.
  private static let stackSize = 8 << 20

  private let size: Int
  private let isStarted = Atomic(false)
  private let isDismissed = Atomic(false)
  private let work = Alarm()
  /// Each thread can have a loop in a loop in a loop: runs of a sweep, for instance, whose layers are shared.
  private let loops: [SharedLoop]
  /// Counts the loops that have been offered: whoever has looked through all waits for the next.
  private let offers = Atomic(0)

  /// A crew of `size` threads beside those that call it.
  init(size: Int) {
    self.size = size
    loops = (0..<3 * (size + 1)).map { _ in SharedLoop() }
  }

  /// Runs a loop together with its caller, or returns false if there are too many loops already.
  func share(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) -> Bool {
    guard let loop = loops.first(where: { $0.take() }) else { return false }
    if !isStarted.exchange(true, ordering: .relaxed) { start() }
    loop.offer(count, body)
    offers.add(1, ordering: .sequentiallyConsistent)
    work.wake()
    loop.finish()
    loop.giveBack()
    return true
  }

  /// Works on shared loops until the condition holds; whoever makes it hold calls `wake`.
  func work(until condition: () -> Bool) {
    while !condition() {
      let seen = offers.load(ordering: .sequentiallyConsistent)
      for loop in loops where !condition() { loop.runUnclaimed() }
      work.wait { self.offers.load(ordering: .sequentiallyConsistent) != seen || condition() }
    }
  }

  /// Has the threads look again.
  func wake() {
    work.wake()
  }

  /// Sends the threads home once the last loop is done.
  func dismiss() {
    isDismissed.store(true, ordering: .sequentiallyConsistent)
    work.wake()
  }

  private func start() {
    for number in 1...size {
      let thread = Thread {
        self.work { self.isDismissed.load(ordering: .sequentiallyConsistent) }
      }
      thread.name = "worker \(number)"
      thread.stackSize = Self.stackSize
      thread.start()
    }
  }
}
