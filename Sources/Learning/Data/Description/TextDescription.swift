/// What there is in a column of texts.
public struct TextDescription: Sendable, Equatable, Codable {
  /// A word, and how often it occurs.
  public struct Word: Sendable, Equatable, Codable {
    /// The word in lower case.
    public let text: String
    /// How often it occurs in all texts.
    public let occurrences: Int
    /// How many texts it is in.
    public let documents: Int
  }

  /// How many of the most frequent words are kept.
  public static let wordLimit = 20

  /// Texts of nothing, or nothing but blanks.
  public let emptyCount: Int
  /// The number of Unicode scalars of each text, ascending.
  public let lengths: [Int]
  /// How many texts are of what length.
  public let lengthCounts: LengthCounts
  /// How many different words there are.
  public let vocabularySize: Int
  /// The most frequent words; of equally frequent ones, the first in the alphabet comes first.
  public let words: [Word]

  /// Describes texts; their words are those that TF-IDF finds.
  ///
  /// - Throws: `CancellationError` if `isCancelled`, asked before every few texts, has said so.
  init(
    of texts: TextColumn, stopWords: StopWords, isCancelled: () -> Bool
  ) throws(CancellationError) {
    var emptyCount = 0
    lengths = try [Int](count: texts.count, isCancelled: isCancelled) { row in
      texts.withUTF8(row) { bytes in
        if bytes.allSatisfy({ $0 <= UInt8(ascii: " ") }) { emptyCount += 1 }
        // Every scalar has one byte that does not continue another.
        return bytes.count { $0 & 0xC0 != 0x80 }
      }
    }.sorted()
    lengthCounts = LengthCounts(of: lengths)
    self.emptyCount = emptyCount
    var counter = TermCounter(
      learningWith: TextAnalyzer(settings: TFIDFSettings(stopWords: stopWords)))
    for rows in Array(0..<texts.count).inRanges {
      if isCancelled() { throw CancellationError() }
      _ = counter.count(rows, of: texts)
    }
    let totals = counter.totals
    let terms = counter.table.terms
    vocabularySize = totals.count
    // Most words are rare: only those that can be among the first are put in order.
    let least = totals.map(\.occurrences).sorted(by: >).prefix(Self.wordLimit).last ?? 0
    let frequent = totals.indices.filter { totals[$0].occurrences >= least }.sorted { left, right in
      totals[left].occurrences != totals[right].occurrences
        ? totals[left].occurrences > totals[right].occurrences
        : terms[left].utf8.lexicographicallyPrecedes(terms[right].utf8)
    }
    words = frequent.prefix(Self.wordLimit).map { number in
      Word(
        text: terms[number], occurrences: Int(totals[number].occurrences),
        documents: Int(totals[number].documents))
    }
  }

  /// The length in the middle; of two, the shorter.
  public var medianLength: Int { lengths.isEmpty ? 0 : lengths[(lengths.count - 1) / 2] }
}
