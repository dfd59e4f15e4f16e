import Execution
import Learning
import Notebook

/// Whether a network and its data fit together: the checks that `train` and `sweep` share.
struct TrainingFit {
  var network: NetworkModel.Outline
  /// Where the mistake is shown when the network does not fit.
  var networkRange: SourceRange?
  var data: ExamplesOutline
  var dataName: String
  var dataRange: SourceRange?

  func check(_ scope: inout Scope) {
    checkInputs(&scope)
    checkOutputs(&scope)
  }

  private func checkInputs(_ scope: inout Scope) {
    switch (data.columns, network.inputs) {
    case (.text, _):
      scope.error(
        .textAsNumbers,
        "'\(dataName)' has texts, and a network takes numbers: put a 'tfidf' block between",
        at: dataRange)
    case (.exactly(let columns), let inputs?) where columns != inputs:
      scope.error(
        .layerMismatch,
        "the network takes \(inputs) input\(inputs == 1 ? "" : "s"), but '\(dataName)' has"
          + " \(columns) column\(columns == 1 ? "" : "s")", at: networkRange)
    case (.atMost(let columns), let inputs?) where inputs > columns:
      scope.error(
        .layerMismatch,
        "the network takes \(inputs) inputs, but '\(dataName)' has at most \(columns) columns",
        at: networkRange)
    default: break
    }
  }

  private func checkOutputs(_ scope: inout Scope) {
    guard let classes = data.classes?.count, let outputs = network.outputs else { return }
    let fits = outputs == classes || outputs == 1 && classes == 2
    if !fits {
      scope.error(
        .layerMismatch,
        "the network has \(outputs) output\(outputs == 1 ? "" : "s"), but '\(dataName)' has"
          + " \(classes) classes", at: networkRange)
    }
  }

  /// The same for what the run found: a vocabulary's size is not known before.
  static func check(
    _ network: NetworkModel, for source: ExampleSource, named name: String, at range: SourceRange?
  ) throws(BlockFailure) {
    let architecture = network.architecture
    guard let columns = source.columns else {
      throw BlockFailure("'\(name)' has texts, and a network takes numbers", at: range)
    }
    if architecture.inputs != columns {
      throw BlockFailure(
        "the network takes \(architecture.inputs) inputs, but '\(name)' has \(columns) columns",
        at: range)
    }
    if architecture.classes != source.classes.count {
      throw BlockFailure(
        "the network tells \(architecture.classes) classes apart, but '\(name)' has"
          + " \(source.classes.count)", at: range)
    }
  }
}
