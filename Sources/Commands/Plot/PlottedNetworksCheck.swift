import Execution
import Learning
import Notebook

/// Finds what cannot be drawn of a run's network.
struct PlottedNetworksCheck {
  let plot: PlotBlock

  func check(_ scope: inout Scope) {
    for reference in plot.boundary?.entries.map(\.run) ?? [] {
      guard let outline = reference.outline else { continue }
      if let targets = outline.targets {
        scope.part { reportTargets(targets, reference, &$0) }
        continue
      }
      scope.part { checkInputs(reference, outline, &$0) }
      scope.part { checkEpochs(reference, outline, &$0) }
      scope.part { outline.check(plot.on, ofRunNamed: reference.name, at: plot.$on.range, &$0) }
    }
    if let reference = plot.responses, let outline = reference.outline {
      scope.part { checkInputs(reference, outline, &$0) }
      scope.part { checkLayer(reference, outline, &$0) }
      scope.part { checkEpochs(reference, outline, &$0) }
    }
    if let reference = plot.weights, let outline = reference.outline {
      scope.part { checkLayer(reference, outline, &$0) }
      scope.part { checkEpochs(reference, outline, &$0) }
    }
  }

  /// A boundary is drawn over two inputs, responses over one or two.
  private func checkInputs(
    _ run: Reference<TrainingRun>, _ outline: TrainingRun.Outline, _ scope: inout Scope
  ) {
    let isBoundary = plot.boundary != nil
    let needed = isBoundary ? "two inputs" : "one or two inputs"
    if outline.takesText {
      scope.error(
        .wrongKind, "the plot has an axis for each of \(needed), and '\(run.name)' takes texts",
        at: run.range)
    } else if let inputs = outline.inputs, inputs > 2 || isBoundary && inputs != 2 {
      scope.error(
        .wrongKind,
        "the plot has an axis for each of \(needed), and '\(run.name)' takes"
          + " \(inputs == 1 ? "one" : String(inputs))", at: run.range)
    }
  }

  private func reportTargets(
    _ targets: [String], _ run: Reference<TrainingRun>, _ scope: inout Scope
  ) {
    scope.error(
      .wrongKind,
      "a boundary lies between classes, and '\(run.name)' predicts \(targetWords(targets));"
        + " 'responses' draws what its layers answer", at: run.range)
  }

  private func checkEpochs(
    _ run: Reference<TrainingRun>, _ outline: TrainingRun.Outline, _ scope: inout Scope
  ) {
    for epoch in plot.epochs?.values ?? [] where !outline.mayKeepNetwork(after: epoch.value) {
      let message: String
      if let end = outline.latestEnd, epoch.value > end {
        message = "'\(run.name)' ends after epoch \(end) at the latest"
      } else if outline.knownEpochs.isEmpty {
        message = PlottedNetworks.lack(of: epoch.value, ofRunNamed: run.name)
      } else {
        message =
          "'\(run.name)' does not keep its network after epoch \(epoch.value); there is that of"
          + " \(listOfAlternatives(outline.knownEpochs.map(String.init)))"
      }
      scope.error(.unknownValue, message, at: epoch.range)
    }
  }

  private func checkLayer(
    _ run: Reference<TrainingRun>, _ outline: TrainingRun.Outline, _ scope: inout Scope
  ) {
    guard outline.layers > 0, plot.layer > outline.layers else { return }
    scope.error(
      .outOfRange,
      "the network of '\(run.name)' has \(outline.layers) layer\(outline.layers == 1 ? "" : "s")"
        + " with weights, and none is layer \(plot.layer)", at: plot.$layer.range)
  }
}
