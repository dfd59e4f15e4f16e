import CKernels

/// Counts the right answers of a network while it learns, time and again, and passes over the examples whose answer cannot
/// have changed.
///
/// The logits of a network with one hidden layer are z = V a + c, with a = f(W x + b). If f is 0 at 0 and nowhere steeper
/// than 1, then a moves by no more than e = |dW| |x| + |db| from one count to the next, and the difference between any two
/// logits by no more than √2 (|V| e + |dV| |a| + |dc|): the inequality of Cauchy and Schwarz, with Frobenius norms. An
/// example whose largest logit leads the next by more than all such movements since it was looked at, and by more than
/// rounding can hide, has kept its class. So the count is exact, whatever the estimates are.
///
/// While a network finds its way, most examples are looked at; later only those near the boundary between classes are.
struct SettledAnswers<Scalar: Real>: Sendable {
  /// What is known of an example.
  fileprivate struct Answer: Sendable {
    var isRight = false
    /// How far the largest logit leads the next, at least.
    var lead = -Double.infinity
    /// How large the norm of the hidden activations is, at most.
    var reach = Double.infinity
    /// The norm of the example's features.
    let length: Double
  }

  private var answers: [Answer]
  private let previous: PreviousParameters<Scalar>
  /// The numbers of the examples to look at.
  private let unsettled: Buffer<Int>

  /// A count for a network with one hidden layer that the estimate holds for, softmax and sparse rows; nil for others, whose
  /// examples are as quickly looked at.
  init?(_ pass: ForwardPass<Scalar>, _ rows: FeatureRows<Scalar>, count: Int) {
    guard case .sparse(let rows) = rows, pass.layers.count == 2,
      pass.layers[0].activation.isContraction, pass.layers[1].activation == .softmax
    else { return nil }
    answers = (0..<count).map { Answer(length: rows.sumOfSquares(ofRow: $0).squareRoot()) }
    previous = PreviousParameters(pass)
    unsettled = Buffer(count: count, repeating: 0)
  }

  /// How many of the examples, always the same ones, the network takes for what they are; nil if `isCancelled`, asked
  /// before every chunk of rows, says so, and then there is no next count.
  mutating func rightCount(
    _ pass: ForwardPass<Scalar>, on rows: SparseRows<Scalar>, labels: [Int],
    isCancelled: () -> Bool
  ) -> Int? {
    let movement = LayerMovement(of: pass, since: previous)
    var count = 0
    for index in answers.indices {
      answers[index].follow(movement)
      // An estimate that is not a number settles nothing.
      if answers[index].lead > movement.errorOfLogits(length: answers[index].length) { continue }
      unsettled.start[count] = index
      count += 1
    }
    let isComplete = pass.forEachChunk(
      of: rows, selected: unsettled.start, count: count, isCancelled: isCancelled
    ) { first, batch in
      let outputs = ChunkOutputs(pass)
      for place in 0..<batch.count {
        let index = unsettled.start[first + place]
        answers[index].look(at: outputs, row: place, label: labels[index], movement)
      }
    }
    return isComplete ? answers.count { $0.isRight } : nil
  }
}

extension SettledAnswers.Answer {
  /// Takes from the lead what the network may have moved.
  fileprivate mutating func follow(_ movement: LayerMovement) {
    let shift = movement.ofActivations(length: length)
    lead -= movement.ofLogits(reach: reach, shift: shift)
    reach += shift
  }

  /// Sees the outputs for the example, which are a row of those of a chunk.
  fileprivate mutating func look(
    at outputs: ChunkOutputs<Scalar>, row: Int, label: Int, _ movement: LayerMovement
  ) {
    let (answer, lead) = outputs.answer(row)
    isRight = answer == label
    self.lead = lead - movement.errorOfLogits(length: length)
    reach = outputs.hiddenNorm(row) + movement.errorOfActivations(length: length)
  }
}

/// What a pass of two layers has made of a chunk of examples.
private struct ChunkOutputs<Scalar: Real> {
  private let shares: UnsafePointer<Scalar>
  private let classes: Int
  private let hidden: [(activations: UnsafePointer<Scalar>, units: Int)]

  init(_ pass: ForwardPass<Scalar>) {
    shares = UnsafePointer(pass.outputs)
    classes = pass.layers[1].outputs
    hidden = pass.layers[0].blocks.map { (UnsafePointer($0.activations.start), $0.count) }
  }

  /// The class of a row, and by how much its logit is ahead of the next at least: shares too small to be told from 0 are
  /// taken for larger ones.
  func answer(_ row: Int) -> (class: Int, lead: Double) {
    let shares = shares + row * classes
    let answer = Targets.predictedClass(shares, outputs: classes)
    var next = Scalar.leastNormalMagnitude
    for index in 0..<classes where index != answer { next = max(next, shares[index]) }
    return (answer, lectern_log(Double(shares[answer]) / Double(next)))
  }

  /// The norm of a row's hidden activations.
  func hiddenNorm(_ row: Int) -> Double {
    hidden.reduce(0) { sum, block in
      sum + Scalar.kernels.sumOfSquares(block.activations + row * block.units, block.units)
    }.squareRoot()
  }
}

extension SparseRows {
  fileprivate func sumOfSquares(ofRow row: Int) -> Double {
    Scalar.kernels.sumOfSquares(elements + starts[row], starts[row + 1] - starts[row])
  }
}
