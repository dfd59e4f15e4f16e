import CKernels
import Testing

@Suite("Sine and cosine")
struct TrigonometricTests {
  struct Case: Decodable {
    let x, sin, cos: Double
  }

  @Test func areWithinOneUnitInTheLastPlace() throws {
    for frozen in try FrozenCases<Case>.load("trigonometric") {
      #expect(abs(lectern_sin(frozen.x) - frozen.sin) <= frozen.sin.ulp)
      #expect(abs(lectern_cos(frozen.x) - frozen.cos) <= frozen.cos.ulp)
    }
  }

  @Test func keepTheSignOfZeroAndGiveNaNForWhatIsNotFinite() {
    #expect(lectern_sin(-0.0).sign == .minus)
    for x in [Double.infinity, -.infinity, .nan] {
      #expect(lectern_sin(x).isNaN && lectern_cos(x).isNaN)
    }
  }
}
