import Learning
import Randomness
import Testing

/// Numbers of an independent implementation in NumPy: Tests/Reference/regression.py.
@Suite("Training on numbers to predict")
struct RegressionTests {
  struct Run: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let layers: [Int]
    let activations: [Activation]
    let rows, validationRows, batchSize, epochs: Int
    let learningRate: Double
    let seed: UInt32
    let trainLoss, validationLoss, predicted: [Double]
    let r2, meanSquaredError, rootMeanSquaredError, meanAbsoluteError: Double
    /// How the targets are scaled, if they are, and how they are drawn if not as usual.
    let scale: ScalingRule?
    let targetMean, targetDeviation: Double?

    var testDescription: String { name }

    /// Repeats the draws of the script: features and targets of both parts, weights, orders.
    func training<Scalar: Real>(as _: Scalar.Type) throws -> Training<Scalar> {
      var stream = RandomState(seed: seed)
      let training = try onScale(draw(rows, from: &stream))
      let validation = draw(validationRows, from: &stream)
      let network = Network<Scalar>(
        architecture: Architecture(
          layers: layers, activations: activations, loss: .meanSquaredError),
        initialization: .he, drawing: &stream)
      return Training(
        network: network, training: training.converted(to: Scalar.self),
        validation: validation.converted(to: Scalar.self),
        settings: TrainingSettings(
          batchSize: batchSize, learningRate: learningRate, epochs: epochs,
          reportedLoss: .meanSquaredError),
        orders: EpochOrders(rows: rows, epochs: epochs, drawing: &stream))
    }

    /// The scale of the targets that are trained on.
    var scaling: Scaling? {
      get throws {
        var stream = RandomState(seed: seed)
        return try scaling(of: draw(rows, from: &stream))
      }
    }

    private func scaling(of training: Examples<Double>) throws -> Scaling? {
      guard let values = training.truth.values else { return nil }
      let names = (0..<values.columns).map { "y\($0)" }
      return try Scaling(
        of: TargetColumns(names: names, values: values, scaling: scale),
        rows: Array(0..<values.rows))
    }

    private func onScale(_ training: Examples<Double>) throws -> Examples<Double> {
      guard let scaling = try scaling(of: training), let values = training.truth.values else {
        return training
      }
      return Examples(
        features: training.features, truth: .values(try scaling.applied(to: values)))
    }

    /// The validation examples, which the script draws after those to train on.
    var validation: Examples<Double> {
      var stream = RandomState(seed: seed)
      _ = draw(rows, from: &stream)
      return draw(validationRows, from: &stream)
    }

    private func draw(_ rows: Int, from stream: inout RandomState) -> Examples<Double> {
      let inputs = (0..<rows * layers[0]).map { _ in stream.normal() }
      let outputs = layers[layers.count - 1]
      let targets = (0..<rows * outputs).map { _ in
        stream.normal(mean: targetMean ?? 3, standardDeviation: targetDeviation ?? 2)
      }
      return Examples(
        features: .dense(Matrix(rows: rows, columns: layers[0], elements: inputs)),
        truth: .values(Matrix(rows: rows, columns: outputs, elements: targets)))
    }
  }

  private static func runs() throws -> [Run] { try FrozenCases<Run>.load("regression") }

  @Test func agreesWithNumPy() throws {
    for run in try Self.runs() {
      let (network, history) = try run.training(as: Double.self).run()
      expectClose(history.records.map(\.trainLoss), run.trainLoss, 1e-9, run.name)
      expectClose(history.records.compactMap(\.validationLoss), run.validationLoss, 1e-9, run.name)
      #expect(
        history.records.allSatisfy { $0.trainAccuracy == nil && $0.validationAccuracy == nil })
      let evaluation = try Evaluation(of: network, on: run.validation, loss: .meanSquaredError)
      expectClose(evaluation.predictions.outputs.elements, run.predicted, 1e-9, run.name)
      #expect(evaluation.accuracy == nil)
      let truth = try #require(run.validation.truth.values)
      let scores = RegressionScores(truth: truth, predicted: evaluation.predictions.outputs)
      expectClose(
        [
          scores.r2, scores.meanSquaredError, scores.rootMeanSquaredError,
          scores.meanAbsoluteError, evaluation.loss,
        ],
        [
          run.r2, run.meanSquaredError, run.rootMeanSquaredError, run.meanAbsoluteError,
          run.meanSquaredError,
        ], 1e-9, run.name)
    }
  }

  /// scikit-learn's TransformedTargetRegressor around that network.
  @Test func onScaledTargetsAgreesWithScikitLearn() throws {
    let runs = try FrozenCases<Run>.load("scaledtargets")
    #expect(Set(runs.map(\.scale)) == Set(ScalingRule.allCases))
    for run in runs {
      let (network, history) = try run.training(as: Double.self).run()
      expectClose(history.records.map(\.trainLoss), run.trainLoss, 1e-9, run.name)
      let outputs = try Predictions(of: network, for: run.validation.features).outputs
      let predicted = try #require(try run.scaling).undone(on: outputs)
      expectClose(predicted.elements, run.predicted, 1e-9, run.name, unit: 0)
      let truth = try #require(run.validation.truth.values)
      let scores = RegressionScores(truth: truth, predicted: predicted)
      expectClose(
        [
          scores.r2, scores.meanSquaredError, scores.rootMeanSquaredError, scores.meanAbsoluteError,
        ],
        [run.r2, run.meanSquaredError, run.rootMeanSquaredError, run.meanAbsoluteError], 1e-9,
        run.name, unit: 0)
    }
  }

  @Test func inSinglePrecisionStaysNear() throws {
    for run in try Self.runs() {
      let (_, history) = try run.training(as: Float.self).run()
      expectClose(history.records.map(\.trainLoss), run.trainLoss, 1e-4, run.name)
      expectClose(history.records.compactMap(\.validationLoss), run.validationLoss, 1e-4, run.name)
    }
  }

  private func expectClose(
    _ ours: [Double], _ theirs: [Double], _ tolerance: Double, _ name: String, unit: Double = 1
  ) {
    #expect(ours.count == theirs.count, "\(name)")
    for (ours, theirs) in zip(ours, theirs) {
      #expect(abs(ours - theirs) <= tolerance * max(unit, abs(theirs)), "\(name)")
    }
  }
}
