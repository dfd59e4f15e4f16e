import Learning
import Randomness
import Testing

@Suite("The orders of a run's epochs")
struct EpochOrdersTests {
  /// The first and the last take more draws than there are between two looks at cancellation.
  @Test(
    "are the stream's next permutations",
    arguments: [(5, 20_000), (0, 3), (3, 0), (1, 4), (100_000, 2)])
  func permutations(rows: Int, epochs: Int) {
    var stream = RandomState(seed: 8)
    var other = stream
    var orders = EpochOrders(rows: rows, epochs: epochs, drawing: &stream)
    for _ in 0..<epochs where orders.next() != other.permutation(rows) {
      Issue.record("an order is another one")
      return
    }
    #expect(orders.next() == nil)
    #expect(stream == other)
  }

  @Test("are the same whether the stream goes on behind them or not")
  func draws() throws {
    let start = RandomState(seed: 8)
    var (stream, other) = (start, start)
    let orders = EpochOrders(rows: 7, epochs: 5, drawing: &stream)
    #expect(Array(EpochOrders(rows: 7, epochs: 5, from: start)) == Array(orders))
    var questions = 0
    let asking = try EpochOrders(
      rows: 7, epochs: 5, drawing: &other,
      isCancelled: {
        questions += 1
        return false
      })
    #expect(Array(asking) == Array(orders))
    #expect(stream == other && questions == 1)
  }

  /// Of which nobody could draw them all.
  @Test("are drawn when their epochs come")
  func endless() {
    var other = RandomState(seed: 8)
    var orders = EpochOrders(rows: 4, epochs: .max, from: other)
    for _ in 0..<100 { #expect(orders.next() == other.permutation(4)) }
    #expect(orders.epochs == Int.max - 100)
  }

  @Test("can be cancelled while their draws are taken")
  func cancellation() {
    var stream = RandomState(seed: 8)
    var questions = 0
    #expect(throws: CancellationError.self) {
      try EpochOrders(
        rows: 4, epochs: .max, drawing: &stream,
        isCancelled: {
          questions += 1
          return questions == 3
        })
    }
    #expect(questions == 3)
  }

  @Test("keep an order that was handed out as it is")
  func values() {
    var orders = EpochOrders(rows: 20, epochs: 2, from: RandomState(seed: 8))
    let first = orders.next()
    let second = orders.next()
    #expect(first != second)
    #expect(first?.sorted() == Array(0..<20) && second?.sorted() == Array(0..<20))
  }
}
