import Execution
import Notebook
import Rendering

/// Says on the terminal what the blocks of a lesson say, in document order.
struct RunLog: Sendable {
  private let plan: Plan
  private let console: Console

  init(plan: Plan, console: Console) {
    self.plan = plan
    self.console = console
  }

  func note(_ event: RunEvent) {
    switch event {
    case .started(let block): console.say(plan.steps[block].block.header)
    case .logged(_, let line): console.say(TerminalText.text(of: .log([line])))
    case .finished(_, let outcome): finish(outcome)
    }
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
