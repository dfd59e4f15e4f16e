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

// MARK: - Values

extension PredictedTargets {
  /// What evaluations of numbers have.
  static let values: [NamedValue<PartEvaluation>] = [
    .ofTargets("r2", "of numbers, R²: 1 if all are right, 0 for always giving their mean") {
      $0.scores.r2
    },
    .ofTargets("mean_squared_error", "the mean of the squared errors") {
      $0.scores.meanSquaredError
    },
    .ofTargets(
      "root_mean_squared_error",
      "its root, in the unit of the target; of several targets, the mean of the root of each"
    ) { $0.scores.rootMeanSquaredError },
    .ofTargets("mean_absolute_error", "the mean error, whatever its sign") {
      $0.scores.meanAbsoluteError
    },
    .ofTargets("predicted", "the number predicted for each example") { value(of: $0.predicted) }
      .known { $0.tellNumbers(of: $1.targets ?? [], besides: "true") },
    .ofTargets("true", "the number that is right for each example") { value(of: $0.truth) }
      .known { $0.tellNumbers(of: $1.targets ?? [], besides: "predicted") },
  ]

  /// The numbers of the only target, or a list of them for each of several.
  private static func value(of numbers: Matrix<Double>) -> Value {
    let columns = (0..<numbers.columns).map { Value.numbers(numbers.column($0)) }
    return columns.count == 1 ? columns[0] : .list(columns)
  }
}

extension NamedValue<PartEvaluation> {
  fileprivate static func ofTargets<Content: ValueConvertible>(
    _ name: String, _ help: String, _ content: @escaping @Sendable (PredictedTargets) -> Content
  ) -> Self {
    Self(name, help) { evaluation in
      if case .targets(let targets) = evaluation.findings { content(targets) } else { nil }
    }
    .exists(if: { $0.targets != nil }, else: lackOfTargets)
    .toldLast()
  }
}

extension Field {
  fileprivate mutating func tellNumbers(of targets: [String], besides counterpart: String) {
    let numbers = Shape.list(count: nil, of: .number)
    shape = targets.count == 1 ? numbers : .list(count: targets.count, of: numbers)
    title = targets.count == 1 ? "\(name) \(targets[0])" : "\(name) value"
    self.counterpart = counterpart
  }
}

extension ReferenceLine {
  /// Where predictions would lie that are all right.
  static let rightPredictions = ReferenceLine.identity(label: "predicted = true")
}
