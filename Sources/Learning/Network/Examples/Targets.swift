/// What the outputs of a network should be for classes, and what class they stand for.
enum Targets {
  /// Writes the targets of examples, count x outputs: 1 for an example's class and 0 for the others, or the class number
  /// itself where there is one output.
  static func write<Scalar: Real>(
    _ labels: some Sequence<Int>, outputs: Int, to targets: UnsafeMutablePointer<Scalar>
  ) {
    var row = targets
    for label in labels {
      if outputs == 1 {
        row[0] = Scalar(label)
      } else {
        row.update(repeating: 0, count: outputs)
        row[label] = 1
      }
      row += outputs
    }
  }

  /// The class that a row of outputs stands for: that of the largest output, the first of equal ones; a NaN counts as
  /// largest, as in NumPy's argmax. One output stands for class 1 where it is above 0.5.
  static func predictedClass<Scalar: Real>(_ row: UnsafePointer<Scalar>, outputs: Int) -> Int {
    if outputs == 1 { return row[0] > 0.5 ? 1 : 0 }
    var best = 0
    for index in 0..<outputs {
      if row[index].isNaN { return index }
      if row[index] > row[best] { best = index }
    }
    return best
  }
}
