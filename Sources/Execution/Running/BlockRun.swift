import Notebook
import Randomness
import Synchronization
import Workers

/// One block at work: it finds the block's result in the store, or makes it.
struct BlockRun: Sendable {
  let plan: Plan
  let start: BlockQueue.Start
  let files: InputFiles
  let pool: WorkerPool
  let store: (any ResultStore)?
  let engine: String
  let stream: LessonStream
  let queue: SharedBlockQueue
  let isCancelled: @Sendable () -> Bool

  /// How the block ended. Nothing is thrown: what goes wrong is part of it.
  func outcome() -> BlockOutcome {
    guard let command = step.command else {
      preconditionFailure("only blocks that are understood start")
    }
    let clock = ContinuousClock()
    var outcome = BlockOutcome(status: .done)
    let elapsed = clock.measure {
      // Before the block draws, and as it is its turn at the stream.
      let before = sharesStream(command) && store != nil ? stream.current.digest.hexadecimal : nil
      outcome = run(command, from: before)
    }
    if outcome.status == .done {
      outcome.diagnostics += Exhibit.missing(
        in: outcome.outputs, of: step.block, type(of: command), in: plan.notebook.source)
      if let missingError { outcome.diagnostics.append(missingError) }
    }
    outcome.seconds = elapsed / .seconds(1)
    return outcome
  }

  /// A warning for a block that is to show an error and has none, unless the front matter allows errors to all alike.
  private var missingError: Diagnostic? {
    guard step.block.options.error, !plan.notebook.frontMatter.cellDefaults.error else {
      return nil
    }
    return .warning(
      .inapplicableOption, "this block is to show an error, and has none",
      at: step.block.place(ofOption: "error", in: plan.notebook.source))
  }

  private var step: Plan.Step { plan.steps[start.block] }

  private func sharesStream(_ command: any Command) -> Bool {
    plan.notebook.frontMatter.randomStream == .notebook && command.drawsRandomNumbers
  }

  /// What the result depends on, as far as it is known; nil without a store.
  ///
  /// - Parameter before: what names the shared stream before the block, if the block draws from it.
  private func key(from before: String?) -> BlockKey? {
    if store == nil { return nil }
    return plan.key(
      ofBlock: start.block, inputs: start.inputs, stream: before, files: files, engine: engine)
  }

  private func run<Running: Command>(_ command: Running, from before: String?) -> BlockOutcome {
    let key = key(from: before)
    let lines = LogLines()
    let drawn = Mutex<RandomState?>(nil)
    let context = context(for: command, key, lines) {
      drawn.withLock { $0 = stream.current }
      queue.noteDraws(ofBlock: start.block)
    }
    if let key, let kept = store?.result(of: command, key: key, in: context) {
      return reused(kept, key)
    }
    var outcome: BlockOutcome
    do {
      let result = try command.run(context)
      outcome = done(result, log: lines.all)
      // Which of several sources can be had, the block may only have found out.
      outcome.key = key ?? self.key(from: before)
      if let key = outcome.key, outcome.status == .done {
        let kept = KeptResult(
          value: result.value, outputs: outcome.outputs, stream: drawn.withLock(\.self))
        store?.keep(kept, of: command, key: key)
      }
    } catch {
      outcome = failed(error)
      outcome.key = key
      if !lines.all.isEmpty { outcome.outputs = [.log(lines.all)] }
    }
    return outcome
  }

  private func context(
    for command: any Command, _ key: BlockKey?, _ lines: LogLines,
    haveDrawn: @escaping @Sendable () -> Void
  ) -> Context {
    Context(
      files: files, lessonFolder: plan.lessonFolder,
      evaluator: ExpressionEvaluator(values: start.values, parameters: plan.parameters.byName),
      pool: pool,
      log: { line in
        lines.append(line)
        queue.log(line, ofBlock: start.block)
      },
      tell: { queue.note($0, ofBlock: start.block) },
      isCancelled: isCancelled, values: start.values,
      draws: sharesStream(command)
        ? .shared(stream, haveEnded: haveDrawn)
        : .own(seed: plan.seed, name: step.block.name ?? ""),
      reuse: key.flatMap { key in
        store.map { Reuse(store: $0, key: key, parameters: plan.parameters.byName) }
      })
  }

  /// The result of an earlier run, as if the block had run: its draws are taken and its lines said.
  private func reused<Value>(_ kept: KeptResult<Value>, _ key: BlockKey) -> BlockOutcome {
    if let after = kept.stream {
      stream.resume(after)
      queue.noteDraws(ofBlock: start.block)
    }
    if case .log(let lines) = kept.outputs.first {
      for line in lines { queue.log(line, ofBlock: start.block) }
    }
    var outcome = BlockOutcome(status: .done, outputs: kept.outputs)
    outcome.value = kept.value is NoValue ? nil : kept.value
    outcome.isReused = true
    outcome.key = key
    return outcome
  }

  private func done<Value>(_ result: CommandResult<Value>, log: [String]) -> BlockOutcome {
    var outcome = BlockOutcome(
      status: .done, outputs: (log.isEmpty ? [] : [.log(log)]) + result.outputs)
    outcome.value = result.value is NoValue ? nil : result.value
    if !result.unmetClaims.isEmpty {
      outcome.status = .failed
      outcome.cause = step.block.options.error ? .expectedError : .claims
      outcome.diagnostics = result.unmetClaims.map { .error(.claimFails, $0.message, at: $0.range) }
    }
    return outcome
  }

  private func failed(_ error: any Error) -> BlockOutcome {
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
          suggestion: failure.suggestion, notes: failure.notes)
      ])
  }
}

/// Lines said by a block, from whichever thread.
private final class LogLines: Sendable {
  private let lines = Mutex<[String]>([])

  func append(_ line: String) { lines.withLock { $0.append(line) } }
  var all: [String] { lines.withLock { $0 } }
}
