import Execution
import Notebook
import Synchronization

/// Has runs that go on at the same time speak one after the other: what they say reads as if each had waited for the one
/// before it.
final class SpeakingOrder: Sendable {
  private typealias Words = @Sendable () -> Void

  private struct State {
    var turns = SpeakingTurns<Words>()
    /// Runs that have said everything, though their turn may not have come.
    var ended: Set<Int> = []
  }

  private let state = Mutex(State())

  /// Says something as soon as it is the turn of a run.
  fileprivate func speak(_ number: Int, _ words: @escaping @Sendable () -> Void) {
    state.withLock { state in
      for words in state.turns.say(words, by: number) { words() }
    }
  }

  /// Whether it is the turn of a run.
  fileprivate func isTurn(of number: Int) -> Bool {
    state.withLock { $0.turns.current == number }
  }

  /// A run has said everything.
  fileprivate func end(_ number: Int) {
    state.withLock { state in
      state.ended.insert(number)
      while state.ended.remove(state.turns.current) != nil {
        for words in state.turns.pass() { words() }
      }
    }
  }
}

/// What one of the runs of a call has to say.
struct Voice: Sendable {
  private let console: Console
  private let order: SpeakingOrder
  private let number: Int

  /// The voice of a run, numbered from 0 in the order of speaking.
  init(_ number: Int, in order: SpeakingOrder, _ console: Console) {
    self.console = console
    self.order = order
    self.number = number
  }

  /// Whether nobody wants results.
  var isQuiet: Bool { console.isQuiet }

  /// A line of results.
  func say(_ text: @autoclosure () -> String) {
    if console.isQuiet { return }
    let text = text()
    order.speak(number) { [console] in console.say(text) }
  }

  /// What was found in a text.
  func report(_ diagnostics: [Diagnostic], in source: SourceText) {
    order.speak(number) { [console] in console.report(diagnostics, in: source) }
  }

  /// Anything else that went wrong.
  func complain(_ text: String) {
    order.speak(number) { [console] in console.complain(text) }
  }

  /// What runs just now; nobody wants to know that later.
  func showProgress(_ text: @autoclosure () -> String) {
    if order.isTurn(of: number) { console.showProgress(text()) }
  }

  /// How far a block is that says nothing else for long.
  func tellProgress(_ text: @autoclosure () -> String) {
    if order.isTurn(of: number) { console.tellProgress(text()) }
  }

  /// There is nothing more to say: it is the next one's turn.
  func end() { order.end(number) }
}
