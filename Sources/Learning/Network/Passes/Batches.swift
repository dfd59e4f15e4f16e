/// The batches of an epoch, in its order.
struct Batches<Scalar: Real>: Sendable {
  /// How many examples a batch has; the last one of an epoch may have fewer.
  private let size: Int
  /// The numbers of the examples.
  private let order: Buffer<Int>
  /// A batch of dense rows, copied together.
  private let gathered: Buffer<Scalar>

  init(of examples: LoadedExamples<Scalar>, size: Int) {
    self.size = size
    order = Buffer(count: examples.count, repeating: 0)
    gathered =
      switch examples.rows {
      case .sparse: Buffer(count: 0, repeating: 0)
      case .dense(_, let columns): Buffer(count: size * columns, repeating: 0)
      }
  }

  /// Takes the order of an epoch, which names every example once.
  func beginEpoch(in order: [Int]) {
    self.order.fill(with: order)
  }

  /// The batch that begins at a place of the order: dense rows are copied, sparse ones read in place.
  func batch(of examples: LoadedExamples<Scalar>, from first: Int) -> Batch<Scalar> {
    let selected = order.start + first
    let count = min(size, examples.count - first)
    switch examples.rows {
    case .sparse(let rows):
      return Batch(inputs: .sparse(rows, selected: selected), count: count)
    case .dense(let elements, let columns):
      for index in 0..<count {
        (gathered.start + index * columns).update(
          from: elements + selected[index] * columns, count: columns)
      }
      return Batch(inputs: .dense(gathered.start), count: count)
    }
  }

  /// The numbers of a batch's examples, where it begins at a place of the order.
  func rows(of batch: Batch<Scalar>, from first: Int) -> UnsafeBufferPointer<Int> {
    UnsafeBufferPointer(start: order.start + first, count: batch.count)
  }
}
