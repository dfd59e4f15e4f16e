/// What is known to be right for some examples, in their order.
public enum Truth<Scalar: Real>: Sendable, Equatable, Codable {
  /// The class number of each example, from 0, and how many classes there are; the examples need not have all.
  case classes([Int], count: Int)
  /// The numbers to be predicted, examples x outputs.
  case values(Matrix<Scalar>)

  /// The number of examples.
  public var count: Int {
    switch self {
    case .classes(let labels, _): labels.count
    case .values(let values): values.rows
    }
  }

  /// The class numbers; nil for numbers to be predicted.
  public var labels: [Int]? {
    if case .classes(let labels, _) = self { labels } else { nil }
  }

  /// The numbers to be predicted; nil for classes.
  public var values: Matrix<Scalar>? {
    if case .values(let values) = self { values } else { nil }
  }

  /// Whether a network of this shape has an output for everything that is to be said.
  func fits(_ architecture: Architecture) -> Bool {
    switch self {
    case .classes(_, let count): count <= architecture.classes
    case .values(let values): values.columns == architecture.outputs
    }
  }

  /// What is known of the first examples.
  func first(_ count: Int) -> Truth {
    switch self {
    case .classes(let labels, let classes): .classes(Array(labels.prefix(count)), count: classes)
    case .values(let values):
      .values(
        Matrix(
          rows: count, columns: values.columns,
          elements: Array(values.elements.prefix(count * values.columns))))
    }
  }

  /// The truth with its numbers rounded to another precision.
  func converted<Other: Real>(to precision: Other.Type) -> Truth<Other> {
    switch self {
    case .classes(let labels, let count): .classes(labels, count: count)
    case .values(let values): .values(values.converted(to: precision))
    }
  }

  /// Writes what the outputs for some examples should be, examples x outputs.
  func write(
    _ examples: some Sequence<Int>, outputs: Int, to targets: UnsafeMutablePointer<Scalar>
  ) {
    switch self {
    case .classes(let labels, _):
      Targets.write(examples.lazy.map { labels[$0] }, outputs: outputs, to: targets)
    case .values(let values):
      values.elements.withUnsafeBufferPointer { elements in
        var target = targets
        for example in examples {
          for column in 0..<outputs { target[column] = elements[example * outputs + column] }
          target += outputs
        }
      }
    }
  }
}
