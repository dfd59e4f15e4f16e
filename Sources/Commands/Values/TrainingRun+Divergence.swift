import Execution
import Learning

extension TrainingRun {
  /// What to know of answers that the run's network gives: that the run diverged; nil if it did not.
  ///
  /// - Parameter name: what the lesson calls the run.
  func noteOnDivergence(named name: String) -> Note? {
    guard let divergence = history.divergence else { return nil }
    return Note(.warning, "'\(name)' diverged \(divergence.time): \(stateOfNetwork).")
  }

  /// What its network is worth after it has diverged.
  private var stateOfNetwork: String {
    guard keepsBest, let best = history.bestEpoch else {
      return "what its network says means nothing"
    }
    return "its network is that of epoch \(best), which was kept"
  }
}

extension Divergence {
  fileprivate var time: String {
    update == 0 ? "before training" : "at update \(update) (epoch \(epoch))"
  }
}
