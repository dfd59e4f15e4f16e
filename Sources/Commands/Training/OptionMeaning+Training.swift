import Execution

/// The options of a run that `train` has one value of, and `sweep` perhaps a list.
extension OptionMeaning {
  static let batchSize = OptionMeaning(
    "Examples per update.", in: .between(1, 1_000_000_000), unit: "examples")
  static let learningRate = OptionMeaning(
    "The factor of the gradient in each update.", in: .above(0))
  static let epochs = OptionMeaning(
    "Passes over the training part.", in: .between(1, 10_000_000), unit: "epochs")
  static let optimizer = OptionMeaning("What makes an update of a gradient.")
  static let l1 = OptionMeaning("The price of a weight's size, l1 |w|.", in: .atLeast(0))
  static let l2 = OptionMeaning("The price of a weight's square, l2 / 2 w².", in: .atLeast(0))
  static let clipNorm = OptionMeaning(
    "The greatest norm of a gradient; longer ones are shortened to it.", in: .above(0))
  static let clipValue = OptionMeaning(
    "The greatest size of each element of a gradient.", in: .above(0))
}
