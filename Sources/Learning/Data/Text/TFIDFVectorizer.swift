import CKernels

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
  /// - Returns: the vectoriser, and the weights of the same rows in the same order, rows x vocabulary.
  /// - Throws: when no term is left.
  public static func fit(
    on texts: TextColumn, rows: [Int], settings: TFIDFSettings
  ) throws(TFIDFError) -> (vectorizer: TFIDFVectorizer, matrix: SparseMatrix<Double>) {
    var table = TermTable()
    var analyzer = TextAnalyzer(settings: settings)
    var counts = TermCounts()
    for row in rows {
      texts.withUTF8(row) { text in
        analyzer.forEachTerm(of: text) { counts.add(table.insert($0)) }
      }
      counts.endDocument()
    }
    let totals = counts.totals(of: table.count)
    let selection = try TermSelection(
      from: table, documents: totals.documents, occurrences: totals.occurrences, of: rows.count,
      settings: settings)
    let vectorizer = TFIDFVectorizer(
      settings: settings,
      idf: selection.kept.map { term in
        lectern_log(Double(1 + rows.count) / Double(1 + totals.documents[term])) + 1
      },
      tiedWords: selection.tied.map { table.terms[$0] },
      terms: TextColumn(selection.kept.map { table.terms[$0] }))
    var columns = [Int32](repeating: -1, count: table.count)
    for (column, term) in selection.kept.enumerated() { columns[term] = Int32(column) }
    return (vectorizer, vectorizer.weights(of: counts) { columns[Int($0)] })
  }

  private init(settings: TFIDFSettings, idf: [Double], tiedWords: [String], terms: TextColumn) {
    self.settings = settings
    self.idf = idf
    self.tiedWords = tiedWords
    table = TermTable(terms)
  }

  /// The weights of some rows of a column, rows x vocabulary; terms outside the vocabulary do not count.
  public func transform(_ texts: TextColumn, rows: [Int]) -> SparseMatrix<Double> {
    var analyzer = TextAnalyzer(settings: settings)
    var counts = TermCounts()
    for row in rows {
      texts.withUTF8(row) { text in
        analyzer.forEachTerm(of: text) { term in
          if let column = table.find(term) { counts.add(column) }
        }
      }
      counts.endDocument()
    }
    return weights(of: counts) { $0 }
  }

  /// The weights of one text, 1 x vocabulary.
  public func transform(_ text: String) -> SparseMatrix<Double> {
    transform(TextColumn([text]), rows: [0])
  }

  /// Weights from counts; `column` gives the column of a counted term, or -1 for none.
  private func weights(of counts: TermCounts, column: (Int32) -> Int32) -> SparseMatrix<Double> {
    var rowStarts = [0]
    var columns: [Int32] = []
    var elements: [Double] = []
    rowStarts.reserveCapacity(counts.documentCount + 1)
    columns.reserveCapacity(counts.terms.count)
    elements.reserveCapacity(counts.terms.count)
    for document in 0..<counts.documentCount {
      var entries: [(column: Int32, count: Int32)] = []
      for index in counts.rowStarts[document]..<counts.rowStarts[document + 1] {
        let column = column(counts.terms[index])
        if column >= 0 { entries.append((column, counts.counts[index])) }
      }
      entries.sort { $0.column < $1.column }
      let weights = entries.map { Double($0.count) * idf[Int($0.column)] }
      let length = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
      columns.append(contentsOf: entries.lazy.map(\.column))
      elements.append(contentsOf: weights.lazy.map { $0 / length })
      rowStarts.append(columns.count)
    }
    return SparseMatrix(
      rows: counts.documentCount, columns: table.count, rowStarts: rowStarts,
      columnIndices: columns, elements: elements)
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
      idf: try container.decode([Double].self, forKey: .idf),
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
    try container.encode(idf, forKey: .idf)
    try container.encode(tiedWords, forKey: .tiedWords)
  }
}
