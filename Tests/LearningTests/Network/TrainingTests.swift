import Learning
import Randomness
import Testing

@Suite("Training")
struct TrainingTests {
  private let architecture = Architecture(
    layers: [4, 5, 3], activations: [.relu, .softmax], loss: .categoricalCrossEntropy)

  @Test("records epoch 1, every n-th after it, and the last")
  func recordEvery() throws {
    var announced: [Int] = []
    let history = try training(epochs: 12, recordEvery: 4)
      .run(onRecord: { announced.append($0.epoch) }).history
    #expect(history.records.map(\.epoch) == [1, 5, 9, 12])
    #expect(announced == [1, 5, 9, 12])
  }

  @Test("gives the same weights however much of it is recorded or measured")
  func recordingChangesNothing() throws {
    let plain = try training(epochs: 6).run().network
    #expect(try training(epochs: 6, recordEvery: 3, tracksNorm: true).run().network == plain)
    let sparse = try training(epochs: 6, isSparse: true).run().network
    #expect(try training(epochs: 6, isSparse: true, tracksNorm: true).run().network == sparse)
  }

  @Test("of sparse rows differs from that of the same dense rows by rounding only")
  func sparseAndDense() throws {
    let (dense, denseHistory) = try training(epochs: 10, tracksNorm: true).run()
    let (sparse, sparseHistory) = try training(epochs: 10, isSparse: true, tracksNorm: true).run()
    for (dense, sparse) in zip(dense.weights, sparse.weights) {
      for (dense, sparse) in zip(dense.elements, sparse.elements) {
        #expect(abs(dense - sparse) <= 1e-12)
      }
    }
    for (dense, sparse) in zip(denseHistory.gradientNorm ?? [], sparseHistory.gradientNorm ?? []) {
      #expect(abs(dense - sparse) <= 1e-12)
    }
  }

  /// An epoch has three updates.
  @Test("ends after its last update, be it within an epoch", arguments: [1, 2, 3, 7])
  func mostUpdates(count: Int) throws {
    let whole = try training(epochs: 4, tracksNorm: true).run().history
    let history = try training(epochs: 4, tracksNorm: true, mostUpdates: count).run().history
    #expect(history.gradientNorm == whole.gradientNorm.map { Array($0.prefix(count)) })
    #expect(history.gradientNorm?.count == count)
    #expect(history.records == Array(whole.records.prefix(count / 3)))
    #expect(history.divergence == nil)
    #expect(try training(epochs: 4, tracksNorm: true, mostUpdates: 13).run().history == whole)
  }

  @Test("has one gradient norm for each update")
  func gradientNorms() throws {
    #expect(try training(epochs: 3, tracksNorm: true).run().history.gradientNorm?.count == 3 * 3)
    #expect(try training(epochs: 3).run().history.gradientNorm == nil)
  }

  @Test("takes a batch size beyond the number of examples as all of them")
  func hugeBatch() throws {
    let whole = try training(epochs: 3, batchSize: 25).run().network
    #expect(try training(epochs: 3, batchSize: .max).run().network == whole)
  }

