import Execution
import Testing

@Suite struct SmoothingTests {
  @Test func startsAtTheFirstValueAndFollowsTheRest() {
    let smoothed = Smoothing(of: [2, 4, 4, 4], weight: 0.5).values
    let expected = [2, 10.0 / 3, 26.0 / 7, 58.0 / 15]
    #expect(zip(smoothed, expected).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func weightZeroChangesNothing() {
    #expect(Smoothing(of: [3, 1, 2], weight: 0).values == [3, 1, 2])
  }

  @Test func constantSeriesStayAsTheyAre() {
    #expect(Smoothing(of: [0.1, 0.1, 0.1], weight: 0.9).values == [0.1, 0.1, 0.1])
  }

  @Test func valuesThatAreNotFiniteStayAndDoNotCount() {
    let smoothed = Smoothing(of: [1, .nan, 3], weight: 0.5).values
    #expect(smoothed[1].isNaN)
    #expect(abs(smoothed[2] - 7.0 / 3) < 1e-12)
    #expect(Smoothing(of: [], weight: 0.5).values.isEmpty)
  }
}
