import Execution
import Learning
import Notebook

/// `compare`: runs side by side, how they were computed and how far apart they end.
struct CompareBlock: Command {
  typealias Value = RunComparison

  static let name = "compare"
  static let drawsFigures = true
  static let showsTables = true
  static let summary =
    "Put runs side by side: their numbers, memory and work, and how far their losses are apart."

  @Option("The runs, the first of which is what the others are compared with.")
  var runs: [Reference<TrainingRun>]

  func check(_ scope: inout Scope) -> RunComparison.Outline? {
    if runs.count < 2 {
      scope.error(
        .outOfRange, "a comparison is of two runs or more", at: $runs.range)
    }
    for (index, run) in runs.enumerated()
    where runs[..<index].contains(where: { $0.name == run.name }) {
      scope.error(.duplicateValue, "'\(run.name)' is compared with itself", at: run.range)
    }
    let outlines = runs.compactMap(\.outline)
    guard outlines.count == runs.count, !scope.hasErrors else { return nil }
    for (run, outline) in zip(runs, outlines).dropFirst()
    where outline.reportedLoss != outlines[0].reportedLoss {
      scope.error(
        .lossMismatch,
        "'\(runs[0].name)' reports \(outlines[0].reportedLoss?.rawValue ?? "another loss") and"
          + " '\(run.name)' \(outline.reportedLoss?.rawValue ?? "another loss"), which no"
          + " difference compares", at: run.range)
    }
    return RunComparison.Outline()
  }

  func run(_ context: Context) throws -> CommandResult<RunComparison> {
    let compared = try runs.map { (name: $0.name, run: try context.value($0)) }
    let comparison = try RunComparison(compared, isCancelled: context.isCancelled)
    return CommandResult(comparison, outputs: comparison.display(rows: .max))
  }
}
