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
      for limit in Set([1, 2, counts.count / 2, counts.count]) where limit <= counts.count {
        #expect(
          TiePolicy.numpy.largest(limit, of: counts) == Array(frozen.order.prefix(limit)))
      }
    }
  }

  @Test func fallByNameWhenAlphabetical() {
    #expect(TiePolicy.alphabetical.largest(3, of: [2, 5, 2, 7, 2]) == [3, 1, 0])
    #expect(TiePolicy.alphabetical.largest(9, of: [2, 5]) == [1, 0])
    #expect(TiePolicy.alphabetical.largest(3, of: []).isEmpty)
  }
}
