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

  @Test(arguments: [
    ("batch_norm", "batch_normalization"), ("Train_Loss_Curve", "train_loss"),
    ("lr", "learning_rate"), ("early", "early_stopping"), ("test_size", "test"),
  ])
  func isTheOnlyOneThatAnotherIsShortOrLongFor(_ written: String, _ meant: String) {
    let names = [
      "batch_size", "batch_normalization", "learning_rate", "train_loss", "train_acc", "test",
      "early_stopping", "dead", "max_df", "max_features", "mean_density",
    ]
    #expect(suggestion(for: written, among: names).meant == meant)
  }

  @Test(arguments: ["batch", "max", "weight", "md", "deadline_x", "d"])
  func isNobodyWhenSeveralAreOrTooLittleIsAlike(_ written: String) {
    let names = [
      "batch_size", "batch_order", "max_df", "mean_density", "dea", "weight_decay", "weight_noise",
    ]
    #expect(suggestion(for: written, among: names).isEmpty)
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
