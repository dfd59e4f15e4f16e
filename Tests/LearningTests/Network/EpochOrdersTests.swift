import Learning
import Randomness
import Testing

@Suite("The orders of a run's epochs")
struct EpochOrdersTests {
  /// The second is too large to be kept.
  @Test("are the stream's next permutations", arguments: [(5, 7), (1_200_000, 15), (0, 3), (3, 0)])
  func permutations(rows: Int, epochs: Int) {
    var stream = RandomState(seed: 8)
    var other = stream
    var orders = EpochOrders(rows: rows, epochs: epochs, drawing: &stream)
    for _ in 0..<epochs { #expect(orders.next() == other.permutation(rows)) }
    #expect(orders.next() == nil)
    #expect(stream == other)
  }
}
