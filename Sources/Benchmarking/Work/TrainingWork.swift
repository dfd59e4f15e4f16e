import Learning
import Randomness
import Workers

/// Training one network, after a warm-up.
struct TrainingWork<Scalar: Real> {
  let task: TrainingTask
  let training: Examples<Scalar>
  var validation: Examples<Scalar>?
  /// What is left of the task's stream once the examples are drawn.
  var stream: RandomState
  let pool: WorkerPool

  /// The whole run with its records of every epoch; drawing the orders is part of it, drawing the weights is not.
  mutating func report() throws -> WorkReport {
    var shorter = task
    shorter.epochs = 1
    _ = try train(shorter, network: newNetwork(from: stream).network, drawing: stream)
    let (network, rest) = newNetwork(from: stream)
    let timed = try Stopwatch.time { try train(task, network: network, drawing: rest) }
    let last = timed.result.records.last?.trainLoss ?? .nan
    return WorkReport(seconds: timed.seconds, facts: ["final_loss": last])
  }

  private func newNetwork(
    from stream: RandomState
  ) -> (network: Network<Scalar>, rest: RandomState) {
    var stream = stream
    let network = Network<Scalar>(
      architecture: task.architecture, initialization: .he, drawing: &stream)
    return (network, stream)
  }

  private func train(
    _ task: TrainingTask, network: Network<Scalar>, drawing stream: RandomState
  ) throws -> History {
    let orders = EpochOrders(rows: training.count, epochs: task.epochs, from: stream)
    return try Training(
      network: network, training: training, validation: validation, settings: task.settings,
      orders: orders, pool: pool
    ).run().history
  }
}
