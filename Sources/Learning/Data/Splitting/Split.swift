import Randomness

/// A data set in up to three parts, cut as two calls of scikit-learn's `train_test_split` do it: first the test part
/// off the whole, then the validation part off the rest.
public struct Split: Sendable, Equatable, Codable {
  /// What was split, its gaps filled with what the training part says.
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
  /// - Throws: `SplitError` for a share, class or part that makes the cut impossible, or a column whose gaps cannot be
  ///   filled, and `CancellationError` soon after `isCancelled`, asked often, says so.
  public init(
    of dataset: Dataset, testShare: Double, validationShare: Double, stratify: Bool,
    seed: UInt32? = nil, drawing stream: inout RandomState, isCancelled: () -> Bool = { false }
  ) throws {
    if stratify, dataset.labels == nil { throw SplitError.noClasses }
    let rows = try Self.cut(
      dataset.rowCount, strata: stratify ? dataset.labels : nil, testShare: testShare,
      validationShare: validationShare, seed: seed, drawing: &stream, isCancelled: isCancelled)
    try self.init(
      of: dataset, trainRows: rows.train, validationRows: rows.validation, testRows: rows.test)
  }

  /// A split whose rows are known: numbers of rows that the data set has.
  ///
  /// - Throws: a column whose gaps cannot be filled, since it has no number in the training part.
  public init(
    of dataset: Dataset, trainRows: [Int], validationRows: [Int], testRows: [Int]
  ) throws(SplitError) {
    do throws(Imputation.EmptyColumn) {
      self.dataset = try dataset.imputed(from: trainRows)
    } catch {
      throw .noNumber(column: error.name, rule: error.rule)
    }
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
    do {
      if strata == nil {
        let testRows = try Cut.count(.test, share: testShare, of: rowCount)
        _ = try Cut.count(.validation, share: validationShare, of: rowCount - testRows)
      } else {
        var stream = RandomState(seed: 0)
        _ = try cut(
          rowCount, strata: strata, testShare: testShare, validationShare: validationShare,
          seed: nil, drawing: &stream, isCancelled: { false })
      }
      return nil
    } catch {
      return error as? SplitError
    }
  }

  private static func cut(
    _ rowCount: Int, strata: Labels?, testShare: Double, validationShare: Double, seed: UInt32?,
    drawing stream: inout RandomState, isCancelled: () -> Bool
  ) throws -> (train: [Int], validation: [Int], test: [Int]) {
    let cut = Cut(strata: strata)
    func cutting(
      _ part: Part, _ share: Double, off rows: [Int], _ stream: inout RandomState
    ) throws -> (kept: [Int], cutOff: [Int]) {
      guard let seed else {
        return try cut.cut(
          part, share: share, off: rows, drawing: &stream, isCancelled: isCancelled)
      }
      var fresh = RandomState(seed: seed)
      return try cut.cut(part, share: share, off: rows, drawing: &fresh, isCancelled: isCancelled)
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
