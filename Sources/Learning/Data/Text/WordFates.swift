import Workers

/// What became of the words of some texts: which are kept as terms, and why the others are not.
public struct WordFates: Sendable, Equatable, Codable {
  /// Why a word is no term, or that it is one.
  public enum Reason: String, Sendable, Codable, CaseIterable {
    case kept
    /// It is on the list of stop words.
    case stopWord = "stop_word"
    /// It has one character; words begin with two.
    case oneLetter = "one_letter"
    /// It is in fewer texts than the settings ask for.
    case rare
    /// It is in more texts than the settings allow.
    case frequent
    /// Enough others are more frequent.
    case cut
    /// It is as frequent as the last one that is kept, and only the rule for ties decided.
    case tied
  }

  /// A word, or a run of them, with how often it occurs.
  public struct Word: Sendable, Equatable, Codable {
    /// The word in lower case.
    public var word: String
    /// The number of texts that it is in.
    public var documents: Int
    /// How often it is in all of them together.
    public var occurrences: Int
  }

  /// The words of one fate.
  public struct Group: Sendable, Equatable, Codable {
    /// What became of them.
    public var reason: Reason
    /// How many different ones there are.
    public var count: Int
    /// How often they occur, all together.
    public var occurrences: Int
    /// The most frequent ones, equally frequent ones in the order of their code points.
    public var examples: [Word]
  }

  /// One group for each reason, in the order of `Reason`; those that nothing fell to are empty.
  public let groups: [Group]

  /// The fates of the words of some rows.
  ///
  /// - Parameter examples: how many words of each group to name.
  /// - Throws: `TFIDFError` when no term is left, and `CancellationError` soon after `isCancelled`, asked before every few
  ///   texts, says so.
  public init(
    of texts: TextColumn, rows: [Int], settings: TFIDFSettings, examples: Int,
    isCancelled: @Sendable () -> Bool = { false }
  ) throws {
    let pool = WorkerPool(threads: 1)
    let corpus = try CountedCorpus(
      of: rows, of: texts, with: TextAnalyzer(settings: settings), pool: pool,
      isCancelled: isCancelled)
    let selection = try TermSelection(
      from: corpus.terms, totals: corpus.totals, of: rows.count, settings: settings, pool: pool)
    var terms = [Reason: [Int]]()
    for (term, reason) in Self.reasons(corpus, selection, of: rows.count, settings).enumerated() {
      terms[reason, default: []].append(term)
    }
    let leftOut = try LeftOutWords(
      of: texts, rows: rows, stopWords: settings.stopWords, isCancelled: isCancelled)
    groups = Reason.allCases.map { reason in
      switch reason {
      case .stopWord: leftOut.stopWords.group(reason, naming: examples)
      case .oneLetter: leftOut.letters.group(reason, naming: examples)
      default:
        WordTally(
          terms: corpus.terms, totals: corpus.totals, numbers: terms[reason] ?? []
        ).group(reason, naming: examples)
      }
    }
  }

  /// Per counted term why it is kept or dropped.
  private static func reasons(
    _ corpus: CountedCorpus, _ selection: TermSelection, of rows: Int, _ settings: TFIDFSettings
  ) -> [Reason] {
    let minimum = settings.minDocumentFrequency.documents(of: rows)
    let maximum = settings.maxDocumentFrequency.documents(of: rows)
    var reasons = corpus.totals.map { total -> Reason in
      if Double(total.documents) < minimum { return .rare }
      return Double(total.documents) > maximum ? .frequent : .cut
    }
    for term in selection.tied { reasons[term] = .tied }
    for term in selection.kept { reasons[term] = .kept }
    return reasons
  }
}

/// Some terms of a table, counted.
private struct WordTally {
  var terms = TextColumn()
  var totals: [TermTotals] = []
  var numbers: [Int] = []

  func group(_ reason: WordFates.Reason, naming most: Int) -> WordFates.Group {
    let named = numbers.sorted { first, second in
      let (one, other) = (totals[first].occurrences, totals[second].occurrences)
      if one != other { return one > other }
      return terms.withUTF8(first) { first in
        terms.withUTF8(second) { first.lexicographicallyPrecedes($0) }
      }
    }
    return WordFates.Group(
      reason: reason, count: numbers.count,
      occurrences: numbers.reduce(0) { $0 + Int(totals[$1].occurrences) },
      examples: named.prefix(most).map { number in
        WordFates.Word(
          word: terms[number], documents: Int(totals[number].documents),
          occurrences: Int(totals[number].occurrences))
      })
  }
}

/// The words of texts that are left out before anything is counted.
private struct LeftOutWords {
  private(set) var stopWords = WordTally()
  private(set) var letters = WordTally()

  init(
    of texts: TextColumn, rows: [Int], stopWords: StopWords, isCancelled: () -> Bool
  ) throws(CancellationError) {
    let listed = TermTable(TextColumn(stopWords.words))
    var (stopped, single) = (WordCounter(), WordCounter())
    for (place, row) in rows.enumerated() {
      if isCancelled() { throw CancellationError() }
      texts.withUTF8(row) { text in
        let folded = FoldedText(text)
        folded.forEachWord { word in
          if listed.find(word) != nil { stopped.add(word, text: place) }
        }
        folded.forEachCharacter { single.add($0, text: place) }
      }
    }
    self.stopWords = stopped.tally
    letters = single.tally
  }
}

/// Counts words as they come.
private struct WordCounter {
  private var table = TermTable()
  private var totals: [TermTotals] = []
  private var lastTexts: [Int] = []

  mutating func add(_ word: Term, text: Int) {
    let number = table.insert(word)
    if number == totals.count {
      totals.append(TermTotals())
      lastTexts.append(-1)
    }
    totals[number].occurrences += 1
    if lastTexts[number] != text {
      lastTexts[number] = text
      totals[number].documents += 1
    }
  }

  var tally: WordTally {
    WordTally(terms: table.terms, totals: totals, numbers: Array(totals.indices))
  }
}
