import Foundation
import Synchronization
import Testing
import Workers

@Suite("A worker pool")
struct WorkerPoolTests {
  /// How often each index was seen.
  final class Counts: Sendable {
    private let counts: Mutex<[Int]>

    init(_ size: Int) { counts = Mutex(Array(repeating: 0, count: size)) }

    func add(_ index: Int) { counts.withLock { $0[index] += 1 } }

    var all: [Int] { counts.withLock(\.self) }
  }

  @Test("calls its body once for each index", arguments: [1, 2, 3], [0, 1, 2, 3, 100])
  func everyIndexOnce(threads: Int, count: Int) {
    let pool = WorkerPool(threads: threads)
    let counts = Counts(count)
    pool.perform(count) { counts.add($0) }
    #expect(counts.all == Array(repeating: 1, count: count))
  }

  @Test("gives what was made in the order of what it was made of", arguments: [1, 2, 3])
  func map(threads: Int) {
    let pool = WorkerPool(threads: threads)
    #expect(pool.map([Int]()) { $0 } == [])
    #expect(pool.map(Array(0..<100)) { "\($0)" } == (0..<100).map { "\($0)" })
  }

  @Test("does two tasks, which may share loops", arguments: [1, 2, 3])
  func both(threads: Int) {
    let pool = WorkerPool(threads: threads)
    let (squares, word) = pool.both {
      pool.map([1, 2, 3]) { $0 * $0 }
    } _: {
      "done"
    }
    #expect(squares == [1, 4, 9])
    #expect(word == "done")
  }

  @Test("runs a loop within a loop", arguments: [1, 2, 3])
  func nested(threads: Int) {
    let pool = WorkerPool(threads: threads)
    let counts = Counts(15)
    pool.perform(5) { outer in
      pool.perform(3) { inner in counts.add(3 * outer + inner) }
    }
    #expect(counts.all == Array(repeating: 1, count: 15))
  }

  @Test("runs the loops of several callers", arguments: [1, 2, 3])
  func severalCallers(threads: Int) async {
    let pool = WorkerPool(threads: threads)
    let counts = Counts(10)
    await withTaskGroup { group in
      for _ in 0..<4 {
        group.addTask { for _ in 0..<500 { pool.perform(10) { counts.add($0) } } }
      }
    }
    #expect(counts.all == Array(repeating: 4 * 500, count: 10))
  }

  @Test("finishes each of many small loops before the next", arguments: [1, 2, 3])
  func manySmallLoops(threads: Int) {
    let pool = WorkerPool(threads: threads)
    let sum = Atomic(0)
    for round in 1...20_000 {
      pool.perform(3) { sum.add($0, ordering: .relaxed) }
      if sum.load(ordering: .relaxed) != 3 * round {
        Issue.record("round \(round) ended early")
        return
      }
    }
  }

  @Test("wakes up after it has slept")
  func pauses() async throws {
    let pool = WorkerPool(threads: 3)
    let counts = Counts(6)
    for _ in 0..<5 {
      pool.perform(6) { counts.add($0) }
      try await Task.sleep(for: .milliseconds(5))
    }
    #expect(counts.all == Array(repeating: 5, count: 6))
  }

  @Test("can go away without having worked, and right after work")
  func shortLives() {
    for _ in 0..<200 {
      _ = WorkerPool(threads: 3)
      WorkerPool(threads: 3).perform(3) { _ in }
    }
  }

  @Test("lets a thread that waits help with the loops of others", arguments: [2, 3, 5])
  func help(threads: Int) {
    let pool = WorkerPool(threads: threads)
    let counts = Counts(100)
    let isDone = Atomic(false)
    pool.perform(2) { role in
      if role == 0 {
        pool.perform(100) { counts.add($0) }
        isDone.store(true, ordering: .sequentiallyConsistent)
        pool.wake()
      } else {
        pool.help { isDone.load(ordering: .sequentiallyConsistent) }
      }
    }
    #expect(counts.all == Array(repeating: 1, count: 100))
  }

  @Test("wakes every thread that sleeps, however late", arguments: [2, 3, 5])
  func everySleeperWakes(callers: Int) async {
    let pool = WorkerPool(threads: 2)
    let turn = Atomic(0)
    await withCheckedContinuation { everyoneIsDone in
      let remaining = CallerCount(callers) { everyoneIsDone.resume() }
      for caller in 0..<callers {
        Thread {
          // Some pauses are longer than a thread looks before it sleeps.
          for round in 0..<40 {
            let own = round * callers + caller
            pool.help { turn.load(ordering: .sequentiallyConsistent) == own }
            if own % 7 == 0 { usleep(2_000) }
            turn.store(own + 1, ordering: .sequentiallyConsistent)
            pool.wake()
          }
          remaining.leave()
        }.start()
      }
    }
    #expect(turn.load(ordering: .relaxed) == 40 * callers)
  }

  /// Says when the last of some callers has left.
  final class CallerCount: Sendable {
    private let count: Atomic<Int>
    private let last: @Sendable () -> Void

    init(_ count: Int, last: @escaping @Sendable () -> Void) {
      self.count = Atomic(count)
      self.last = last
    }

    func leave() {
      if count.subtract(1, ordering: .sequentiallyConsistent).newValue == 0 { last() }
    }
  }
}
