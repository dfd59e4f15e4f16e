import Notebook
import Synchronization
import Workers

/// Runs the blocks of a plan: those at once that do not wait for each other, but with the results, the reports and the
/// order of the log that they have one after the other.
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
  ///   - report: told what happens, in document order, by one thread at a time.
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
    let schedule = SharedSchedule(
      Schedule(plan, stopsAtFirstFailure: stopsAtFirstFailure), pool: pool,
      isCancelled: isCancelled, report: report)
    let stream = LessonStream(seed: plan.seed)
    pool.perform(pool.threads) { _ in
      while let start = schedule.next() {
        schedule.end(start.block, run(start, schedule, stream))
      }
    }
    return schedule.lesson(of: plan)
  }

  private func run(
    _ start: Schedule.Start, _ schedule: SharedSchedule, _ stream: LessonStream
  ) -> BlockOutcome {
    let step = plan.steps[start.block]
    guard let command = step.command else {
      preconditionFailure("only blocks that are understood start")
    }
    let lines = LogLines()
    let context = Context(
      files: files, lessonFolder: plan.lessonFolder,
      evaluator: ExpressionEvaluator(values: start.values, parameters: plan.parameters.byName),
      pool: pool,
      log: { line in
        lines.append(line)
        schedule.log(line, ofBlock: start.block)
      },
      isCancelled: { isCancelled() || schedule.isPointless(start.block) }, values: start.values,
      draws: draws(of: start.block, schedule, stream))
    let clock = ContinuousClock()
    var outcome = BlockOutcome(status: .done)
    let elapsed = clock.measure { outcome = run(command, of: step, context) }
    outcome.seconds = elapsed / .seconds(1)
    if !lines.all.isEmpty { outcome.outputs.insert(.log(lines.all), at: 0) }
    return outcome
  }

  private func draws(
    of index: Int, _ schedule: SharedSchedule, _ stream: LessonStream
  ) -> Draws {
    let step = plan.steps[index]
    if plan.notebook.frontMatter.randomStream == .notebook,
      step.command?.drawsRandomNumbers == true
    {
      return .shared(stream) { schedule.noteDraws(ofBlock: index) }
    }
    return .own(seed: plan.seed, name: step.block.name ?? "")
  }

  private func run(
    _ command: any Command, of step: Plan.Step, _ context: Context
  ) -> BlockOutcome {
    do {
      var outcome = try run(command, context)
      if outcome.cause == .claims, step.block.options.error { outcome.cause = .expectedError }
      return outcome
    } catch {
      return failed(step, error)
    }
  }

  private func run<Running: Command>(
    _ command: Running, _ context: Context
  ) throws -> BlockOutcome {
    let result = try command.run(context)
    var outcome = BlockOutcome(status: .done, outputs: result.outputs)
    outcome.value = result.value is NoValue ? nil : result.value
    if !result.unmetClaims.isEmpty {
      outcome.status = .failed
      outcome.cause = .claims
      outcome.diagnostics = result.unmetClaims.map { .error(.claimFails, $0.message, at: $0.range) }
    }
    return outcome
  }

  private func failed(_ step: Plan.Step, _ error: any Error) -> BlockOutcome {
    if error is CancellationError { return .interrupted(step) }
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
          .blockFailed, failure.message, at: failure.range ?? step.block.commandRange,
          notes: failure.notes)
      ])
  }
}

/// Lines said by a block, from whichever thread.
private final class LogLines: Sendable {
  private let lines = Mutex<[String]>([])

  func append(_ line: String) { lines.withLock { $0.append(line) } }
  var all: [String] { lines.withLock { $0 } }
}
