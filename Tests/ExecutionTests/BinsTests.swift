import Execution
import Testing

@Suite("Bins")
struct BinsTests {
  @Test(arguments: [
    ([0, 2, 0, 5, 0], 1..<4, 3..<4), ([3, 3, 3], 0..<3, 0..<2), ([1, 1], 0..<2, 0..<2),
    ([4, 0, 0, 4], 0..<4, 0..<4), ([1, 4, 1, 6, 0, 6, 1], 0..<7, 3..<6), ([7], 0..<1, 0..<1),
  ])
  func saysWhereNumbersLie(_ counts: [Int], _ filled: Range<Int>, _ majority: Range<Int>) {
    let bins = Bins(edges: (0...counts.count).map(Double.init), counts: counts)
    #expect(bins.total == counts.reduce(0, +))
    #expect(bins.filled == filled)
    #expect(bins.majority == majority)
  }

  @Test(arguments: [[0], [0, 0, 0]])
  func areEmptyWithoutNumbers(_ counts: [Int]) {
    let bins = Bins(edges: (0...counts.count).map(Double.init), counts: counts)
    #expect(bins.filled == nil && bins.majority == nil)
  }
}
