import Randomness

/// Dropout behind a layer: in training, each activation is left out with some probability, and the others are divided by
/// the probability of staying, so that nothing has to change afterwards.
///
/// Each layer draws from a stream of its own, a uniform number for each activation, row after row; those below the
/// probability are left out. Only the thread that trains uses it.
/// Source: Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting" (2014), in the inverted
/// form that PyTorch and Keras have.
final class DropoutMask<Scalar: Real>: @unchecked Sendable {
  /// What is handed to the next layer, capacity x units.
  let passed: Buffer<Scalar>
  /// For each activation 0 or one over the probability of staying, capacity x units.
  private let factors: Buffer<Scalar>
  private let share: Double
  private var stream: RandomState

  /// Dropout of a share, from 0 to below 1, of the activations.
  init(share: Double, seed: UInt32, count: Int) {
    precondition(share >= 0 && share < 1, "something stays")
    self.share = share
    stream = RandomState(seed: seed)
    passed = Buffer(count: count, repeating: 0)
    factors = Buffer(count: count, repeating: 0)
  }

  /// Draws which of the first `count` activations stay, and passes those on.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  func apply(to activations: UnsafePointer<Scalar>, count: Int) {
    let kept = Scalar(1 / (1 - share))
    for index in 0..<count {
      factors.start[index] = stream.uniform() < share ? 0 : kept
      passed.start[index] = activations[index] * factors.start[index]
    }
  }

  /// Multiplies `count` gradients with respect to what was passed on, from `start` on, by what was done to it.
  @specialized(where Scalar == Double)
  @specialized(where Scalar == Float)
  func carryBack(_ delta: UnsafeMutablePointer<Scalar>, from start: Int, count: Int) {
    for index in 0..<count { delta[index] *= factors.start[start + index] }
  }
}
