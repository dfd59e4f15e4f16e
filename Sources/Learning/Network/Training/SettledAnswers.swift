/// Counts the right answers of a network while it learns, time and again, and passes over the examples whose answer cannot
/// have changed. The others are looked at in float32, and only what is too close there is computed as the network does it.
///
/// The logits of a network with one hidden layer are z = V a + c, with a = f(W x + b). If f is 0 at 0 and nowhere steeper
/// than 1, then a moves by no more than e = |dW| |x| + |db| from one count to the next, and the difference between any two
/// logits by no more than √2 (|V| e + |dV| |a| + |dc|): the inequality of Cauchy and Schwarz, with Frobenius norms. An
/// example whose largest logit leads the next by more than all such movements since it was looked at, and by more than
/// rounding can hide, has kept its class. So the count is exact, whatever the estimates are.
///
/// Copies share what they know: a run has one.
///
/// While a network finds its way, most examples are looked at; later only those near the boundary between classes are.
struct SettledAnswers<Scalar: Real>: Sendable {
  private let answers: DraftedAnswers
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
    answers = DraftedAnswers(to: rows, count: count)
    draft = Draft(network, following: pass, on: rows, count: count, length: answers.greatestLength)
    unsettled = Buffer(count: count, repeating: 0)
  }

  /// How many of the examples, always the same ones, the network takes for what they are; nil if `isCancelled`, asked
  /// before every chunk of rows, says so, and then there is no next count.
  func rightCount(
    _ pass: ForwardPass<Scalar>, on rows: SparseRows<Scalar>, labels: [Int],
    isCancelled: () -> Bool
  ) -> Int? {
    let movement = draft.follow(pass)
    let unsettledCount = answers.follow(movement, unsettled: unsettled.start)
    guard
      let closeCount = look(
        at: unsettledCount, of: rows, labels: labels, movement, isCancelled: isCancelled),
      ask(pass, about: closeCount, of: rows, labels: labels, isCancelled: isCancelled)
    else { return nil }
    return answers.rightCount
  }

  /// Looks at so many examples in the draft, and says how many of them are too close; nil if it is cancelled meanwhile.
  private func look(
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
        let isSettled = answers.look(
          at: index, in: outputs, row: place - first, label: labels[index], movement)
        if isSettled { continue }
        unsettled.start[closeCount] = index
        closeCount += 1
      }
    }
    return isComplete ? closeCount : nil
  }

  /// Asks the network itself about so many examples, or returns false if it is cancelled meanwhile.
  private func ask(
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
        answers.take(index, isRight: answer == labels[index])
      }
    }
  }
}
