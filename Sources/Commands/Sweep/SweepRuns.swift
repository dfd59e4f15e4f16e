import Execution
import Learning
import Synchronization
import Workers

/// Trains the runs of a sweep, several at once, so that no thread is idle while others have their last runs to do.
///
/// A thread takes the run that has most left to do, and stays with it while there are many. When few are left, it puts the
/// run back after some epochs and takes again: then all runs come to their ends at about the same time.
final class SweepRuns: Sendable {
  /// A run that no thread is at.
  private struct Waiting: Sendable {
    let index: Int
    /// Nil before it has begun.
    var run: OngoingRun?
  }

  private struct State: Sendable {
    var waiting: [Waiting]
    var results: [Result<TrainedNetwork, any Error>?]
    var runsLeft: Int
    var epochsLeft: [Int]
    var workLeft: Double
  }

  /// In how many stretches a run is done.
  private static let stretches = 16

  private let prepared: [PreparedRun]
  /// How much there is to do in an epoch of each run.
  private let epochWork: [Double]
  /// How much there is to do in all epochs of all runs.
  private let totalWork: Double
  private let names: [String]
  private let optionsInNames: Set<String>
  private let trainer: Trainer
  private let context: Context
  private let state: Mutex<State>

  /// Runs that depend on what their names say and on the options of the sweep, apart from those that the names tell of.
  init(
    _ prepared: [PreparedRun], names: [String], optionsInNames: Set<String>, trainer: Trainer,
    context: Context
  ) {
    self.prepared = prepared
    self.names = names
    self.optionsInNames = optionsInNames
    self.trainer = trainer
    self.context = context
    epochWork = prepared.map(\.epochWork)
    totalWork = zip(prepared, epochWork).reduce(0) { $0 + Double($1.0.settings.epochs) * $1.1 }
    state = Mutex(
      State(
        waiting: prepared.indices.map { Waiting(index: $0) }, results: prepared.map { _ in nil },
        runsLeft: prepared.count, epochsLeft: prepared.map(\.settings.epochs),
        workLeft: totalWork))
  }

  /// Trains all runs, but those that an earlier sweep has left.
  func train() throws -> [TrainedNetwork] {
    context.pool.perform(min(prepared.count, context.pool.threads)) { _ in
      while let next = takeNext() { advance(next) }
    }
    return try state.withLock(\.results).compactMap { try $0?.get() }
  }

  private func takeNext() -> Waiting? {
    state.withLock { state in
      let left = state.waiting.map { Double(state.epochsLeft[$0.index]) * epochWork[$0.index] }
      return left.indices.max { left[$0] < left[$1] }.map { state.waiting.remove(at: $0) }
    }
  }

  /// Goes on with a run until it is over or another one's turn.
  private func advance(_ taken: Waiting) {
    let index = taken.index
    do {
      try context.checkCancellation()
      if taken.run == nil, let kept = part(index) { return end(index, with: .success(kept)) }
      var run = taken.run ?? trainer.begin(prepared[index], pool: context.pool)
      let epochs = max(1, prepared[index].settings.epochs / Self.stretches)
      repeat {
        try run.advance(epochs: epochs, isCancelled: context.isCancelled)
        if run.isOver { return end(index, with: .success(keep(run.trained, index))) }
      } while note(epochs, of: index)
      state.withLock { $0.waiting.append(Waiting(index: index, run: run)) }
    } catch {
      end(index, with: .failure(error))
    }
  }

  /// Notes that some epochs of a run are done, and says whether to stay with it.
  private func note(_ epochs: Int, of index: Int) -> Bool {
    state.withLock { state in
      finish(epochs, of: index, in: &state)
      tell(state)
      return state.runsLeft > 2 * context.pool.threads
    }
  }

  private func end(_ index: Int, with result: Result<TrainedNetwork, any Error>) {
    state.withLock { state in
      state.results[index] = result
      state.runsLeft -= 1
      finish(state.epochsLeft[index], of: index, in: &state)
      tell(state)
    }
  }

  private func finish(_ epochs: Int, of index: Int, in state: inout State) {
    state.epochsLeft[index] -= epochs
    state.workLeft -= Double(epochs) * epochWork[index]
  }

  /// Called with the state locked, so that nobody hears of less than before.
  private func tell(_ state: State) {
    context.tell(
      BlockProgress(
        done: prepared.count - state.runsLeft, of: prepared.count,
        share: 1 - state.workLeft / totalWork))
  }

  private func part(_ index: Int) -> TrainedNetwork? {
    context.part(TrainedNetwork.self, named: names[index], without: optionsInNames)
  }

  private func keep(_ trained: TrainedNetwork, _ index: Int) -> TrainedNetwork {
    context.keep(trained, named: names[index], without: optionsInNames)
    return trained
  }
}

extension PreparedRun {
  /// How much there is to do in an epoch. An update takes about as long as a few examples, beside its own.
  fileprivate var epochWork: Double {
    let updates = TrainingSettings.updatesPerEpoch(
      examples: training.count, batchSize: settings.batchSize)
    return Double(training.count + 8 * updates)
  }
}
