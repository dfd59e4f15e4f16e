/// Which terms a vectoriser keeps. The defaults are those of scikit-learn's `TfidfVectorizer`, ties apart.
public struct TFIDFSettings: Sendable, Equatable, Codable {
  /// A bound on the number of documents that a term is in.
  public enum DocumentFrequency: Sendable, Equatable, Codable {
    /// So many documents.
    case count(Int)
    /// This share of the documents that the vectoriser is fitted on, 0...1.
    case share(Double)

    /// The bound as a number of documents, which need not be whole.
    public func documents(of total: Int) -> Double {
      switch self {
      case .count(let count): Double(count)
      case .share(let share): share * Double(total)
      }
    }
  }

  /// How many terms are kept, by their total count; nil for all.
  public var maxFeatures: Int?
  /// The words that are left out before terms are made.
  public var stopWords: StopWords
  /// A term in fewer documents is dropped.
  public var minDocumentFrequency: DocumentFrequency
  /// A term in more documents is dropped.
  public var maxDocumentFrequency: DocumentFrequency
  /// How many consecutive words make a term.
  public var ngrams: ClosedRange<Int>
  /// Which of the terms with equal counts are kept at the cut of `maxFeatures`.
  public var ties: TiePolicy

  /// Settings; `maxFeatures` and the bounds of `ngrams` are at least 1.
  public init(
    maxFeatures: Int? = nil,
    stopWords: StopWords = .none,
    minDocumentFrequency: DocumentFrequency = .count(1),
    maxDocumentFrequency: DocumentFrequency = .share(1),
    ngrams: ClosedRange<Int> = 1...1,
    ties: TiePolicy = .alphabetical
  ) {
    precondition((maxFeatures ?? 1) > 0 && ngrams.lowerBound > 0, "terms and words from 1")
    self.maxFeatures = maxFeatures
    self.stopWords = stopWords
    self.minDocumentFrequency = minDocumentFrequency
    self.maxDocumentFrequency = maxDocumentFrequency
    self.ngrams = ngrams
    self.ties = ties
  }
}
