import Learning
import Testing

@Suite("Equal counts at a cut")
struct TiePolicyTests {
  struct Case: Decodable {
    let keys, order: [Int]
  }

  @Test func fallAsInTheScalarSortOfNumPy() throws {
    for frozen in try FrozenCases<Case>.load("argsort") {
      let counts = frozen.keys.map { -$0 }
      #expect(TiePolicy.numpy.largest(counts.count, of: counts) == frozen.order)
    }
  }

  @Test func fallByNameWhenAlphabetical() {
    #expect(TiePolicy.alphabetical.largest(3, of: [2, 5, 2, 7, 2]) == [3, 1, 0])
  }
}
