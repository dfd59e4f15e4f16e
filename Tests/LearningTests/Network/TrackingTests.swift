import Learning
import Randomness
import Testing
import Workers

@Suite("Looking inside a run")
struct TrackingTests {
  private func run(
    hidden: [Activation] = [.sigmoid, .relu], isSparse: Bool = false, units: Int = 6,
    diagnostics: [any TrainingDiagnostic.Type], every: Int = 3, rate: Double = 0.2,
    optimizer: any Optimizer = GradientDescent(), threads: Int = 1
  ) throws -> (network: Network<Double>, history: History) {
    var stream = RandomState(seed: 8)
    let architecture = Architecture(
      layers: [5] + hidden.map { _ in units } + [3], activations: hidden + [.softmax],
      loss: .categoricalCrossEntropy)
    let matrix = Matrix(rows: 40, columns: 5, elements: (0..<200).map { _ in stream.normal() })
    let examples = Examples(
      features: isSparse ? .sparse(matrix.compressed) : .dense(matrix),
      labels: (0..<40).map { _ in stream.integer(below: 3) }, classCount: 3)
    let network = Network<Double>(
      architecture: architecture, initialization: .glorot, drawing: &stream)
    var settings = TrainingSettings(
      batchSize: 10, learningRate: rate, epochs: 5, reportedLoss: .categoricalCrossEntropy)
    settings.diagnostics = diagnostics
    settings.trackEvery = every
    settings.optimizer = optimizer
    return try Training(
      network: network, training: examples, settings: settings,
      orders: EpochOrders(rows: 40, epochs: 5, drawing: &stream),
      pool: WorkerPool(threads: threads)
    ).run()
  }

  private func named(_ names: String...) -> [any TrainingDiagnostic.Type] {
    TrainingDiagnostics.all.filter { names.contains($0.name) }
  }

  @Test("changes nothing about the run", arguments: [false, true], [6, 70])
  func changesNothing(isSparse: Bool, units: Int) throws {
    let alone = try run(isSparse: isSparse, units: units, diagnostics: [])
    let watched = try run(
      isSparse: isSparse, units: units, diagnostics: TrainingDiagnostics.all, threads: 2)
    #expect(watched.history.records == alone.history.records)
    #expect(watched.network == alone.network)
    #expect(alone.history.tracked == nil)
  }

  @Test("has a number for each layer at each of its updates")
  func shape() throws {
    let tracked = try #require(
      try run(diagnostics: TrainingDiagnostics.all).history.tracked)
    #expect(tracked.updates == [1, 4, 7, 10, 13, 16, 19])
    #expect(tracked.histogramUpdates == [1])
    for quantity in TrainingDiagnostics.quantities {
      if quantity.isHistogram {
        let layers = try #require(tracked.histograms[quantity.name])
        #expect(layers.map(\.count) == [1, 1, 1])
      } else {
        let layers = try #require(tracked.numbers[quantity.name])
        #expect(layers.map(\.count) == [7, 7, 7], "\(quantity.name)")
        #expect(!layers.joined().contains { !$0.isFinite }, "\(quantity.name)")
      }
    }
    let weights = try #require(tracked.histograms["weight_histograms"]?[1][0])
    let activations = try #require(tracked.histograms["activation_histograms"]?[0][0])
    #expect(weights.counts.reduce(0, +) == 36)
    #expect(activations.counts.reduce(0, +) == 60)
  }

  /// One update on one batch: the gradient is what the weights lost, and so is the update.
  @Test("measures what the update does", arguments: [false, true])
  func agreesWithTheUpdate(isAdam: Bool) throws {
    let optimizer: any Optimizer = isAdam ? Adam() : GradientDescent()
    let run = try run(
      diagnostics: named("layer_gradients", "update_ratio", "weights"), every: 1,
      optimizer: optimizer)
    let tracked = try #require(run.history.tracked)
    let ratios = try #require(tracked.numbers["update_ratio"])
    let gradients = try #require(tracked.numbers["weight_gradients"])
    let norms = try #require(tracked.numbers["weight_norm"])
    for layer in 0..<3 where !isAdam {
      for update in 1..<tracked.updates.count {
        let step = 0.2 * gradients[layer][update] / norms[layer][update - 1]
        #expect(abs(ratios[layer][update] - step) < 1e-12)
      }
    }
    let squares = run.network.weights[2].elements.reduce(0) { $0 + $1 * $1 }
    #expect(abs((norms[2].last ?? 0) - squares.squareRoot()) < 1e-12)
  }

  @Test("tells saturated and dead units")
  func saturation() throws {
    let calm = try run(diagnostics: named("activations"), rate: 1e-9)
    let wild = try run(diagnostics: named("activations"), rate: 300)
    #expect(calm.history.tracked?.numbers["saturated"]?[0].last == 0)
    let numbers = try #require(wild.history.tracked?.numbers)
    #expect((numbers["saturated"]?[0].last ?? 0) > 0.5)
    let relu = try #require(numbers["saturated"]?[1])
    #expect(relu.allSatisfy { $0 == 0 })
    #expect((numbers["dead"]?[1].max() ?? 0) > 0.3)
  }

  @Test("makes histograms of what is finite")
  func histograms() {
    let numbers: [Double] = [0, 1, .nan, 0.5, .infinity, 1, -1]
    let histogram = numbers.withUnsafeBufferPointer { TrackedHistogram(of: [$0]) }
    #expect(histogram.lower == -1 && histogram.upper == 1)
    #expect(histogram.counts.count == TrackedHistogram.binCount)
    #expect(histogram.counts.reduce(0, +) == 5)
    #expect(histogram.counts.last == 2 && histogram.counts.first == 1)
    let same = [2.0, 2].withUnsafeBufferPointer { TrackedHistogram(of: [$0]) }
    #expect(same.counts == [2] && same.lower == 2 && same.upper == 2)
    let nothing = [Double.nan].withUnsafeBufferPointer { TrackedHistogram(of: [$0]) }
    #expect(nothing.counts == [0] && nothing.lower == 0)
  }
}
