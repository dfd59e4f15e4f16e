/// What a draft has made of a chunk of examples.
struct DraftOutputs {
  private let logits: UnsafePointer<Float>
  private let classes: Int
  private let hidden: [(activations: UnsafePointer<Float>, units: Int)]

  /// The outputs for the last batch of a draft with one hidden layer.
  init(_ pass: ForwardPass<Float>) {
    logits = UnsafePointer(pass.outputs)
    classes = pass.layers[1].outputs
    hidden = pass.layers[0].blocks.map { (UnsafePointer($0.activations.start), $0.count) }
  }

  /// The class of a row, and by how much its logit is ahead of the next.
  func answer(_ row: Int) -> (class: Int, lead: Double) {
    let logits = logits + row * classes
    let answer = Targets.predictedClass(logits, outputs: classes)
    var next = -Float.infinity
    for index in 0..<classes where index != answer { next = max(next, logits[index]) }
    return (answer, Double(logits[answer]) - Double(next))
  }

  /// The norm of a row's hidden activations.
  func hiddenNorm(_ row: Int) -> Double {
    hidden.reduce(0) { sum, block in
      sum + Float.kernels.sumOfSquares(block.activations + row * block.units, block.units)
    }.squareRoot()
  }
}
