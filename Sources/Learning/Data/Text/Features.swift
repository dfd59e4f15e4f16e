import Workers

/// The texts of a data set as weights of terms, part by part; the vocabulary comes from the training part only.
public struct Features: Sendable, Equatable, Codable {
  /// The vocabulary and its weights.
  public let vectorizer: TFIDFVectorizer
  /// What is to be learnt about each row of the whole data set.
  public let answers: Answers
  /// The texts that the rows are of, for those who show them; they belong to the data set and are not encoded.
  public var texts: TextColumn?
  /// How those who train on them keep them.
  public var storage = FeatureStorage.sparse
  @Packed private var trainRows: [Int]
  @Packed private var validationRows: [Int]
  @Packed private var testRows: [Int]
  private let train: SparseMatrix<Double>
  private let validation: SparseMatrix<Double>
  private let test: SparseMatrix<Double>

  /// Fits a vectoriser on the training part of a split and turns all parts into weights.
  ///
  /// - Parameters:
  ///   - texts: the column that the rows of the split refer to.
  ///   - pool: the threads that share the work; the result does not depend on their number.
  /// - Throws: `TFIDFError` when no term is left, and `CancellationError` if `isCancelled`, asked before every range of
  ///   texts, has said so.
  public init(
    of texts: TextColumn, in split: Split, settings: TFIDFSettings,
    pool: WorkerPool = WorkerPool(threads: 1), isCancelled: @Sendable () -> Bool = { false }
  ) throws {
    try self.init(
      of: texts, answers: split.dataset.answers, trainRows: split.trainRows,
      validationRows: split.validationRows, testRows: split.testRows, settings: settings,
      pool: pool, isCancelled: isCancelled)
  }

  /// Fits a vectoriser on all texts: they are the training part, and there is no other. It throws the same.
  public init(
    of texts: TextColumn, answers: Answers, settings: TFIDFSettings,
    pool: WorkerPool = WorkerPool(threads: 1), isCancelled: @Sendable () -> Bool = { false }
  ) throws {
    try self.init(
      of: texts, answers: answers, trainRows: Array(0..<texts.count), validationRows: [],
      testRows: [], settings: settings, pool: pool, isCancelled: isCancelled)
  }

  private enum CodingKeys: String, CodingKey {
    case vectorizer, answers, storage, trainRows, validationRows, testRows, train, validation, test
  }

  private init(
    of texts: TextColumn, answers: Answers, trainRows: [Int], validationRows: [Int],
    testRows: [Int], settings: TFIDFSettings, pool: WorkerPool, isCancelled: @Sendable () -> Bool
  ) throws {
    (vectorizer, train) = try TFIDFVectorizer.fit(
      on: texts, rows: trainRows, settings: settings, pool: pool, isCancelled: isCancelled)
    validation = try vectorizer.transform(
      texts, rows: validationRows, pool: pool, isCancelled: isCancelled)
    test = try vectorizer.transform(texts, rows: testRows, pool: pool, isCancelled: isCancelled)
    self.answers = answers
    self.trainRows = trainRows
    self.validationRows = validationRows
    self.testRows = testRows
  }

  /// The weights of a part, rows x vocabulary; no rows if there is no such part.
  public func matrix(of part: Part) -> SparseMatrix<Double> {
    switch part {
    case .train: train
    case .validation: validation
    case .test: test
    }
  }

  /// The same as the storage has it.
  public func stored(_ part: Part) -> FeatureMatrix<Double> {
    switch storage {
    case .sparse: .sparse(matrix(of: part))
    case .dense: .dense(matrix(of: part).withZeros)
    }
  }

  /// The row numbers of a part in the data set.
  public func rows(of part: Part) -> [Int] {
    switch part {
    case .train: trainRows
    case .validation: validationRows
    case .test: testRows
    }
  }

  /// What is right for a part's rows.
  public func truth(of part: Part) -> Truth<Double> {
    answers.truth(of: rows(of: part))
  }
}
