import Execution

/// A network and the examples that it is put to, as the options of a block name them.
struct NetworkOnData {
  var network: Reference<NetworkModel>
  var data: Reference<ExampleSource>

  /// Whether the two fit together; nil where a mistake leaves one of them open.
  var fit: TrainingFit? {
    guard let examples = data.outline, let model = network.outline else { return nil }
    return TrainingFit(
      network: model, networkRange: network.range, data: examples, dataName: data.name,
      dataRange: data.range)
  }

  /// How much work training is; nil where too little is known.
  var forecast: TrainingForecast? {
    fit.flatMap { TrainingForecast(network: $0.network, data: $0.data) }
  }

  /// The values of both.
  ///
  /// - Throws: `BlockFailure` if they do not fit together, and `CancellationError` if the context is cancelled.
  func model(in context: Context) throws -> (NetworkModel, ExampleSource) {
    let source = try context.value(data)
    let model = try context.value(network)
    try TrainingFit.check(model, for: source, named: data.name, at: network.range)
    return (model, source)
  }
}
