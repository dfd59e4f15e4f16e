import Execution
import Learning
import Notebook

/// Whether a network and its data fit together: the checks that the blocks with a network and data share.
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
    case (.vocabulary(let columns?, _), let inputs?) where inputs > columns:
      scope.error(
        .layerMismatch,
        "the network takes \(inputs) inputs, but '\(dataName)' has at most \(columns) columns",
        at: networkRange)
    default: break
    }
  }

  private func checkOutputs(_ scope: inout Scope) {
    if let targets = data.targets { return checkOutputs(for: targets, &scope) }
    guard let classes = data.classes?.count, let outputs = network.outputs else { return }
    let fits = outputs == classes || outputs == 1 && classes == 2
    if !fits {
      scope.error(
        .layerMismatch,
        "the network has \(outputs) output\(outputs == 1 ? "" : "s"), but '\(dataName)' has"
          + " \(classes) classes", at: networkRange)
    }
  }

  /// Numbers are predicted by one output each, and only the squared error tells how far they are from the truth.
  private func checkOutputs(for targets: [String], _ scope: inout Scope) {
    if network.loss != .meanSquaredError {
      scope.error(
        .lossMismatch,
        "\(network.loss.rawValue) is for classes, and '\(dataName)' has \(targetWords(targets)): end"
          + " the network with linear, or set its loss to mean_squared_error", at: networkRange)
    } else if let outputs = network.outputs, outputs != targets.count {
      scope.error(
        .layerMismatch,
        "the network has \(outputs) output\(outputs == 1 ? "" : "s"), but '\(dataName)' has"
          + " \(targets.count == 1 ? "one target" : "\(targets.count) targets")", at: networkRange)
    }
  }

  /// Warns of batches that leave a row alone, if the network normalizes batches and their size is known.
  func checkRemainder(
    ofBatches size: Int?, at range: SourceRange?, _ scope: inout Scope
  ) {
    guard network.normalizesBatches, let size else { return }
    BatchRemainder(rows: data.rows[.train], batchSize: size).checkNormalization(at: range, &scope)
  }

  /// Whether the loss to report, if it is not the one that training follows, can be had of the network.
  func checkReportedLoss(_ options: TrainingOptions, _ scope: inout Scope) {
    guard let reportLoss = options.reportLoss else { return }
    if let targets = data.targets, reportLoss != .meanSquaredError {
      scope.error(
        .lossMismatch,
        "\(reportLoss.rawValue) is for classes, and '\(dataName)' has \(targetWords(targets))",
        at: options.$reportLoss.range)
    } else if network.outputs == 1, reportLoss == .categoricalCrossEntropy {
      scope.error(
        .lossMismatch, "categorical_cross_entropy needs two or more outputs",
        at: options.$reportLoss.range)
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
    if case .targets(let targets) = source.answers {
      guard architecture.outputs == targets.names.count, architecture.loss == .meanSquaredError
      else {
        throw BlockFailure("the network does not predict the targets of '\(name)'", at: range)
      }
    } else if architecture.classes != source.classes.count {
      throw BlockFailure(
        "the network tells \(architecture.classes) classes apart, but '\(name)' has"
          + " \(source.classes.count)", at: range)
    }
  }
}
