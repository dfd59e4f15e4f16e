import CKernels
import Memory
import Workers

/// Turns texts into rows of term weights: term frequency times inverse document frequency, each row of length 1.
///
/// The formulas and defaults of scikit-learn's `TfidfVectorizer`: with n documents, of which d have the term,
/// idf = ln((1 + n) / (1 + d)) + 1; a weight is count x idf; a row is divided by the root of the sum of its squares.
public struct TFIDFVectorizer: Sendable {
  /// What the vocabulary was chosen by.
  public let settings: TFIDFSettings
  /// Per column the inverse document frequency of its term.
  public let idf: [Double]
  /// When `maxFeatures` cuts between terms of equal total counts: all terms with that count, kept and dropped, in the
  /// order of code points; else empty.
  public let tiedWords: [String]
  private let table: TermTable

  /// The terms in the order of the columns, which is that of their code points.
  public var vocabulary: [String] { (0..<table.count).map { table.terms[$0] } }

  /// The number of columns.
  public var vocabularySize: Int { table.count }

  /// Learns a vocabulary and its weights from some rows of a column.
  ///
  /// - Parameter pool: the threads that share the work; the result does not depend on their number.
  /// - Returns: the vectoriser, and the weights of the same rows in the same order, rows x vocabulary.
  /// - Throws: `TFIDFError` when no term is left, and `CancellationError` if `isCancelled`, asked before every range of
  ///   texts, has said so.
  public static func fit(
    on texts: TextColumn, rows: [Int], settings: TFIDFSettings,
    pool: WorkerPool = WorkerPool(threads: 1), isCancelled: @Sendable () -> Bool = { false }
  ) throws -> (vectorizer: TFIDFVectorizer, matrix: SparseMatrix<Double>) {
    let corpus = try CountedCorpus(
      of: rows, of: texts, with: TextAnalyzer(settings: settings), pool: pool,
      isCancelled: isCancelled)
    let selection = try TermSelection(
      from: corpus.terms, totals: corpus.totals, of: rows.count, settings: settings,
      pool: pool)
    let vectorizer = TFIDFVectorizer(
      settings: settings,
      idf: selection.kept.map { term in
        lectern_log(Double(1 + rows.count) / (1 + Double(corpus.totals[term].documents))) + 1
      },
      tiedWords: selection.tied.map { corpus.terms[$0] },
      terms: TextColumn(selection.kept.map { corpus.terms[$0] }))
    let columns = corpus.columns(keeping: selection.kept)
    let weights = try pool.map(corpus.ranges, isCancelled: isCancelled) { range in
      WeightedRows(of: range.counts, columns: columns[range.counter], idf: vectorizer.idf)
    }
    return (vectorizer, vectorizer.matrix(of: weights))
  }

  private init(settings: TFIDFSettings, idf: [Double], tiedWords: [String], terms: TextColumn) {
    self.settings = settings
    self.idf = idf
    self.tiedWords = tiedWords
    table = TermTable(terms)
  }

  /// The weights of some rows of a column, rows x vocabulary; terms outside the vocabulary do not count.
  ///
  /// - Parameter pool: the threads that share the work; the result does not depend on their number.
  /// - Throws: `CancellationError` if `isCancelled`, asked before every range of texts, has said so.
  public func transform(
    _ texts: TextColumn, rows: [Int], pool: WorkerPool = WorkerPool(threads: 1),
    isCancelled: @Sendable () -> Bool = { false }
  ) throws(CancellationError) -> SparseMatrix<Double> {
    let columns = (0..<Int32(table.count)).map(\.self)
    let counter = TermCounter(of: table, with: TextAnalyzer(settings: settings))
    let counters = Reserve { counter }
    let weights = try pool.map(rows.inRanges, isCancelled: isCancelled) { rows in
      let counts = counters.lend { counter, _ in counter.count(rows, of: texts) }
      return WeightedRows(of: counts, columns: columns, idf: idf)
    }
    return matrix(of: weights)
  }

  private func matrix(of ranges: [WeightedRows]) -> SparseMatrix<Double> {
    var rowStarts = [0]
    for range in ranges {
      let start = rowStarts[rowStarts.count - 1]
      rowStarts.append(contentsOf: range.rowEnds.lazy.map { start + $0 })
    }
    return SparseMatrix(
      rows: rowStarts.count - 1, columns: table.count, rowStarts: rowStarts,
      columnIndices: Array(joining: ranges.map(\.columns)),
      elements: Array(joining: ranges.map(\.elements)))
  }
}

extension Array where Element: BitwiseCopyable {
  /// The elements of all lists, in large pages: training reads the rows of a matrix in any order, and would wait for the
  /// places of many small ones.
  fileprivate init(joining lists: [[Element]]) {
    let count = lists.reduce(0) { $0 + $1.count }
    self.init(unsafeUninitializedCapacity: count) { room, initialized in
      UnsafeMutableRawBufferPointer(room).preferLargePages()
      for list in lists {
        initialized = room.suffix(from: initialized).initialize(fromContentsOf: list)
      }
    }
  }
}

extension TFIDFVectorizer: Equatable {
  /// Two vectorisers are equal when they give every text the same weights and know the same ties.
  public static func == (first: TFIDFVectorizer, second: TFIDFVectorizer) -> Bool {
    first.settings == second.settings && first.idf == second.idf
      && first.tiedWords == second.tiedWords && first.table.terms == second.table.terms
  }
}

extension TFIDFVectorizer: Codable {
  private enum CodingKeys: String, CodingKey {
    case settings, vocabulary, idf, tiedWords
  }

  /// Reads a vectoriser back.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let terms = try container.decode(TextColumn.self, forKey: .vocabulary)
    self.init(
      settings: try container.decode(TFIDFSettings.self, forKey: .settings),
      idf: try container.decode(Packed<Double>.self, forKey: .idf).wrappedValue,
      tiedWords: try container.decode([String].self, forKey: .tiedWords),
      terms: terms)
    guard table.count == terms.count, idf.count == terms.count else {
      throw DecodingError.dataCorruptedError(
        forKey: .vocabulary, in: container,
        debugDescription: "the vocabulary repeats a term or does not fit the weights")
    }
  }

  /// Writes the settings, the vocabulary and its weights.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(settings, forKey: .settings)
    try container.encode(table.terms, forKey: .vocabulary)
    try container.encode(Packed(wrappedValue: idf), forKey: .idf)
    try container.encode(tiedWords, forKey: .tiedWords)
  }
}
