import Execution
import Notebook
import Rendering
import Synchronization

/// Says on the terminal what the blocks of a lesson say, in document order.
final class RunLog: Sendable {
  private struct State {
    var block = 0
    var start = ContinuousClock.now
  }

  private let plan: Plan
  private let console: Console
  /// The block that runs, and since when.
  private let state = Mutex(State())

  init(plan: Plan, console: Console) {
    self.plan = plan
    self.console = console
  }

  func note(_ event: RunEvent) {
    switch event {
    case .started(let block):
      state.withLock { $0 = State(block: block) }
      console.say(plan.steps[block].block.header)
      showProgress(nil)
    case .logged(_, let line):
      console.say(TerminalText.text(of: .log([line])))
      showProgress(line)
    case .finished(_, let outcome): finish(outcome)
    }
  }

  /// "block 14 of 31: {train spam}, epoch 3 of 50, loss 0.5815, 12 epochs a second, 4 s left".
  private func showProgress(_ line: String?) {
    let (block, start) = state.withLock { ($0.block, $0.start) }
    var parts = ["block \(block + 1) of \(plan.steps.count): \(plan.steps[block].block.header)"]
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    if let progress = line.flatMap({ EpochProgress(line: $0, elapsed: elapsed) }) {
      parts += ["epoch \(progress.epoch) of \(progress.epochs)", "loss \(progress.loss)"]
      if let pace = progress.pace { parts.append(pace) }
      if let left = progress.timeLeft { parts.append("\(left) left") }
    }
    console.showProgress(parts.joined(separator: ", "))
  }

  private func finish(_ outcome: BlockOutcome) {
    for output in outcome.outputs {
      // Lines of the log have been said while the block ran.
      if case .log = output { continue }
      let text = TerminalText.text(of: output)
      if !text.isEmpty { console.say(text) }
    }
    console.say("")
    for diagnostic in outcome.diagnostics {
      console.report(diagnostic, in: plan.notebook.source)
    }
  }
}
