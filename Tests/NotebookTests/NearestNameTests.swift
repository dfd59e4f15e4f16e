import Notebook
import Testing

@Suite("The nearest name")
struct NearestNameTests {
  private let names = ["batch_size", "learning_rate", "epochs", "data", "network"]

  @Test(arguments: [
    ("learning_rat", "learning_rate"), ("lerning_rate", "learning_rate"),
    ("learnign_rate", "learning_rate"), ("Batch_Size", "batch_size"), ("epoch", "epochs"),
    ("dta", "data"), ("date", "data"), ("netwrok", "network"),
  ])
  func isTheOneAFewSlipsAway(_ written: String, _ meant: String) {
    #expect(nearestName(to: written, among: names) == meant)
    #expect(suggestion(for: written, among: names).description == "; did you mean '\(meant)'?")
  }

  @Test(arguments: ["", "optimizer", "xy", "d", String(repeating: "data", count: 1_000)])
  func isNobodyWhenNoneIsNear(_ written: String) {
    #expect(nearestName(to: written, among: names) == nil)
    #expect(suggestion(for: written, among: names).isEmpty)
  }

  @Test func isNobodyAmongNobody() {
    #expect(nearestName(to: "data", among: []) == nil)
  }

  @Test func isTheFirstOfEquallyNearOnes() {
    #expect(nearestName(to: "bat", among: ["cat", "rat"]) == "cat")
  }
}
