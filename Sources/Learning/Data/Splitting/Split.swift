import Randomness

/// A data set in up to three parts, cut as two calls of scikit-learn's `train_test_split` do it: first the test part
/// off the whole, then the validation part off the rest.
public struct Split: Sendable, Equatable, Codable {
  /// What was split.
  public let dataset: Dataset
  /// Row numbers of the data set from 0, in the order in which they are trained on.
  @Packed public private(set) var trainRows: [Int]
  /// Row numbers of the validation part; empty if there is none.
  @Packed public private(set) var validationRows: [Int]
  /// Row numbers of the test part; empty if there is none.
  @Packed public private(set) var testRows: [Int]

  /// Splits a data set.
  ///
  /// - Parameters:
  ///   - testShare: of all rows, rounded up; 0 for no test part, which draws nothing.
  ///   - validationShare: of the rows that the test part leaves, likewise.
  ///   - stratify: whether each part is to have the classes in the proportions of the whole.
  ///   - seed: gives each cut a fresh stream of this seed; without one both draw from `stream`.
  /// - Throws: a share, class or part that makes the cut impossible.
  public init(
    of dataset: Dataset, testShare: Double, validationShare: Double, stratify: Bool,
    seed: UInt32? = nil, drawing stream: inout RandomState
  ) throws(SplitError) {
    if stratify, dataset.labels == nil { throw .noClasses }
    let rows = try Self.cut(
      dataset.rowCount, strata: stratify ? dataset.labels : nil, testShare: testShare,
      validationShare: validationShare, seed: seed, drawing: &stream)
    self.dataset = dataset
    trainRows = rows.train
    validationRows = rows.validation
    testRows = rows.test
  }

  /// A split whose rows are known: numbers of rows that the data set has.
  public init(
    of dataset: Dataset, trainRows: [Int], validationRows: [Int], testRows: [Int]
  ) {
    self.dataset = dataset
    self.trainRows = trainRows
    self.validationRows = validationRows
    self.testRows = testRows
  }

  /// Why rows cannot be cut as asked, found without any data set; nil if they can.
  ///
  /// - Parameter strata: the classes of the rows, if each part is to have them in the proportions of the whole.
  public static func problem(
    cutting rowCount: Int, strata: Labels?, testShare: Double, validationShare: Double
  ) -> SplitError? {
    var stream = RandomState(seed: 0)
    do {
      _ = try cut(
        rowCount, strata: strata, testShare: testShare, validationShare: validationShare,
        seed: nil, drawing: &stream)
      return nil
    } catch {
      return error
    }
  }

  private static func cut(
    _ rowCount: Int, strata: Labels?, testShare: Double, validationShare: Double, seed: UInt32?,
    drawing stream: inout RandomState
  ) throws(SplitError) -> (train: [Int], validation: [Int], test: [Int]) {
    let cut = Cut(strata: strata)
    func cutting(
      _ part: Part, _ share: Double, off rows: [Int], _ stream: inout RandomState
    ) throws(SplitError) -> (kept: [Int], cutOff: [Int]) {
      guard let seed else { return try cut.cut(part, share: share, off: rows, drawing: &stream) }
      var fresh = RandomState(seed: seed)
      return try cut.cut(part, share: share, off: rows, drawing: &fresh)
    }
    let first = try cutting(.test, testShare, off: Array(0..<rowCount), &stream)
    let second = try cutting(.validation, validationShare, off: first.kept, &stream)
    return (second.kept, second.cutOff, first.cutOff)
  }

  /// The rows of a part; empty if there is no such part.
  public func rows(of part: Part) -> [Int] {
    switch part {
    case .train: trainRows
    case .validation: validationRows
    case .test: testRows
    }
  }

  /// What is right for a part's rows.
  public func truth(of part: Part) -> Truth<Double> {
    dataset.answers.truth(of: rows(of: part))
  }
}
