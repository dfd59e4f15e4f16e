import Execution
import Learning
import Notebook

/// `inspect`: what happened inside networks while they trained, layer by layer.
struct InspectBlock: Command {
  typealias Value = NoValue

  static let name = "inspect"
  static let drawsFigures = true
  static let summary =
    "Show what 'track' has measured, layer by layer; several runs stand side by side on common axes."

  @Option("The run, or the runs to compare, all of which have tracked what is shown.")
  var run: OneOrMany<Reference<TrainingRun>>
  @Option("What to show, by the names of the values; by default all that every run has tracked.")
  var show: OneOrMany<Placed<InspectedQuantity>>?
  @Option("Whether gradients are shown as a heatmap of layers over updates, too.")
  var heatmap = true

  func check(_ scope: inout Scope) -> NoValue.Outline? {
    let outlines = run.values.map(\.outline)
    for (reference, outline) in zip(run.values, outlines) {
      guard let outline, outline.tracked.isEmpty else { continue }
      scope.error(
        .unknownValue,
        "'\(reference.name)' has tracked \(Self.nothingByLayer(in: outline, of: reference.name))",
        at: reference.range)
    }
    let known = outlines.compactMap(\.self)
    guard known.count == outlines.count, !scope.hasErrors else { return nil }
    for wanted in show?.values ?? [] {
      for (reference, outline) in zip(run.values, known)
      where !outline.tracked.contains(where: { $0.name == wanted.value.rawValue }) {
        scope.error(
          .unknownValue, "'\(reference.name)' has not tracked '\(wanted.value.rawValue)'",
          at: wanted.range)
      }
    }
    if shown(in: known.map(\.tracked)).isEmpty, !scope.hasErrors {
      scope.error(.unknownValue, "these runs have tracked nothing in common", at: $run.range)
    }
    return NoValue.Outline()
  }

  /// What a run has tracked that has nothing for each layer, and what to do about it.
  private static func nothingByLayer(in run: TrainingRun.Outline, of name: String) -> String {
    let norm = TrackChoice.gradientNorm.rawValue
    return run.tracksGradientNorm
      ? "\(norm) alone, which is one curve: plot it with 'lines: \(name).\(norm)'"
      : "nothing to look at; give its block 'track: \(TrainingDiagnostics.all[0].name)' or another of"
        + " what it can track"
  }

  func run(_ context: Context) throws -> CommandResult<NoValue> {
    let runs = try run.values.map { (name: $0.name, run: try context.value($0)) }
    let unmeasured = runs.filter { $0.run.measurements.updates.isEmpty }
    let notes = unmeasured.map { name, _ in
      Output.note(Note(.information, "'\(name)' diverged before anything was measured."))
    }
    guard unmeasured.count < runs.count else { return CommandResult(outputs: notes) }
    let figures = InspectionFigures(runs: runs.map(InspectedRun.init))
    return CommandResult(
      outputs: notes
        + shown(in: runs.map(\.run.tracked)).flatMap {
          figures.outputs(of: $0, heatmap: heatmap, isAskedFor: show != nil)
        })
  }

  /// What every run has and the lesson wants to see.
  private func shown(in tracked: [[TrackedQuantity]]) -> [TrackedQuantity] {
    TrainingDiagnostics.quantities.filter { quantity in
      tracked.allSatisfy { $0.contains { $0.name == quantity.name } }
        && show?.values.contains { $0.value.rawValue == quantity.name } ?? true
    }
  }
}

/// The name of something that diagnostics measure.
struct InspectedQuantity: OptionChoice {
  let rawValue: String

  static let allCases = TrainingDiagnostics.quantities.map { InspectedQuantity(name: $0.name) }

  init?(rawValue: String) {
    guard TrainingDiagnostics.quantities.contains(where: { $0.name == rawValue }) else {
      return nil
    }
    self.rawValue = rawValue
  }

  private init(name: String) { rawValue = name }
}
