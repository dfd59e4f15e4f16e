import Execution
import Learning

/// What a training run measures besides losses and accuracies: the norm of the whole gradient, or a diagnostic.
struct TrackChoice: OptionChoice, Equatable {
  /// The word in lessons.
  let rawValue: String

  /// The Euclidean norm of the whole gradient, before each update.
  static let gradientNorm = TrackChoice(word: "gradient_norm")

  static let allCases = [gradientNorm] + TrainingDiagnostics.all.map(TrackChoice.init)

  static var explanations: [OptionExplanation] {
    [
      OptionExplanation(
        gradientNorm.rawValue, "The norm of the whole gradient, before each update.")
    ]
      + TrainingDiagnostics.all.map { OptionExplanation($0.name, $0.summary) }
  }

  init?(rawValue: String) {
    guard Self.allCases.contains(where: { $0.rawValue == rawValue }) else { return nil }
    self.rawValue = rawValue
  }

  private init(word: String) { rawValue = word }

  /// A diagnostic.
  init(_ diagnostic: any TrainingDiagnostic.Type) { self.init(word: diagnostic.name) }
}
