import Notebook
import Randomness
import Synchronization
import Workers

/// Runs the blocks of a plan in document order.
public struct Executor: Sendable {
  private let plan: Plan
  private let files: InputFiles
  private let pool: WorkerPool
  private let stopsAtFirstFailure: Bool
  private let isCancelled: @Sendable () -> Bool
  private let report: @Sendable (RunEvent) -> Void

  /// An executor for one plan.
  ///
  /// - Parameters:
  ///   - files: the files that the check has read already.
  ///   - pool: the threads that share the work; no result depends on their number.
  ///   - stopsAtFirstFailure: whether blocks that do not depend on a failed one are left out too.
  ///   - isCancelled: asked between epochs and blocks.
  ///   - report: told what happens, in order.
  public init(
    _ plan: Plan, files: InputFiles, pool: WorkerPool = WorkerPool(threads: 1),
    stopsAtFirstFailure: Bool = false,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    report: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) {
    precondition(plan.canRun, "a lesson with errors does not run")
    self.plan = plan
    self.files = files
    self.pool = pool
    self.stopsAtFirstFailure = stopsAtFirstFailure
    self.isCancelled = isCancelled
    self.report = report
  }

  /// Runs everything. Nothing is thrown: what goes wrong is part of the result.
  public func run() -> ExecutedLesson {
    var state = RunState(seed: plan.seed)
    for (index, step) in plan.steps.enumerated() {
      report(.started(block: index))
      let outcome = run(step, at: index, &state)
      state.note(outcome, of: step, at: index)
      report(.finished(block: index, outcome))
    }
    return ExecutedLesson(
      plan: plan, outcomes: state.outcomes, wasInterrupted: state.wasInterrupted)
  }

  private func run(_ step: Plan.Step, at index: Int, _ state: inout RunState) -> BlockOutcome {
    if !step.refusal.isEmpty {
      return BlockOutcome(
        status: .failed, cause: .expectedError, diagnostics: step.refusal)
    }
    guard let command = step.command else { return notRun(step, because: "it is not understood") }
    if state.wasInterrupted || isCancelled() { return interrupted(step) }
    if let obstacle = obstacle(to: command, of: step, state) {
      return notRun(step, because: obstacle)
    }
    let clock = ContinuousClock()
    var outcome = BlockOutcome(status: .done)
    let elapsed = clock.measure { outcome = perform(command, step, at: index, &state) }
    outcome.seconds = elapsed / .seconds(1)
    return outcome
  }

  /// What keeps a block from running, if anything does.
  private func obstacle(to command: any Command, of step: Plan.Step, _ state: RunState) -> String? {
    if stopsAtFirstFailure, state.hasFailure { return "a block before it failed" }
    let missing = step.dependencies.sorted().first { state.outcomes[$0].value == nil }
    if let missing {
      let block = plan.steps[missing].block
      return "'\(block.name ?? block.command)' has no result"
    }
    if plan.notebook.frontMatter.randomStream == .notebook, command.drawsRandomNumbers,
      let line = state.lineOfLostStream
    {
      return "the block on line \(line) failed, and all blocks share one random stream"
    }
    return nil
  }

  private func notRun(_ step: Plan.Step, because reason: String) -> BlockOutcome {
    BlockOutcome(
      status: .notRun, cause: .dependency,
      diagnostics: [.warning("not run: \(reason)", at: step.block.commandRange)])
  }

  private func interrupted(_ step: Plan.Step) -> BlockOutcome {
    BlockOutcome(
      status: .notRun, cause: .interruption,
      diagnostics: [.warning("not run: the run was interrupted", at: step.block.commandRange)])
  }

  private func perform(
    _ command: any Command, _ step: Plan.Step, at index: Int, _ state: inout RunState
  ) -> BlockOutcome {
    let lines = LogLines()
    let context = Context(
      files: files, lessonFolder: plan.lessonFolder,
      evaluator: ExpressionEvaluator(
        values: state.values, parameters: plan.parameters.byName),
      pool: pool,
      log: { line in
        lines.append(line)
        report(.logged(block: index, line: line))
      },
      isCancelled: isCancelled, values: state.values, ownStream: ownStream(of: step.block))
    var outcome: BlockOutcome
    do {
      outcome = try perform(command, context, state: &state)
      if outcome.cause == .claims, step.block.options.error { outcome.cause = .expectedError }
    } catch {
      outcome = failed(step, error)
    }
    if !lines.all.isEmpty { outcome.outputs.insert(.log(lines.all), at: 0) }
    return outcome
  }

  private func perform<Running: Command>(
    _ command: Running, _ context: Context, state: inout RunState
  ) throws -> BlockOutcome {
    let result: CommandResult<Running.Value>
    if let own = context.ownStream {
      var stream = RandomState.stream(seed: own.seed, of: own.name)
      result = try command.run(context, drawing: &stream)
    } else {
      result = try command.run(context, drawing: &state.stream)
    }
    var outcome = BlockOutcome(status: .done, outputs: result.outputs)
    outcome.value = result.value is NoValue ? nil : result.value
    if !result.unmetClaims.isEmpty {
      outcome.status = .failed
      outcome.cause = .claims
      outcome.diagnostics = result.unmetClaims.map { .error($0.message, at: $0.range) }
    }
    return outcome
  }

  private func ownStream(of block: Block) -> (seed: UInt32, name: String)? {
    switch plan.notebook.frontMatter.randomStream {
    case .notebook: nil
    case .block: (plan.seed, block.name ?? "")
    }
  }

  private func failed(_ step: Plan.Step, _ error: any Error) -> BlockOutcome {
    if error is CancellationError { return interrupted(step) }
    let failure =
      switch error {
      case let failure as BlockFailure: failure
      case let problem as ExpressionProblem: BlockFailure(problem.message, at: problem.range)
      default: BlockFailure("\(error)")
      }
    return BlockOutcome(
      status: .failed, cause: step.block.options.error ? .expectedError : .failure,
      diagnostics: [
        .error(
          failure.message, at: failure.range ?? step.block.commandRange, notes: failure.notes)
      ])
  }
}

/// What a run has so far.
private struct RunState {
  var stream: RandomState
  private(set) var outcomes: [BlockOutcome] = []
  private(set) var values: [String: any LessonValue] = [:]
  private(set) var hasFailure = false
  private(set) var wasInterrupted = false
  /// The first block that should have drawn from the stream and did not, or not all: later draws would be others.
  private(set) var lineOfLostStream: Int?

  init(seed: UInt32) {
    stream = RandomState(seed: seed)
  }

  mutating func note(_ outcome: BlockOutcome, of step: Plan.Step, at index: Int) {
    outcomes.append(outcome)
    if let name = step.block.name { values[name] = outcome.value }
    hasFailure = hasFailure || outcome.cause == .failure
    wasInterrupted = wasInterrupted || outcome.cause == .interruption
    // A refused block draws nothing in any run, so later draws do not depend on it.
    if outcome.status != .done, lineOfLostStream == nil,
      step.command?.drawsRandomNumbers == true
    {
      lineOfLostStream = step.block.line
    }
  }
}

/// Lines said by a block, from whichever thread.
private final class LogLines: Sendable {
  private let lines = Mutex<[String]>([])

  func append(_ line: String) { lines.withLock { $0.append(line) } }
  var all: [String] { lines.withLock { $0 } }
}
