/// How far the parameters of a network with one hidden layer have moved, and how large they are now, in Frobenius norms.
struct LayerMovement: Sendable {
  /// The norms of weights and biases of one layer.
  struct Norms: Sendable {
    let weights: Double
    let biases: Double

    init<Scalar: Real>(_ squares: PreviousParameters<Scalar>.Squares, times factor: Double) {
      weights = squares.weights.squareRoot() * factor
      biases = squares.biases.squareRoot() * factor
    }
  }

  /// Of the changes of both layers, rounded up.
  private let changes: [Norms]
  /// Of both layers as they are now.
  private let sizes: [Norms]
  /// The relative error of the longest sums in the network.
  private let sumError: Double

  /// The movement of a pass, which becomes the previous one.
  init<Scalar: Real>(of pass: ForwardPass<Scalar>, since previous: PreviousParameters<Scalar>) {
    let layers = previous.follow(pass)
    // The differences have been rounded.
    changes = layers.map { Norms($0.changes, times: 1 + 1e-6) }
    sizes = layers.map { Norms($0.sizes, times: 1) }
    // Some more for biases, activations and logarithms.
    let terms = pass.layers[0].inputs + pass.layers[0].outputs + 16
    sumError = Double(terms) * Double(Scalar.ulpOfOne)
  }

  /// How far the hidden activations can have moved, for features of some norm.
  func ofActivations(length: Double) -> Double {
    changes[0].weights * length + changes[0].biases
  }

  /// How far the difference of two logits can have moved, for hidden activations of a norm of up to `reach` that have moved
  /// by up to `shift`.
  func ofLogits(reach: Double, shift: Double) -> Double {
    2.0.squareRoot() * (sizes[1].weights * shift + changes[1].weights * reach + changes[1].biases)
  }

  /// How far the computed hidden activations can be from the true ones, for features of some norm.
  ///
  /// Source: Higham, "Accuracy and Stability of Numerical Algorithms" (2002), section 3.5: a product is off by no more than
  /// the relative error of its longest sum times the product of the absolute values.
  func errorOfActivations(length: Double) -> Double {
    sumError * (sizes[0].weights * length + sizes[0].biases)
  }

  /// How far the computed difference of two logits can be from the true one, for features of some norm.
  func errorOfLogits(length: Double) -> Double {
    2.0.squareRoot()
      * (2 * sizes[1].weights * errorOfActivations(length: length)
        + sumError * (sizes[1].biases + 1))
  }
}
