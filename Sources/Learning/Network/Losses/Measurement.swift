/// How well a network does on examples: sums that are divided only at the end.
struct Measurement<Scalar: Real> {
  private(set) var lossSum = 0.0
  /// How many examples were taken for what they are; none where numbers are predicted.
  private(set) var rightCount = 0
  private let targets: Buffer<Scalar>
  private let loss: Loss?

  /// Runs the examples through the network. Without a loss, only right classes are counted. Nil if `isCancelled`, asked
  /// before every chunk of rows, says so.
  init?(
    _ pass: ForwardPass<Scalar>, on examples: LoadedExamples<Scalar>, loss: Loss?,
    targets: Buffer<Scalar>, isCancelled: () -> Bool
  ) {
    self.targets = targets
    self.loss = loss
    let outputs = pass.layers[pass.layers.count - 1].outputs
    let isComplete = pass.forEachChunk(
      of: examples.rows, count: examples.count, isCancelled: isCancelled
    ) { first, batch in
      add(pass.outputs, examples.truth, first..<first + batch.count, outputs: outputs)
    }
    if !isComplete { return nil }
  }

  /// Takes the outputs that a network has given for all examples, in the chunks of a pass: the same sums.
  init(of outputs: Matrix<Scalar>, _ truth: Truth<Scalar>, loss: Loss) {
    let chunk = ForwardPass<Scalar>.chunk
    targets = Buffer(count: chunk * outputs.columns, repeating: 0)
    self.loss = loss
    outputs.elements.withUnsafeBufferPointer { elements in
      guard let start = elements.baseAddress else { return }
      for first in stride(from: 0, to: outputs.rows, by: chunk) {
        add(
          start + first * outputs.columns, truth, first..<min(first + chunk, outputs.rows),
          outputs: outputs.columns)
      }
    }
  }

  private mutating func add(
    _ rows: UnsafePointer<Scalar>, _ truth: Truth<Scalar>, _ examples: Range<Int>, outputs: Int
  ) {
    if case .classes(let labels, _) = truth {
      var row = rows
      for label in labels[examples] {
        if Targets.predictedClass(row, outputs: outputs) == label { rightCount += 1 }
        row += outputs
      }
    }
    guard let loss else { return }
    truth.write(examples, outputs: outputs, to: targets.start)
    lossSum += loss.sum(
      outputs: rows, targets: targets.start, count: examples.count * outputs)
  }
}
