import Rendering
import Testing

@Suite struct LabelSpreadTests {
  @Test func labelsWithRoomStayWhereTheyWantToBe() {
    #expect(LabelSpread.positions([10, 60, 30], gap: 15, in: 0...100) == [10, 60, 30])
  }

  @Test func collidingLabelsMoveApartAroundTheirMean() {
    #expect(LabelSpread.positions([50, 50], gap: 10, in: 0...100) == [45, 55])
    #expect(LabelSpread.positions([50, 52, 51], gap: 10, in: 0...100) == [41, 61, 51])
  }

  @Test func labelsStayWithinTheRange() {
    #expect(LabelSpread.positions([0, 1, 2], gap: 10, in: 0...100) == [0, 10, 20])
    #expect(LabelSpread.positions([99, 100], gap: 10, in: 0...100) == [90, 100])
  }

  @Test func tooManyLabelsShareTheRange() {
    let positions = LabelSpread.positions(Array(repeating: 7, count: 11), gap: 20, in: 0...100)
    #expect(positions == [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
  }

  @Test func noLabelsNeedNoPlace() {
    #expect(LabelSpread.positions([], gap: 10, in: 0...100).isEmpty)
  }
}
