/// Why no vocabulary can be made.
public enum TFIDFError: Error, Sendable, Equatable {
  /// The documents have no words but stop words.
  case noTerms
  /// No term is in enough and in few enough documents.
  case nothingLeft(terms: Int)
  /// The upper bound on documents is below the lower one.
  case contradictoryBounds(minimum: Double, maximum: Double)
}

extension TFIDFError: CustomStringConvertible {
  /// A sentence for the lesson's author.
  public var description: String {
    switch self {
    case .noTerms:
      "the texts have no words of two or more characters except stop words"
    case .nothingLeft(let terms):
      "none of the \(terms) terms is within min_df and max_df; lower min_df or raise max_df"
    case .contradictoryBounds(let minimum, let maximum):
      "max_df allows at most \(maximum) documents, but min_df asks for at least \(minimum)"
    }
  }
}
