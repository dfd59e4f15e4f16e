import Foundation
import Synchronization

/// Threads wait here for a condition, awake at first and then asleep.
///
/// What a condition reads is changed with sequentially consistent operations: then either the sleeper sees the change, or
/// whoever makes it sees the sleeper.
final class Alarm: Sendable {
  /// How often a thread looks before it sleeps: for longer than a training step takes between two shared loops.
  private static let looks = 20_000

  private let sleepers = Atomic(0)
  private let bell = NSCondition()

  /// Returns when the condition holds.
  func wait(until condition: () -> Bool) {
    for _ in 0..<Self.looks where condition() { return }
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
