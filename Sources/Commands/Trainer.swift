import Execution
import Learning
import Randomness

/// Trains networks on the parts of one source: what `train` and `sweep` share.
struct Trainer {
  let source: ExampleSource
  private let training: Examples<Double>?
  private let validation: Examples<Double>?

  init(source: ExampleSource) {
    self.source = source
    training = source.examples(of: .train)
    validation = source.examples(of: .validation)
  }

  /// One run from a network; it takes the draws of all its epochs from the stream, even if it ends early.
  func train(
    _ network: NetworkModel, settings: TrainingSettings, drawing stream: inout RandomState,
    onRecord: (EpochRecord) -> Void = { _ in }, isCancelled: () -> Bool
  ) throws -> TrainingRun {
    guard let training else { throw BlockFailure("there are no examples to train on") }
    let orders = EpochOrders(
      rows: training.count, epochs: settings.epochs, drawing: &stream)
    let (trained, history) = try network.trained(
      on: training, validation: validation, settings: settings, orders: orders,
      onRecord: onRecord, isCancelled: isCancelled)
    return TrainingRun(
      network: trained, history: history, reportedLoss: settings.reportedLoss, source: source)
  }

  /// What a reader should know about the data before believing the result.
  var warnings: [Note] {
    guard let training else { return [] }
    let present = Set(training.labels)
    return source.classes.indices.filter { !present.contains($0) }.map {
      Note(.warning, "The training part has no example of class '\(source.classes[$0])'.")
    }
  }
}
