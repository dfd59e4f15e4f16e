import Execution
import Notebook

/// The work that the blocks of a lesson's version do: neither prose nor captions, nor where a block stands, are part of it.
struct LessonWork {
  /// One block's work; two versions of a lesson share the result of equal work.
  private struct Part: Hashable {
    var name: String
    /// Whether an error is the block's result (`error: true`).
    var expectsError: Bool
  }

  /// nil for a block whose work has no name: it is nobody else's.
  private let parts: [Part?]

  /// - Parameter files: the files that the plan was made with.
  init(_ plan: Plan, files: InputFiles) {
    parts = zip(plan.steps, plan.workNames(files: files, engine: Engine.name)).map { step, name in
      name.map { Part(name: $0, expectsError: step.block.options.error) }
    }
  }

  /// Whether a block of another version does something that this one needs.
  func needs(block index: Int, of other: LessonWork) -> Bool {
    other.parts[index].map { parts.contains($0) } ?? false
  }

  /// How the blocks of this version end, as far as another version shows it, whose first blocks have ended.
  func outcomes(from other: LessonWork, _ outcomes: [BlockOutcome]) -> [BlockOutcome?] {
    let known = Dictionary(
      zip(other.parts, outcomes).compactMap { part, outcome in
        part.map { ($0, outcome.withoutPlaces) }
      }
    ) { first, _ in first }
    return parts.map { part in part.flatMap { known[$0] } }
  }
}

extension BlockOutcome {
  /// The outcome for another version of the lesson, whose blocks stand elsewhere.
  fileprivate var withoutPlaces: BlockOutcome {
    var outcome = self
    for index in outcome.diagnostics.indices { outcome.diagnostics[index].range = nil }
    return outcome
  }
}
