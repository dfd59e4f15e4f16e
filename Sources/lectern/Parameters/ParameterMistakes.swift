import Execution
import Notebook

/// What is wrong with the parameters that a call gives.
struct ParameterMistakes: Error {
  /// The mistakes in one text.
  struct Findings {
    /// The text; nil for the command line.
    var source: SourceText?
    var diagnostics: [Diagnostic]
  }

  /// What tells mistakes apart.
  private struct Mistake: Hashable {
    var range: SourceRange?
    var message: String
  }

  /// The mistakes of each text, in the order in which the first of each was found.
  private(set) var all: [Findings] = []
  private var known: Set<Mistake> = []

  var isEmpty: Bool { all.isEmpty }

  /// How the program ends because of them.
  var status: ExitStatus {
    if isEmpty { return .success }
    return all.contains { $0.source == nil } ? .usage : .checkFailed
  }

  /// Adds a mistake, unless the same has been said of another lesson.
  mutating func add(_ diagnostic: Diagnostic, in source: SourceText?) {
    let mistake = Mistake(range: diagnostic.range, message: diagnostic.message)
    guard known.insert(mistake).inserted else { return }
    if let index = all.firstIndex(where: { $0.source?.name == source?.name }) {
      all[index].diagnostics.append(diagnostic)
    } else {
      all.append(Findings(source: source, diagnostics: [diagnostic]))
    }
  }
}
