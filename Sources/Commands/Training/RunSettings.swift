import Execution
import Learning

/// The options of one training run that the runs of a sweep can differ in.
struct RunSettings {
  var batchSize: Int
  var learningRate: Double
  var epochs: Int
  var optimizer: RuleChoice<Optimizers>
  var l1: Double
  var l2: Double
  var clipNorm: Double?
  var clipValue: Double?
  /// The seed of the order of the examples and of dropout; nil where these come from a stream without one.
  var seed: Int?

  /// The settings as words that are different for different ones.
  var written: String {
    let optionals = [clipNorm, clipValue].map { $0.map(\.description) ?? "none" }
    return
      ([
        "\(batchSize)", "\(learningRate)", "\(epochs)", optimizer.written ?? "", "\(l1)", "\(l2)",
      ] + optionals + [seed.map { "\($0)" } ?? "none"]).joined(separator: " ")
  }
}
