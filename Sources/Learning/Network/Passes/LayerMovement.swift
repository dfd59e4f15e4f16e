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

  /// Of a layer's changes, rounded up, and of the layer as it is now.
  private struct Movement: Sendable {
    let change: Norms
    let size: Norms

    init<Scalar: Real>(_ squares: PreviousParameters<Scalar>.Movement) {
      // The differences have been rounded.
      change = Norms(squares.changes, times: 1 + 1e-6)
      size = Norms(squares.sizes, times: 1)
    }
  }

  private let hidden: Movement
  private let output: Movement
  /// The relative error of the longest sums in the network.
  private let sumError: Double

  /// The movement of a pass, which becomes the previous one.
  init<Scalar: Real>(of pass: ForwardPass<Scalar>, since previous: PreviousParameters<Scalar>) {
    let layers = previous.follow(pass)
    hidden = Movement(layers[0])
    output = Movement(layers[1])
    // Some more for biases, activations and logarithms.
    let terms = pass.layers[0].inputs + pass.layers[0].outputs + 16
    sumError = Double(terms) * Double(Scalar.ulpOfOne)
  }

  /// How far the hidden activations can have moved, for features of some norm.
  func ofActivations(length: Double) -> Double {
    hidden.change.weights * length + hidden.change.biases
  }

  /// How far the difference of two logits can have moved, for hidden activations of a norm of up to `reach` that have moved
  /// by up to `shift`.
  func ofLogits(reach: Double, shift: Double) -> Double {
    2.0.squareRoot()
      * (output.size.weights * shift + output.change.weights * reach + output.change.biases)
  }

  /// How far the computed hidden activations can be from the true ones, for features of some norm.
  ///
  /// Source: Higham, "Accuracy and Stability of Numerical Algorithms" (2002), section 3.5: a product is off by no more than
  /// the relative error of its longest sum times the product of the absolute values.
  func errorOfActivations(length: Double) -> Double {
    sumError * (hidden.size.weights * length + hidden.size.biases)
  }

  /// How far the computed difference of two logits can be from the true one, for features of some norm.
  func errorOfLogits(length: Double) -> Double {
    2.0.squareRoot()
      * (2 * output.size.weights * errorOfActivations(length: length)
        + sumError * (output.size.biases + 1))
  }
}
