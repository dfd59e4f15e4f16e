import CKernels

/// Rates that grow by the same factor at every update, from the first to the last of a learning rate range test. It is no
/// rule to choose: the test has a block of its own.
///
/// Source: Smith, "Cyclical Learning Rates for Training Neural Networks" (2017).
public struct RangeSchedule: Schedule {
  private let logarithm: Double
  private let updates: Int

  /// Rates from `from` to `to` in so many updates, of which there are at least two; the run's own rate is `from`.
  public init(from: Double, to: Double, updates: Int) {
    precondition(from > 0 && to > from && updates >= 2, "rates grow")
    logarithm = lectern_log(to / from)
    self.updates = updates
  }

  /// The factor of an update.
  public func factor(at moment: TrainingMoment) -> Double {
    lectern_exp(logarithm * Double(moment.update) / Double(updates - 1))
  }
}
