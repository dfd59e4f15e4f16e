import Dispatch
import Synchronization

/// Threads wait here for a condition, awake at first and then asleep.
final class Alarm: Sendable {
  /// How often a thread looks before it sleeps: for longer than a training step takes between two shared loops.
  private static let looks = 20_000

  private let sleepers = Atomic(0)
  private let semaphore = DispatchSemaphore(value: 0)

  /// Returns when the condition holds.
  func wait(until condition: () -> Bool) {
    while true {
      for _ in 0..<Self.looks where condition() { return }
      sleepers.add(1, ordering: .sequentiallyConsistent)
      // Who returns here leaves a signal behind. It wakes a later sleeper too early, who then looks again.
      if condition() { return }
      semaphore.wait()
    }
  }

  /// Wakes those who sleep, after the condition has changed.
  func wake() {
    if sleepers.load(ordering: .sequentiallyConsistent) == 0 { return }
    for _ in 0..<sleepers.exchange(0, ordering: .sequentiallyConsistent) { semaphore.signal() }
  }
}
