import Execution
import Notebook

/// What is wrong with the parameters that a call gives.
struct ParameterMistakes: Error {
  /// A mistake, and the text that it stands in; nil for the command line.
  struct Mistake {
    var diagnostic: Diagnostic
    var source: SourceText?
  }

  private(set) var all: [Mistake] = []

  var isEmpty: Bool { all.isEmpty }

  /// How the program ends because of them.
  var status: ExitStatus {
    if isEmpty { return .success }
    return all.contains { $0.source == nil } ? .usage : .checkFailed
  }

  /// Adds a mistake, unless the same has been said of another lesson.
  mutating func add(_ diagnostic: Diagnostic, in source: SourceText?) {
    let isKnown = all.contains {
      $0.diagnostic.range == diagnostic.range && $0.diagnostic.message == diagnostic.message
    }
    if !isKnown { all.append(Mistake(diagnostic: diagnostic, source: source)) }
  }
}
