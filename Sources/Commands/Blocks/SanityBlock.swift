import Execution
import Learning
import Notebook

/// `sanity`: cheap looks at a network before a long training.
struct SanityBlock: Command {
  typealias Value = SanityCheck

  static let name = "sanity"
  static let showsTables = true
  static let summary =
    "Look at a network before a long training: its first loss, whether it can learn a few rows, and its gradient."

  @Option("The network; its dropout is left out.")
  var network: Reference<NetworkModel>
  @Option("The examples: a data set, a split or features.")
  var data: Reference<ExampleSource>
  @Option(
    "The learning rate of the update that should lower a batch's loss; where numbers are predicted, divided by the root of loss_at_start if that is above 1.",
    in: .above(0))
  var learningRate = 0.01

  var drawsRandomNumbers: Bool { true }

  func check(_ scope: inout Scope) -> SanityCheck.Outline? {
    guard let fit = NetworkOnData(network: network, data: data).fit else { return nil }
    fit.check(&scope)
    // Outputs that only the run can count may be one or several.
    let outputs = fit.network.outputs.map { [$0] } ?? [1, 2]
    return SanityCheck.Outline(
      hasChanceLoss: outputs.contains { fit.network.loss.ofGuessing(outputs: $0) != nil })
  }

  func run(_ context: Context) throws -> CommandResult<SanityCheck> {
    let (model, source) = try NetworkOnData(network: network, data: data).model(in: context)
    guard
      let examples = try source.examples(of: .train, isCancelled: context.isCancelled)
    else {
      throw BlockFailure("there are no examples to check on")
    }
    let check = try context.draw { stream throws(CancellationError) in
      try SanityCheck(
        model.inDouble, on: examples, learningRate: learningRate, drawing: &stream,
        isCancelled: context.isCancelled)
    }
    return CommandResult(check, outputs: check.display(rows: .max))
  }
}
