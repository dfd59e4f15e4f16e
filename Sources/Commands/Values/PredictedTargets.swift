import Execution
import Learning

/// Predicted numbers beside the true ones.
struct PredictedTargets: Sendable, Codable {
  /// The names of the targets.
  var names: [String]
  /// Examples x targets.
  var truth: Matrix<Double>
  /// The same for what the network says.
  var predicted: Matrix<Double>

  /// What a network says about a part of its data, which have targets, in their own units.
  init(_ predictions: Predictions, of part: Part, in source: ExampleSource) {
    guard let targets = source.answers.targets else { preconditionFailure("there are targets") }
    names = targets.names
    truth = targets.values.selecting(source.rows(of: part))
    predicted = source.inOwnUnits(predictions.outputs)
  }

  var scores: RegressionScores { RegressionScores(truth: truth, predicted: predicted) }

  /// What evaluations of numbers have, for `targets` of these names.
  static func fields(_ targets: [String]) -> [Field] {
    let scores = ["r2", "mean_squared_error", "root_mean_squared_error", "mean_absolute_error"]
    let numbers = Shape.list(count: nil, of: .number)
    let shape = targets.count == 1 ? numbers : .list(count: targets.count, of: numbers)
    return scores.map { Field($0, .number) } + [
      field("predicted", shape, of: targets, counterpart: "true"),
      field("true", shape, of: targets, counterpart: "predicted"),
    ]
  }

  private static func field(
    _ name: String, _ shape: Shape, of targets: [String], counterpart: String
  ) -> Field {
    let title = targets.count == 1 ? "\(name) \(targets[0])" : "\(name) value"
    var field = Field(name, shape, title: title)
    field.counterpart = counterpart
    return field
  }

  var members: [Value.Member] {
    let scores = scores
    return [
      .init("r2", .number(scores.r2)),
      .init("mean_squared_error", .number(scores.meanSquaredError)),
      .init("root_mean_squared_error", .number(scores.rootMeanSquaredError)),
      .init("mean_absolute_error", .number(scores.meanAbsoluteError)),
      .init("predicted", Self.value(of: predicted)), .init("true", Self.value(of: truth)),
    ]
  }

  /// The numbers of the only target, or a list of them for each of several.
  private static func value(of numbers: Matrix<Double>) -> Value {
    let columns = (0..<numbers.columns).map { Value.numbers(numbers.column($0)) }
    return columns.count == 1 ? columns[0] : .list(columns)
  }

  /// The scores, and the predicted numbers over the true ones.
  func display(of part: Part) -> [Output] {
    let scores = scores
    let rows = [
      ("R²", scores.r2), ("mean squared error", scores.meanSquaredError),
      ("root mean squared error", scores.rootMeanSquaredError),
      ("mean absolute error", scores.meanAbsoluteError),
    ]
    let table = Table(
      columns: [.init("score"), .init("\(part.rawValue) part", .end)],
      rows: rows.map { [$0, significantDigits($1, 4)] })
    return [.table(table), .figure(figure(of: part))]
  }

  private func figure(of part: Part) -> Figure {
    let series = names.indices.map { column in
      Series(
        label: names.count == 1 ? "predicted \(names[0])" : names[column], x: truth.column(column),
        y: predicted.column(column),
        color: .category(column))
    }
    let name = names.count == 1 ? names[0] : "value"
    return Figure(
      title: "Predicted against true \(name), \(part.rawValue) part", x: Axis("true \(name)"),
      y: Axis("predicted \(name)"), layers: [.series(series, by: .points)],
      references: [.rightPredictions])
  }
}

extension ReferenceLine {
  /// Where predictions would lie that are all right.
  static let rightPredictions = ReferenceLine.identity(label: "predicted = true")
}
