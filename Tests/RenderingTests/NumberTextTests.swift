import Rendering
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.0, "0"), (-0.001, "0"), (12.0, "12"), (12.3, "12.3"), (12.345, "12.35"), (0.05, "0.05"),
    (-7.5, "-7.5"), (1e12, "10000000"),
  ])
  func coordinatesHaveAtMostTwoDecimals(value: Double, text: String) {
    #expect(NumberText.coordinate(value) == text)
  }

  @Test(arguments: [
    (0.0, "0"), (0.058601, "0.0586"), (0.9999999, "1"), (1033.4, "1033"), (12345.6, "12350"),
    (3.21e-7, "3.21e-7"), (-0.25, "-0.25"), (1e22, "1e22"), (.nan, "nan"), (-.infinity, "-inf"),
    (-0.0, "0"), (9.9999e-6, "0.00001"), (.leastNonzeroMagnitude, "5e-324"),
  ])
  func valuesHaveFourSignificantDigits(value: Double, text: String) {
    #expect(NumberText.significant(value) == text)
  }

  @Test(arguments: [
    (0.5815110195, 4, "0.5815"), (9.99996, 4, "10.0000"), (0.00004, 4, "0.0000"), (3, 2, "3.00"),
    (-0.00001, 2, "0.00"), (1234.5, 0, "1235"), (0.05, 1, "0.1"),
  ])
  func fixedDecimalsAreKept(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test func countsAreGroupedFromFiveDigitsOn() {
    #expect(NumberText.grouped(3308) == "3308")
    #expect(NumberText.grouped(1_234_567) == "1\u{202F}234\u{202F}567")
  }
}
