/// What there is in pictures of one size.
public struct PictureDescription: Sendable, Equatable, Codable {
  /// The size of each.
  public let shape: PictureShape
  /// The least value of a pixel.
  public let least: Double
  /// The greatest value of a pixel.
  public let greatest: Double
  /// The mean of all pixels.
  public let mean: Double
  /// How many pixels have the same value in all pictures.
  public let constantCount: Int
  /// Per class, pixel by pixel, the mean of its pictures; zeros for a class without any.
  public let means: [[Double]]

  /// Describes the rows of a matrix, at least one, which are pictures.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled`, asked often, says so.
  init(
    of matrix: Matrix<Double>, shape: PictureShape, labels: Labels, isCancelled: () -> Bool
  ) throws(CancellationError) {
    self.shape = shape
    var extents = (0..<matrix.columns).map { Extent(first: matrix[0, $0]) }
    var sums = labels.classes.map { _ in [Double](repeating: 0, count: matrix.columns) }
    var pace = CancellationPace()
    for (row, label) in labels.indices.enumerated() {
      try pace.spend(matrix.columns, isCancelled: isCancelled)
      for column in extents.indices {
        extents[column].add(matrix[row, column])
        sums[label][column] += matrix[row, column]
      }
    }
    let count = Double(matrix.rows)
    least = extents.reduce(matrix[0, 0]) { min($0, $1.least) }
    greatest = extents.reduce(matrix[0, 0]) { max($0, $1.greatest) }
    mean = extents.map { $0.mean(of: count) }.mean
    constantCount = extents.count { $0.least == $0.greatest }
    means = zip(sums, labels.counts).map { sums, count in
      sums.map { $0 / Double(max(count, 1)) }
    }
  }
}
