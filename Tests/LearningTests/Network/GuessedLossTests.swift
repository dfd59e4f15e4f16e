import Learning
import Testing

@Suite struct GuessedLossTests {
  /// scikit-learn 1.9.1: `log_loss([0] * 9 + [1], [[0.9, 0.1]] * 10)` and `log_loss([0, 1], [[0.75, 0.25]] * 2)`.
  @Test(arguments: [
    ([90, 10], [9, 1], 0.3250829733914482), ([75, 25], [1, 1], 0.8369882167858358),
  ])
  func theSharesOfClassesCostWhatTheyCostInScikitLearn(
    learnt: [Int], tested: [Int], expected: Double
  ) throws {
    let binary = Loss.binaryCrossEntropy.ofGuessingShares(outputs: 1, of: learnt, on: tested)
    let categorical = Loss.categoricalCrossEntropy.ofGuessingShares(
      outputs: 2, of: learnt, on: tested)
    #expect(abs(try #require(binary) - expected) < 1e-15)
    #expect(binary == categorical)
  }

  @Test func sharesThatMeasureNothingHaveNoLoss() {
    let loss = Loss.categoricalCrossEntropy
    #expect(loss.ofGuessingShares(outputs: 2, of: [4, 0], on: [1, 1]) == nil)
    #expect(loss.ofGuessingShares(outputs: 2, of: [4, 0], on: [1, 0]) == 0)
    #expect(loss.ofGuessingShares(outputs: 2, of: [2, 2], on: [0, 0]) == nil)
    #expect(loss.ofGuessingShares(outputs: 2, of: [0, 0], on: [0, 0]) == nil)
    #expect(Loss.meanSquaredError.ofGuessingShares(outputs: 2, of: [2, 2], on: [1, 1]) == nil)
  }
}
