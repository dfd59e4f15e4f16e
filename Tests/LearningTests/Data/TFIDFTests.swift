import Learning
import Synchronization
import Testing
import Workers

@Suite("TF-IDF")
struct TFIDFTests {
  struct Rows: Decodable {
    let rowStarts: [Int]
    let columns: [Int32]
    let elements: [Double]
  }

  /// Stop words as scikit-learn takes them.
  struct ListOrName: Decodable {
    let list: StopWords

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let words = try? container.decode([String].self) {
        list = .listed(
          words.compactMap { StopWords.word($0.prefix(1).uppercased() + $0.dropFirst()) })
      } else {
        list = try container.decode(String.self) == "english" ? .english : .none
      }
    }
  }

  struct Case: Decodable {
    let texts, others: [String]
    let maxFeatures: Int?
    let stopWords: ListOrName
    let minDF, maxDF: Double
    let minIsShare, maxIsShare: Bool
    let ngrams: [Int]
    let ties: TiePolicy
    let vocabulary: [String]
    let idf: [Double]
    let fitted, transformed: Rows

    var settings: TFIDFSettings {
      TFIDFSettings(
        maxFeatures: maxFeatures, stopWords: stopWords.list,
        minDocumentFrequency: minIsShare ? .share(minDF) : .count(Int(minDF)),
        maxDocumentFrequency: maxIsShare ? .share(maxDF) : .count(Int(maxDF)),
        ngrams: ngrams[0]...ngrams[1], ties: ties)
    }
  }

  @Test func hasTheVocabularyAndTheWeightsOfScikitLearn() throws {
    for frozen in try FrozenCases<Case>.load("tfidf") {
      let (vectorizer, matrix) = try TFIDFVectorizer.fit(
        on: TextColumn(frozen.texts), rows: Array(frozen.texts.indices), settings: frozen.settings)
      // As bytes, since equality of strings would forgive another normal form.
      #expect(
        vectorizer.vocabulary.map { Array($0.utf8) } == frozen.vocabulary.map { Array($0.utf8) })
      #expect(areClose(vectorizer.idf, frozen.idf))
      expect(matrix, equals: frozen.fitted)
      let others = TextColumn(frozen.others)
      let transformed = try vectorizer.transform(others, rows: Array(frozen.others.indices))
      expect(transformed, equals: frozen.transformed)
    }
  }

  @Test func namesTheWordsThatTieAtTheCut() throws {
    let texts = TextColumn(["delta beta beta alpha", "gamma beta"])
    let (vectorizer, _) = try TFIDFVectorizer.fit(
      on: texts, rows: [0, 1], settings: TFIDFSettings(maxFeatures: 2))
    #expect(vectorizer.vocabulary == ["alpha", "beta"])
    #expect(vectorizer.tiedWords == ["alpha", "delta", "gamma"])
    let (whole, _) = try TFIDFVectorizer.fit(
      on: texts, rows: [0, 1], settings: TFIDFSettings(maxFeatures: 1))
    #expect(whole.tiedWords.isEmpty)
  }

  @Test func givesATextWithoutKnownWordsAnEmptyRow() throws {
    let (vectorizer, _) = try TFIDFVectorizer.fit(
      on: TextColumn(["one two", "two"]), rows: [0, 1], settings: TFIDFSettings())
    let rows = try vectorizer.transform(TextColumn(["nothing known", "TWO two!"]), rows: [0, 1])
    #expect(rows.rowStarts == [0, 0, 1])
    #expect(rows.elements == [1])
    #expect(rows.columnIndices == [1])
  }

  @Test func saysWhyThereIsNoVocabulary() {
    let texts = TextColumn(["the a I", "of"])
    #expect(throws: TFIDFError.noTerms) {
      try TFIDFVectorizer.fit(
        on: texts, rows: [0, 1], settings: TFIDFSettings(stopWords: .english))
    }
    #expect(throws: TFIDFError.nothingLeft(terms: 2)) {
      try TFIDFVectorizer.fit(
        on: texts, rows: [0, 1], settings: TFIDFSettings(minDocumentFrequency: .count(2)))
    }
    #expect(throws: TFIDFError.contradictoryBounds(minimum: 2, maximum: 1)) {
      try TFIDFVectorizer.fit(
        on: texts, rows: [0, 1],
        settings: TFIDFSettings(
          minDocumentFrequency: .count(2), maxDocumentFrequency: .share(0.5)))
    }
  }

  static let settings = [
    TFIDFSettings(), TFIDFSettings(maxFeatures: 40, stopWords: .english),
    TFIDFSettings(maxFeatures: 40, ties: .numpy),
    TFIDFSettings(maxDocumentFrequency: .share(0.5), ngrams: 1...3),
  ]

  @Test(arguments: settings, [2, 3, 8])
  func givesTheSameForAnyNumberOfThreads(settings: TFIDFSettings, threads: Int) throws {
    for count in [2, 500] {
      let texts = Self.texts(count)
      let rows = Array((0..<count).reversed())
      let alone = try TFIDFVectorizer.fit(on: texts, rows: rows, settings: settings)
      let pool = WorkerPool(threads: threads)
      for _ in 0..<3 {
        let shared = try TFIDFVectorizer.fit(on: texts, rows: rows, settings: settings, pool: pool)
        #expect(shared.vectorizer == alone.vectorizer)
        #expect(shared.matrix == alone.matrix)
        #expect(try shared.vectorizer.transform(texts, rows: rows, pool: pool) == alone.matrix)
      }
    }
  }

  /// Words that become rarer as their numbers grow, many of them equally frequent; every seventh text is empty.
  private static func texts(_ count: Int) -> TextColumn {
    TextColumn(
      (0..<count).map { text in
        text % 7 == 6
          ? ""
          : (1..<40).map { "The word\((text * 31 + $0 * $0) % (5 * $0)) éé" }.joined(separator: " ")
      })
  }

  private final class Questions: Sendable {
    private let count = Atomic(0)

    func next() -> Int { count.add(1, ordering: .relaxed).newValue }
  }

  @Test(arguments: [1, 2])
  func stopsBetweenTextsWhenItIsCancelled(threads: Int) throws {
    let texts = Self.texts(500)
    let rows = Array(0..<500)
    let pool = WorkerPool(threads: threads)
    let questions = Questions()
    #expect(throws: CancellationError.self) {
      try TFIDFVectorizer.fit(
        on: texts, rows: rows, settings: TFIDFSettings(), pool: pool,
        isCancelled: { questions.next() > 3 })
    }
    let (vectorizer, _) = try TFIDFVectorizer.fit(
      on: texts, rows: rows, settings: TFIDFSettings())
    #expect(throws: CancellationError.self) {
      try vectorizer.transform(texts, rows: rows, pool: pool, isCancelled: { true })
    }
    #expect(throws: CancellationError.self) {
      try WordFates(
        of: texts, rows: rows, settings: TFIDFSettings(), examples: 2, isCancelled: { true })
    }
  }

  @Test func findsWordsOfAllLengthsAndScripts() throws {
    let words = [
      "a_", "ab", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghij0123456789",
      "abcdefghij0123456798", "abcdefghijklmnopqrstuvwxyz", "été", "éé", "日本", "𝒜𝒜",
    ]
    let text = "é x 日 𝒜 " + words.joined(separator: " -- ").replacing("ab", with: "AB") + "\0"
    let (vectorizer, matrix) = try TFIDFVectorizer.fit(
      on: TextColumn([text, "", " ", "\n\n\n\n\n\n\n\n\n\n\n"]), rows: [0, 1, 2, 3],
      settings: TFIDFSettings())
    #expect(vectorizer.vocabulary == words)
    #expect(matrix.rowStarts == [0, words.count, words.count, words.count, words.count])
  }

  @Test func leavesOut318EnglishWords() {
    let words = StopWords.english.words
    #expect(words.count == 318)
    #expect(words == words.sorted())
    #expect(Set(words).count == 318)
    #expect(words.contains("amoungst") && !words.contains("seven"))
  }

  private func expect(_ matrix: SparseMatrix<Double>, equals rows: Rows) {
    #expect(matrix.rowStarts == rows.rowStarts)
    #expect(matrix.columnIndices == rows.columns)
    #expect(areClose(matrix.elements, rows.elements))
  }

  private func areClose(_ first: [Double], _ second: [Double]) -> Bool {
    first.count == second.count && zip(first, second).allSatisfy { abs($0 - $1) <= 1e-15 * abs($1) }
  }
}
