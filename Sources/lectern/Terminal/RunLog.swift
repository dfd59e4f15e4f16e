import Execution
import Notebook
import Rendering
import Synchronization

/// Says on the terminal what the blocks of a lesson say, in document order.
final class RunLog: Sendable {
  private struct State {
    var block = 0
    var start = ContinuousClock.now
    /// What the block has told last.
    var progress: BlockProgress?
  }

  private let plan: Plan
  private let voice: Voice
  /// What tells the run from others of the same call; nil if it is the only one.
  private let name: String?
  /// What tells the run from others of its lesson; nil if it is the only one.
  private let settings: String?
  /// How severe the command line takes warnings.
  private let arguments: LessonArguments
  /// The block that runs, since when, and how far it is.
  private let state = Mutex(State())

  /// - Parameters:
  ///   - name: what the run is called in the line of progress, if there are others.
  ///   - settings: the values that its lesson runs with, if it runs with others, too.
  ///   - arguments: how severe warnings are.
  init(
    plan: Plan, voice: Voice, name: String?, settings: String?, arguments: LessonArguments
  ) {
    self.plan = plan
    self.voice = voice
    self.name = name
    self.settings = settings
    self.arguments = arguments
    if let settings { voice.say("\(plan.notebook.source.name) with \(settings)\n") }
  }

  func note(_ event: RunEvent) {
    switch event {
    case .started(let block):
      state.withLock { $0 = State(block: block) }
      voice.say(plan.steps[block].block.header)
      voice.showProgress(progressText)
    case .logged(_, let line):
      voice.say(TerminalText.text(of: .log([line])))
      voice.showProgress(progressText)
    case .progressed(_, let progress):
      state.withLock { $0.progress = progress }
      // Of an epoch, the block is about to say a line, which the progress follows.
      if progress.unit == .run { voice.tellProgress(progressText) }
    case .finished(let block, let outcome): finish(plan.steps[block].block, outcome)
    }
  }

  /// "block 14 of 31: {train spam}, epoch 3 of 50, loss 0.5815, 12 epochs a second, 4 s left".
  private var progressText: String {
    let state = state.withLock(\.self)
    let header = plan.steps[state.block].block.header
    let place = "block \(state.block + 1) of \(plan.steps.count): \(header)"
    let progress = state.progress.map {
      WorkProgress(told: $0, elapsed: (.now - state.start) / .seconds(1)).description
    }
    return [name, place, progress].compactMap(\.self).joined(separator: ", ")
  }

  private func finish(_ block: Block, _ outcome: BlockOutcome) {
    for output in outcome.outputs {
      switch output {
      // Lines of the log have been said while the block ran.
      case .log: continue
      case .note(let note) where voice.isQuiet: remark(note, of: block)
      default:
        let text = TerminalText.text(of: output)
        if !text.isEmpty { voice.say(text) }
      }
    }
    let diagnostics = outcome.diagnostics.map { $0.noting(settings: settings) }
    let source = plan.notebook.source
    // An error that the author shows on purpose is what the block has to say.
    let isOutput = outcome.cause == .expectedError
    if isOutput {
      for diagnostic in diagnostics { voice.say(DiagnosticText(source).text(of: diagnostic)) }
    }
    voice.say("")
    if !isOutput { voice.report(diagnostics.map(arguments.asSevere), in: source) }
  }

  /// "lesson.md:12:4: warning: {train run}: Training diverged: …": what matters to those, too, who want no results.
  private func remark(_ note: Note, of block: Block) {
    if note.severity == .information { return }
    let source = plan.notebook.source
    let position = source.position(of: block.commandRange.lower)
    let place = "\(source.name):\(position.line):\(position.column)"
    let settings = settings.map { " (with \($0))" } ?? ""
    voice.complain(
      "\(place): \(note.severity.rawValue): \(block.header): \(note.message)\(settings)")
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
