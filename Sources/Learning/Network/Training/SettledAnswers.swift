/// Counts the right answers of a network while it learns, time and again, and passes over the examples whose answer cannot
/// have changed. The others are looked at in float32, and only what is too close there is computed as the network does it.
///
/// The logits of a network with one hidden layer are z = V a + c, with a = f(W x + b). If f is 0 at 0 and nowhere steeper
/// than 1, then a moves by no more than e = |dW| |x| + |db| from one count to the next, and the difference between any two
/// logits by no more than √2 (|V| e + |dV| |a| + |dc|): the inequality of Cauchy and Schwarz, with Frobenius norms. An
/// example whose largest logit leads the next by more than all such movements since it was looked at, and by more than
/// rounding can hide, has kept its class. So the count is exact, whatever the estimates are.
///
/// While a network finds its way, most examples are looked at; later only those near the boundary between classes are.
struct SettledAnswers<Scalar: Real>: Sendable {
  private var answers: [DraftedAnswer]
  private let draft: Draft<Scalar>
  /// The numbers of the examples to look at.
  private let unsettled: Buffer<Int>

  /// A count for a network at the start of its pass, with one hidden layer that the estimate holds for, softmax and sparse
  /// rows; nil for others, whose examples are as quickly looked at.
  init?(
    _ network: Network<Scalar>, _ pass: ForwardPass<Scalar>, on rows: FeatureRows<Scalar>,
    count: Int
  ) {
    guard case .sparse(let rows) = rows, pass.layers.count == 2,
      pass.layers[0].activation.isContraction, pass.layers[1].activation == .softmax,
      pass.layers[1].outputs > 1
    else { return nil }
    answers = (0..<count).map { DraftedAnswer(size: RowSize(ofRow: $0, in: rows)) }
    draft = Draft(network, following: pass, on: rows, count: count)
    unsettled = Buffer(count: count, repeating: 0)
  }

  /// How many of the examples, always the same ones, the network takes for what they are; nil if `isCancelled`, asked
  /// before every chunk of rows, says so, and then there is no next count.
  mutating func rightCount(
    _ pass: ForwardPass<Scalar>, on rows: SparseRows<Scalar>, labels: [Int],
    isCancelled: () -> Bool
  ) -> Int? {
    let movement = draft.follow(pass)
    let unsettledCount = follow(movement)
    guard
      let closeCount = look(
        at: unsettledCount, of: rows, labels: labels, movement, isCancelled: isCancelled),
      ask(pass, about: closeCount, of: rows, labels: labels, isCancelled: isCancelled)
    else { return nil }
    return answers.count { $0.isRight }
  }

  /// Takes a movement of the draft from what is known, and says how many examples are to be looked at.
  private mutating func follow(_ movement: DraftMovement) -> Int {
    var count = 0
    for index in answers.indices {
      answers[index].follow(movement)
      count = keep(index, after: count, unless: movement)
    }
    return count
  }

  /// Looks at so many examples in the draft, and says how many of them are too close; nil if it is cancelled meanwhile.
  private mutating func look(
    at count: Int, of rows: SparseRows<Scalar>, labels: [Int], _ movement: DraftMovement,
    isCancelled: () -> Bool
  ) -> Int? {
    var closeCount = 0
    let isComplete = draft.pass.forEachChunk(
      of: draft.rows(rows), selected: unsettled.start, count: count, isCancelled: isCancelled
    ) { first, batch in
      let outputs = DraftOutputs(draft.pass)
      for place in first..<first + batch.count {
        let index = unsettled.start[place]
        answers[index].look(at: outputs, row: place - first, label: labels[index], movement)
        closeCount = keep(index, after: closeCount, unless: movement)
      }
    }
    return isComplete ? closeCount : nil
  }

  /// Asks the network itself about so many examples, or returns false if it is cancelled meanwhile.
  private mutating func ask(
    _ pass: ForwardPass<Scalar>, about count: Int, of rows: SparseRows<Scalar>, labels: [Int],
    isCancelled: () -> Bool
  ) -> Bool {
    let classes = pass.layers[1].outputs
    return pass.forEachChunk(
      of: rows, selected: unsettled.start, count: count, isCancelled: isCancelled
    ) { first, batch in
      for place in 0..<batch.count {
        let index = unsettled.start[first + place]
        let answer = Targets.predictedClass(pass.outputs + place * classes, outputs: classes)
        answers[index].take(isRight: answer == labels[index])
      }
    }
  }

  /// Puts an example after so many others to look at, unless it is settled; how many they are then.
  private func keep(_ index: Int, after count: Int, unless movement: DraftMovement) -> Int {
    if answers[index].isSettled(movement) { return count }
    unsettled.start[count] = index
    return count + 1
  }
}

/// What is known of an example's answer.
private struct DraftedAnswer: Sendable {
  private(set) var isRight = false
  /// How far the draft's largest logit leads the next, at least.
  private var lead = -Double.infinity
  /// How large the norm of the draft's hidden activations is, at most.
  private var reach = Double.infinity
  private let size: RowSize

  init(size: RowSize) { self.size = size }

  /// Whether the network is sure to answer as the draft did. An estimate that is not a number settles nothing.
  func isSettled(_ movement: DraftMovement) -> Bool { lead > movement.errorOfLogits(size) }

  /// Takes from the lead what the draft may have moved.
  mutating func follow(_ movement: DraftMovement) {
    let shift = movement.ofActivations(size)
    lead -= movement.ofLogits(reach: reach, shift: shift)
    reach += shift
  }

  /// Sees the draft's outputs for the example.
  mutating func look(at outputs: DraftOutputs, row: Int, label: Int, _ movement: DraftMovement) {
    let (answer, lead) = outputs.answer(row)
    isRight = answer == label
    self.lead = lead - movement.errorOfLogits(size)
    reach = outputs.hiddenNorm(row) + movement.errorOfActivations(size)
  }

  /// Takes the network's own answer, which says nothing of the next one.
  mutating func take(isRight: Bool) {
    self.isRight = isRight
    lead = -.infinity
  }
}

/// What a draft has made of a chunk of examples.
private struct DraftOutputs {
  private let logits: UnsafePointer<Float>
  private let classes: Int
  private let hidden: [(activations: UnsafePointer<Float>, units: Int)]

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
