import Rendering
import Testing

@Suite struct TicksTests {
  @Test(arguments: [
    (0.0, 1.0, "0 0.2 0.4 0.6 0.8 1.0"),
    (0.0, 0.3, "0 0.05 0.10 0.15 0.20 0.25 0.30"),
    (-1.0, 1.0, "−1.0 −0.5 0 0.5 1.0"),
    (1.0, 50.0, "10 20 30 40 50"),
    (0.0, 12_345.0, "0 2000 4000 6000 8000 10\u{202F}000 12\u{202F}000"),
    (0.0, 3e9, "0 0.5 1.0 1.5 2.0 2.5 3.0"),
    (0.1, 0.3, "0.10 0.15 0.20 0.25 0.30"),
  ])
  func linearTicksAreMultiplesOf1Or2Or5(lower: Double, upper: Double, labels: String) {
    let ticks = LinearTicks(from: lower, to: upper).ticks
    #expect(ticks.map(\.label).joined(separator: " ") == labels)
  }

  @Test func linearTicksLieOnTheNumbersTheySay() {
    let ticks = LinearTicks(from: 0, to: 0.7, atMost: 8).ticks
    #expect(ticks.map(\.value) == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
  }

  @Test func veryLargeValuesLeaveTheirPowerOfTenToTheTitle() {
    #expect(LinearTicks(from: 0, to: 3e9).unitExponent == 9)
    #expect(LinearTicks(from: 0, to: 3e-7).unitExponent == -7)
    #expect(LinearTicks(from: 0, to: 999_999).unitExponent == 0)
    #expect(LinearTicks(from: 1e16, to: 1e16 + 1e6).unitExponent == 16)
  }

  @Test func wholeNumbersHaveNoTicksBetweenThem() {
    let ticks = LinearTicks(from: 1, to: 3, wholeNumbers: true).ticks
    #expect(ticks.map(\.label) == ["1", "2", "3"])
  }

  @Test func dateLikeNumbersKeepAllTheirDigits() {
    let ticks = LinearTicks(from: 20_240_101, to: 20_240_103, wholeNumbers: true)
    let days = ["101", "102", "103"].map { "20\u{202F}240\u{202F}" + $0 }
    #expect(ticks.ticks.map(\.label) == days)
    #expect(ticks.unitExponent == 0)
  }

  @Test(arguments: [
    (1e-300, 2e-300), (-1e300, 1e300), (1e15, 1e15 + 8), (0, .leastNonzeroMagnitude),
  ])
  func extremeRangesHaveFewTicksAndNeverTrap(lower: Double, upper: Double) {
    #expect(LinearTicks(from: lower, to: upper).ticks.count <= 8)
  }

  @Test(arguments: [
    (0.001, 100.0, "0.001 0.01 0.1 1 10 100"),
    (1e-12, 1.0, "10^−12 10^−10 10^−8 10^−6 10^−4 10^−2 10^0"),
    (0.05, 7.0, "0.1 0.3 1 3"),
    (1.5, 9.0, "2 3 4 5 6 7 8 9"),
    (310.0, 390.0, "320 340 360 380"),
  ])
  func logarithmicTicksAreDecadesWhenThereAreEnough(lower: Double, upper: Double, labels: String) {
    let ticks = LogarithmicTicks(from: lower, to: upper).ticks
    let texts = ticks.map { $0.label + ($0.power.map { "^\($0)" } ?? "") }
    #expect(texts.joined(separator: " ") == labels)
  }

  @Test func aNarrowLogarithmicAxisLeavesDecadesOutRatherThanAddingStepsBetweenThem() {
    let ticks = LogarithmicTicks(from: 1e-5, to: 1e-1, atMost: 4).ticks
    #expect(ticks.map(\.value) == [1e-4, 1e-2])
  }

  @Test(arguments: [
    (0.05, [2.0, 3, 4, 5, 6, 7, 8, 9]), (0.1, [2.0, 3, 5, 7]),
  ])
  func stepsThatWouldLieTooCloseAreFewer(leastGap: Double, values: [Double]) {
    let ticks = LogarithmicTicks(from: 1.5, to: 9, leastGap: leastGap)
    #expect(ticks.ticks.map(\.value) == values)
    #expect(ticks.minor == [2, 3, 4, 5, 6, 7, 8, 9])
  }

  @Test func fewStepsAreThinnedWhereTheyLieTooClose() {
    let ticks = LogarithmicTicks(from: 6.1, to: 29, atMost: 5, leastGap: 0.1).ticks
    #expect(ticks.map(\.label) == ["7", "10", "20"])
  }

  @Test func minorTicksLieBetweenDecades() {
    let minor = LogarithmicTicks(from: 1, to: 100).minor
    #expect(minor.contains(20) && minor.contains(9) && !minor.contains(10))
  }

  @Test func logarithmIsExactEnoughForADrawing() {
    #expect(abs(LogarithmicTicks.logarithm(1e-5) + 5) < 1e-14)
    #expect(abs(LogarithmicTicks.logarithm(2) - 0.3010299956639812) < 1e-15)
  }
}
