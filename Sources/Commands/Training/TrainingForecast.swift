import Execution
import Learning

/// How much work training is, from what the check knows.
struct TrainingForecast {
  /// The non-zero weights that a text has on average, where only the texts can tell.
  private static let wordsPerText = 60.0
  /// The words of a vocabulary, where only the texts can tell.
  private static let vocabularySize = 10_000

  /// Units per layer, inputs first.
  private let layers: [Double]
  /// The inputs of an example that are not zero.
  private let inputsInUse: Double
  private let bytesPerNumber: Double
  private let trainingRows: Double
  private let validationRows: Double

  /// Nil where too little is known.
  init?(network: NetworkModel.Outline, data: ExamplesOutline) {
    guard let outputs = network.outputs ?? data.targets?.count ?? data.classes?.count,
      let rows = data.rows[.train]
    else { return nil }
    let (inputs, isSparse) =
      switch data.columns {
      case .exactly(let columns): (network.inputs ?? columns, false)
      case .vocabulary(let columns, let storage):
        (network.inputs ?? columns ?? Self.vocabularySize, storage == .sparse)
      case .unknown, .text: (network.inputs ?? Self.vocabularySize, true)
      }
    layers = ([inputs] + network.hidden + [outputs]).map(Double.init)
    inputsInUse = isSparse ? min(Self.wordsPerText, layers[0]) : layers[0]
    bytesPerNumber = network.precision == .float32 ? 4 : 8
    trainingRows = Double(rows)
    validationRows = Double(data.rows[.validation] ?? 0)
  }

  /// One run, which keeps its network after some epochs.
  func run(
    batchSize: Int, epochs: Int, recordEvery: Int, optimizer: any Optimizer, snapshots: Int = 0
  ) -> Forecast {
    let records = Double(TrainingSettings.recordCount(epochs: epochs, every: recordEvery))
    let measuring = records * (trainingRows + validationRows) * (first + rest)
    return Forecast(
      multiplyAdds: Double(epochs) * trainingRows * workPerExample + measuring,
      bytes: bytes(batchSize: batchSize, optimizer: optimizer, snapshots: snapshots))
  }

  /// A run of some updates, which measures nothing but their batches, with its examples.
  func updates(_ count: Int, batchSize: Int, optimizer: any Optimizer) -> Forecast {
    let examples = Double(count) * min(Double(batchSize), trainingRows)
    return Forecast(
      multiplyAdds: examples * workPerExample,
      bytes: bytes(batchSize: batchSize, optimizer: optimizer, snapshots: 0) + exampleBytes)
  }

  /// The products of an example that the first layer's weights are in.
  private var first: Double { inputsInUse * layers[1] }

  /// Those that the weights of the other layers are in.
  private var rest: Double {
    zip(layers.dropFirst(), layers.dropFirst(2)).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Forward, the weights' gradient, and, but for the inputs, the gradient that is handed back.
  private var workPerExample: Double { 2 * first + 3 * rest }

  /// The network before a run, after it and in between, at so many epochs.
  func keptBytes(snapshots: Int) -> Double { Double(2 + snapshots) * weightBytes }

  /// What is kept, with the network at work, its gradient, what the optimizer remembers, and the activations of a batch, or
  /// of the up to 256 rows that losses are measured on at a time.
  private func bytes(batchSize: Int, optimizer: any Optimizer, snapshots: Int) -> Double {
    let networks = Double(2 + optimizer.memory)
    let rows = max(
      min(Double(batchSize), trainingRows), min(256, max(trainingRows, validationRows)))
    let activations = 2 * rows * layers.dropFirst().reduce(0, +) * bytesPerNumber
    return keptBytes(snapshots: snapshots) + networks * weightBytes + activations + orderBytes
  }

  /// A comparison of the gradient with differences of losses on some rows, at some entries of each layer's weights and
  /// biases. It is in doubles, and has the parameters and their gradient twice.
  func gradientCheck(rows: Int, entries: Int) -> Forecast {
    let counts = zip(layers, layers.dropFirst()).map { (weights: $0 * $1, biases: $1) }
    let most = Double(entries)
    let losses = counts.reduce(0) { $0 + 2 * (min(most, $1.weights) + min(most, $1.biases)) }
    let loss =
      min(Double(rows), trainingRows)
      * (inputsInUse * layers[1] + counts.dropFirst().reduce(0) { $0 + $1.weights })
    let parameters = counts.reduce(0) { $0 + $1.weights + $1.biases }
    // The gradient takes as long as some three losses.
    return Forecast(multiplyAdds: (losses + 3) * loss, bytes: 4 * 8 * parameters)
  }

  /// Memory of the examples, of which training makes a copy.
  var exampleBytes: Double {
    (trainingRows + validationRows) * inputsInUse * (inputsInUse < layers[0] ? 12 : 8)
  }

  private var weightBytes: Double {
    zip(layers, layers.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 } * bytesPerNumber
  }

  /// An epoch's order is drawn, and copied to where batches are taken from.
  private var orderBytes: Double { 16 * trainingRows }
}

extension NetworkModel.Outline {
  /// Drawing weights takes some ten operations for each.
  var forecast: Forecast? {
    guard let inputs, let outputs else { return nil }
    let layers = ([inputs] + hidden + [outputs]).map(Double.init)
    let parameters = zip(layers, layers.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
    return Forecast(
      multiplyAdds: 10 * parameters, bytes: parameters * (precision == .float32 ? 4 : 8))
  }
}
