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
  private let voice: Voice
  /// What tells the run from others of the same call; nil if it is the only one.
  private let name: String?
  /// What tells the run from others of its lesson; nil if it is the only one.
  private let settings: String?
  /// The block that runs, and since when.
  private let state = Mutex(State())

  /// - Parameters:
  ///   - name: what the run is called in the line of progress, if there are others.
  ///   - settings: the values that its lesson runs with, if it runs with others, too.
  init(plan: Plan, voice: Voice, name: String?, settings: String?) {
    self.plan = plan
    self.voice = voice
    self.name = name
    self.settings = settings
    if let settings { voice.say("\(plan.notebook.source.name) with \(settings)\n") }
  }

  func note(_ event: RunEvent) {
    switch event {
    case .started(let block):
      state.withLock { $0 = State(block: block) }
      voice.say(plan.steps[block].block.header)
      voice.showProgress(text(nil))
    case .logged(_, let line):
      voice.say(TerminalText.text(of: .log([line])))
      voice.showProgress(text(WorkProgress(line: line, elapsed: elapsed)))
    case .progressed(_, let progress):
      voice.tellProgress(text(WorkProgress(progress, elapsed: elapsed)))
    case .finished(_, let outcome): finish(outcome)
    }
  }

  private var elapsed: Double { (.now - state.withLock(\.start)) / .seconds(1) }

  /// "block 14 of 31: {train spam}, epoch 3 of 50, loss 0.5815, 12 epochs a second, 4 s left".
  private func text(_ progress: WorkProgress?) -> String {
    let block = state.withLock(\.block)
    let place = "block \(block + 1) of \(plan.steps.count): \(plan.steps[block].block.header)"
    return (name.map { $0 + ", " } ?? "") + place + (progress.map { ", \($0.description)" } ?? "")
  }

  private func finish(_ outcome: BlockOutcome) {
    for output in outcome.outputs {
      // Lines of the log have been said while the block ran.
      if case .log = output { continue }
      let text = TerminalText.text(of: output)
      if !text.isEmpty { voice.say(text) }
    }
    voice.say("")
    for diagnostic in outcome.diagnostics {
      voice.report(diagnostic.noting(settings: settings), in: plan.notebook.source)
    }
  }
}

extension Diagnostic {
  /// The same with the values that its lesson runs with, if it runs with others, too.
  func noting(settings: String?) -> Diagnostic {
    var diagnostic = self
    if let settings { diagnostic.notes.append("with \(settings)") }
    return diagnostic
  }
}
