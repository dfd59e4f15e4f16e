import Learning
import Randomness
import Testing
import Workers

@Suite("Looking inside a run")
struct TrackingTests {
  private func run(
    hidden: [Activation] = [.sigmoid, .relu], isSparse: Bool = false, units: Int = 6,
    diagnostics: [any TrainingDiagnostic.Type], every: Int = 3, batchSize: Int = 10,
    rate: Double = 0.2, optimizer: any Optimizer = GradientDescent(), snapshots: Set<Int> = [],
    threads: Int = 1
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
      batchSize: batchSize, learningRate: rate, epochs: 5, reportedLoss: .categoricalCrossEntropy)
    settings.diagnostics = diagnostics
    settings.trackEvery = every
    settings.optimizer = optimizer
    settings.snapshotEpochs = snapshots
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

  /// With one batch an epoch, snapshots are the weights before and after each update.
  private func runOfWholeEpochs(_ optimizer: any Optimizer) throws -> (
    snapshots: [Network<Double>], numbers: [String: [[Double]]]
  ) {
    let history = try run(
      diagnostics: named("layer_gradients", "update_ratio", "weights"), every: 1, batchSize: 40,
      optimizer: optimizer, snapshots: Set(0...5)
    ).history
    try #require(history.snapshots.map(\.epoch) == [0, 1, 2, 3, 4, 5])
    return (history.snapshots.map(\.network), try #require(history.tracked).numbers)
  }

  private func norm(_ numbers: [Double]) -> Double {
    numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  @Test("measures what the update does", arguments: [false, true])
  func agreesWithTheUpdate(isAdam: Bool) throws {
    let (networks, numbers) = try runOfWholeEpochs(isAdam ? Adam() : GradientDescent())
    let ratios = try #require(numbers["update_ratio"])
    let gradients = try #require(numbers["weight_gradients"])
    let norms = try #require(numbers["weight_norm"])
    for layer in 0..<3 {
      for update in 0..<5 {
        let before = networks[update].weights[layer].elements
        let after = networks[update + 1].weights[layer].elements
        let step = norm(zip(before, after).map { $0 - $1 })
        #expect(step > 0)
        #expect(abs(ratios[layer][update] - step / norm(before)) < 1e-12)
        #expect(abs(norms[layer][update] - norm(after)) < 1e-12)
        // Plain descent steps along the gradient, as far as the rate says.
        #expect(isAdam || abs(step - 0.2 * gradients[layer][update]) < 1e-12)
      }
    }
  }

  @Test("measures the gradient before an optimizer makes a step of it")
  func gradientOfTheFirstUpdate() throws {
    let plain = try runOfWholeEpochs(GradientDescent()).numbers
    let adam = try runOfWholeEpochs(Adam()).numbers
    for quantity in ["weight_gradients", "bias_gradients"] {
      let expected = try #require(plain[quantity]).map { $0[0] }
      let found = try #require(adam[quantity]).map { $0[0] }
      #expect(expected.count == 3 && expected.allSatisfy { $0 > 0 })
      #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-12 })
    }
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
    // What has vanished nearly is spread as well, though one over the width of a bin is infinite.
    let tiny = [0, 0x1p-1030, 0x1p-1029].withUnsafeBufferPointer { TrackedHistogram(of: [$0]) }
    #expect(tiny.counts[0] == 1 && tiny.counts[TrackedHistogram.binCount / 2] == 1)
  }
}
