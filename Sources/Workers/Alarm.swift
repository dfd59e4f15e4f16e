import Foundation
import Synchronization

/// Threads wait here for a condition, awake at first and then asleep.
///
/// What a condition reads is changed with sequentially consistent operations: then either the sleeper sees the change, or
/// whoever makes it sees the sleeper.
final class Alarm: Sendable {
  /// How long a thread looks before it sleeps: longer than a training step takes between two shared loops, since to be woken
  /// takes longer than most loops.
  private static let patience = Duration.microseconds(200)
  /// How often it looks before it looks at the clock.
  private static let looks = 1_000

  private let sleepers = Atomic(0)
  private let bell = NSCondition()

  /// Returns when the condition holds.
  func wait(until condition: () -> Bool) {
    let start = ContinuousClock.now
    repeat {
      for _ in 0..<Self.looks where condition() { return }
    } while ContinuousClock.now - start < Self.patience
    sleepers.add(1, ordering: .sequentiallyConsistent)
    bell.lock()
    while !condition() { bell.wait() }
    bell.unlock()
    sleepers.subtract(1, ordering: .relaxed)
  }

  /// Wakes those who sleep, after the condition has changed.
  func wake() {
    if sleepers.load(ordering: .sequentiallyConsistent) == 0 { return }
    bell.lock()
    bell.broadcast()
    bell.unlock()
  }
}
