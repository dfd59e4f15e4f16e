/// What is known of the answers to some examples: a few numbers for each, in as little memory as may be, since all of them are
/// gone through after every epoch.
struct DraftedAnswers: Sendable {
  /// The norms of the examples' features, rounded up.
  private let lengths: Buffer<Double>
  /// How many of the features are not 0.
  private let terms: Buffer<Int32>
  /// How far the draft's largest logit leads the next, at least.
  private let leads: Buffer<Double>
  /// How large the norm of the draft's hidden activations is, at most.
  private let reaches: Buffer<Double>
  private let areRight: Buffer<Bool>

  /// Nothing is known of the answers to the first rows of a matrix.
  init<Scalar: Real>(to rows: SparseRows<Scalar>, count: Int) {
    lengths = Buffer(count: count, repeating: 0)
    terms = Buffer(count: count, repeating: 0)
    for row in 0..<count {
      let stored = rows.starts[row + 1] - rows.starts[row]
      terms.start[row] = Int32(stored)
      let squares = Scalar.kernels.sumOfSquares(rows.elements + rows.starts[row], stored)
      lengths.start[row] = squares.squareRoot() * DraftMovement.roundingUp
    }
    leads = Buffer(count: count, repeating: -.infinity)
    reaches = Buffer(count: count, repeating: .infinity)
    areRight = Buffer(count: count, repeating: false)
  }

  /// The greatest norm of an example's features.
  var greatestLength: Double { (0..<lengths.count).reduce(0) { max($0, lengths.start[$1]) } }

  /// How many answers are right.
  var rightCount: Int { (0..<areRight.count).reduce(0) { $0 + (areRight.start[$1] ? 1 : 0) } }

  /// Takes from the leads what the draft may have moved, and writes down the examples whose answer the network may not give as
  /// the draft did; how many they are. An estimate that is not a number settles nothing.
  func follow(_ movement: DraftMovement, unsettled: UnsafeMutablePointer<Int>) -> Int {
    let (lengths, terms) = (lengths.start, terms.start)
    let (leads, reaches) = (leads.start, reaches.start)
    var count = 0
    for index in 0..<areRight.count {
      let length = lengths[index]
      let shift = movement.ofActivations(length: length)
      let lead = leads[index] - movement.ofLogits(reach: reaches[index], shift: shift)
      leads[index] = lead
      reaches[index] += shift
      // Written in any case, and kept or not: which it will be no CPU can guess.
      unsettled[count] = index
      let isSettled = lead > movement.errorOfLogits(length: length, terms: terms[index])
      count &+= isSettled ? 0 : 1
    }
    return count
  }

  /// Sees what the draft's outputs have in a row for an example of a class; whether that settles its answer.
  func look(
    at index: Int, in outputs: DraftOutputs, row: Int, label: Int, _ movement: DraftMovement
  ) -> Bool {
    let (length, terms) = (lengths.start[index], terms.start[index])
    let error = movement.errorOfLogits(length: length, terms: terms)
    let (answer, lead) = outputs.answer(row)
    areRight.start[index] = answer == label
    leads.start[index] = lead - error
    reaches.start[index] =
      outputs.hiddenNorm(row) + movement.errorOfActivations(length: length, terms: terms)
    return leads.start[index] > error
  }

  /// Takes the network's own answer, which says nothing of the next one.
  func take(_ index: Int, isRight: Bool) {
    areRight.start[index] = isRight
    leads.start[index] = -.infinity
  }
}
