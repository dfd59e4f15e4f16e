import Notebook

/// A lesson that has been run: per block how it ended, what it shows and what it made.
public struct ExecutedLesson: Sendable {
  /// The lesson and how it was checked.
  public let plan: Plan
  /// One outcome per block, in reading order.
  public let outcomes: [BlockOutcome]
  /// Whether the run was stopped before its end.
  public let wasInterrupted: Bool
  /// Computes expressions over all values.
  let evaluator: ExpressionEvaluator

  /// A lesson while it runs: as far as it has come.
  ///
  /// - Parameter outcomes: how blocks of the lesson ended, one for each; nil for those that are pending.
  public init(running plan: Plan, outcomes: [BlockOutcome?]) {
    precondition(outcomes.count == plan.steps.count, "every block has ended or is pending")
    self.init(
      plan: plan,
      outcomes: outcomes.map { $0 ?? BlockOutcome(status: .notRun, cause: .pending) },
      wasInterrupted: false)
  }

  init(plan: Plan, outcomes: [BlockOutcome], wasInterrupted: Bool) {
    self.plan = plan
    self.outcomes = outcomes
    self.wasInterrupted = wasInterrupted
    let named = zip(plan.steps, outcomes).compactMap { step, outcome in
      step.block.name.flatMap { name in outcome.value.map { (name, $0) } }
    }
    evaluator = ExpressionEvaluator(
      values: Dictionary(named) { first, _ in first }, parameters: plan.parameters.byName)
  }

  /// The text of a value in prose; a dash where there is none.
  public func text(of inlineValue: InlineValue) -> String {
    guard let expression = plan.inlineValues[inlineValue],
      let value = try? evaluator.value(of: expression).ofOnlyRun
    else { return "–" }
    let format = inlineValue.format.flatMap { ValueFormat($0) }
    return format?.string(for: value) ?? value.prose(evaluator.dimensions(of: expression))
  }

  /// Why values in prose cannot be had, or not in their format, though their blocks have run, such as the loss of an epoch that
  /// training did not come to; each is a warning at its place.
  public var missingValues: [Diagnostic] {
    plan.notebook.prose.flatMap(\.events).compactMap { event -> Diagnostic? in
      guard case .value(let value) = event, let expression = plan.inlineValues[value] else {
        return nil
      }
      return problem(with: value, expression)
    }.inReadingOrder
  }

  private func problem(with inlineValue: InlineValue, _ expression: Expression) -> Diagnostic? {
    do throws(ExpressionProblem) {
      return misfit(of: try evaluator.value(of: expression).ofOnlyRun, to: inlineValue)
    } catch {
      // What kept a block from its result is told with the block.
      if error.code == .notRun { return nil }
      return .warning(error.code, error.message, at: error.range)
    }
  }

  /// A value that its format is not for: the prose has it as if there were none.
  private func misfit(of value: Value, to inlineValue: InlineValue) -> Diagnostic? {
    guard let text = inlineValue.format, let format = ValueFormat(text),
      format.string(for: value) == nil
    else { return nil }
    let reason =
      value.asNumber == nil
      ? "a number, and this is none" : "a whole number, and this is \(value)"
    return .warning(
      .badFormat, "'\(text)' is for \(reason)", at: inlineValue.formatRange ?? inlineValue.range)
  }

  /// Whether there are warnings of the run: values, figures, tables and errors that the lesson asks for and the run does not
  /// have, and blocks that could not run.
  public var hasWarnings: Bool {
    !missingValues.isEmpty
      || outcomes.contains { $0.diagnostics.contains { $0.severity == .warning } }
  }

  /// Blocks that ended badly though their author did not say so.
  public var hasFailures: Bool { outcomes.contains { $0.cause == .failure } }

  /// Claims that do not hold.
  public var hasFailedClaims: Bool { outcomes.contains { $0.cause == .claims } }
}

/// What happens during a run, for whoever watches it.
public enum RunEvent: Sendable {
  /// A block begins; blocks count from 0.
  case started(block: Int)
  /// A block says a line.
  case logged(block: Int, line: String)
  /// A block tells how far it is.
  case progressed(block: Int, BlockProgress)
  /// A block has ended.
  case finished(block: Int, BlockOutcome)
}