  @Test("ends with an error when it is cancelled")
  func cancellation() {
    var questions = 0
    #expect(throws: CancellationError.self) {
      try training(epochs: 100).run(isCancelled: {
        questions += 1
        return questions > 7
      })
    }
    #expect(questions == 8)
  }

  /// An epoch has three batches; then the examples to train on are looked at, and those for validation.
  @Test("can be cancelled while it measures", arguments: [4, 5], [false, true])
  func cancelledMeasuring(question: Int, isSparse: Bool) {
    var (questions, records) = (0, 0)
    #expect(throws: CancellationError.self) {
      try training(epochs: 100, isSparse: isSparse).run(
        onRecord: { _ in records += 1 },
        isCancelled: {
          questions += 1
          return questions == question
        })
    }
    #expect(questions == question && records == 0)
  }

  @Test("on many copies of the same rows goes as on one of each")
  func largeBatch() throws {
    let single = try training(onCopies: 1).run().network
    let many = try training(onCopies: 5).run().network
    for (single, many) in zip(single.weights, many.weights) {
      for (single, many) in zip(single.elements, many.elements) {
        #expect(abs(single - many) <= 1e-12)
      }
    }
  }

  enum UpdateKind: CaseIterable {
    case dense, sparse, sparseWithAdam
  }

  /// 3000 rows are three stretches, between which there are two questions: of the sums, of what is carried back, and of the
  /// weights of each layer.
  @Test(
    "can be cancelled within the update of a large batch", arguments: 2...10, UpdateKind.allCases)
  func cancelledUpdate(question: Int, kind: UpdateKind) {
    var run = OngoingTraining(training(onCopies: 5, kind))
    var questions = 0
    #expect(throws: CancellationError.self) {
      try run.advance(
        epochs: 1,
        isCancelled: {
          questions += 1
          return questions == question
        })
    }
    let updates = run.result.history.updateLosses?.count
    #expect(questions == question && updates == (question < 10 ? 0 : 1))
  }

  @Test("in float32 stays near float64")
  func float32() throws {
    let double = try training(epochs: 10).run().history.records
    let single = try training(epochs: 10, Float.self).run().history.records
    for (double, single) in zip(double, single) {
      #expect(abs(double.trainLoss - single.trainLoss) < 1e-5)
      #expect(double.trainLoss != single.trainLoss)
    }
  }

  /// These bits are the promise that a lesson's numbers do not depend on the machine; they were taken from this code.
  @Test("has the same bits on every machine")
  func bits() throws {
    let double = try training(epochs: 20, isSparse: true, tracksNorm: true).run().history
    let single = try training(epochs: 20, Float.self).run().history
    #expect(double.records.last?.validationLoss?.bitPattern == 4_610_729_497_283_502_895)
    #expect(double.gradientNorm?.last?.bitPattern == 4_605_695_664_099_860_350)
    #expect(single.records.last?.validationLoss?.bitPattern == 4_610_729_497_250_986_291)
  }

  private func training<Scalar: Real>(
    epochs: Int, batchSize: Int = 10, recordEvery: Int = 1, _: Scalar.Type = Double.self,
    isSparse: Bool = false, tracksNorm: Bool = false, mostUpdates: Int? = nil
  ) -> Training<Scalar> {
    var stream = RandomState(seed: 9)
    let examples = examples(25, isSparse: isSparse, from: &stream).converted(to: Scalar.self)
    let validation = self.examples(8, isSparse: isSparse, from: &stream).converted(to: Scalar.self)
    let network = Network<Scalar>(architecture: architecture, initialization: .he, drawing: &stream)
    var settings = TrainingSettings(
      batchSize: batchSize, learningRate: 0.3, epochs: epochs, recordEvery: recordEvery,
      reportedLoss: .categoricalCrossEntropy, tracksGradientNorm: tracksNorm)
    settings.mostUpdates = mostUpdates
    return Training(
      network: network, training: examples, validation: validation, settings: settings,
      orders: EpochOrders(rows: 25, epochs: epochs, drawing: &stream))
  }

  /// Three updates with all of 600 rows, each of them there some times.
  private func training(onCopies copies: Int, _ kind: UpdateKind = .dense) -> Training<Double> {
    var stream = RandomState(seed: 9)
    let network = Network<Double>(architecture: architecture, initialization: .he, drawing: &stream)
    let matrix = Matrix(rows: 600, columns: 4, elements: (0..<2400).map { _ in stream.normal() })
    let labels = (0..<600).map { _ in stream.integer(below: 3) }
    let rows = (0..<600 * copies).map { $0 % 600 }
    var settings = TrainingSettings(
      batchSize: rows.count, learningRate: 0.3, epochs: 3, reportedLoss: .categoricalCrossEntropy)
    settings.tracksUpdateLoss = true
    if kind == .sparseWithAdam { settings.optimizer = Adam() }
    let copied = matrix.selecting(rows)
    return Training(
      network: network,
      training: Examples(
        features: kind == .dense ? .dense(copied) : .sparse(copied.compressed),
        labels: rows.map { labels[$0] }, classCount: 3),
      settings: settings, orders: EpochOrders(rows: rows.count, epochs: 3, drawing: &stream))
  }

  private func examples(
    _ rows: Int, isSparse: Bool, from stream: inout RandomState
  ) -> Examples<Double> {
    let matrix = Matrix(
      rows: rows, columns: 4,
      elements: (0..<rows * 4).map { _ in max(0, stream.normal()) })
    return Examples(
      features: isSparse ? .sparse(matrix.compressed) : .dense(matrix),
      labels: (0..<rows).map { _ in stream.integer(below: 3) }, classCount: 3)
  }
}
