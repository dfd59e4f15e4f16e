import Execution
import Learning
import Notebook

/// `gradcheck`: backpropagation against finite differences.
struct GradcheckBlock: Command {
  typealias Value = GradientCheck

  static let name = "gradcheck"
  static let showsTables = true
  static let summary =
    "Compare the gradient of backpropagation with central differences, in float64."

  @Option("The network; its dropout is left out.")
  var network: Reference<NetworkModel>
  @Option("The examples: a data set, a split or features.")
  var data: Reference<ExampleSource>
  @Option(
    "How many rows of the training part the loss is over.", in: .between(1, 1_000), unit: "rows")
  var rows = 10
  @Option("How many elements of each parameter array are looked at.", in: .between(1, 10_000))
  var entries = 20
  @Option("How far an element is moved to each side.", in: .between(1e-9, 1e-1))
  var step = 1e-5
  @Option("The price of a weight's size, as in 'train'.", in: .atLeast(0))
  var l1 = 0.0
  @Option("The price of a weight's square, as in 'train'.", in: .atLeast(0))
  var l2 = 0.0

  var drawsRandomNumbers: Bool { true }

  func check(_ scope: inout Scope) -> GradientCheck.Outline? {
    guard let fit = NetworkOnData(network: network, data: data).fit else { return nil }
    fit.check(&scope)
    return GradientCheck.Outline()
  }

  func forecast() -> Forecast? {
    NetworkOnData(network: network, data: data).forecast?
      .gradientCheck(rows: rows, entries: entries)
  }

  func run(_ context: Context) throws -> CommandResult<GradientCheck> {
    let (model, source) = try NetworkOnData(network: network, data: data).model(in: context)
    guard
      let examples = try source.examples(of: .train, isCancelled: context.isCancelled)
    else {
      throw BlockFailure("there are no examples to check on")
    }
    let check = try context.draw { stream throws(CancellationError) in
      try GradientCheck(
        model.inDouble, on: examples.first(rows), penalty: Penalty(l1: l1, l2: l2),
        entries: entries, step: step, drawing: &stream, isCancelled: context.isCancelled)
    }
    return CommandResult(check, outputs: check.display(rows: .max))
  }
}
