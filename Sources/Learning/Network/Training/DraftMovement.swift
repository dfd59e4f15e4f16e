/// How far the parameters of a draft with one hidden layer have moved, and how large they are now, in Frobenius norms.
///
/// An example's `length` is the norm of its features, rounded up; `terms` are those of its features that are not 0.
struct DraftMovement: Sendable {
  /// What covers the rounding of a norm, many times over.
  static let roundingUp = 1 + 1e-6

  /// Sums of squares over a layer.
  struct Layer: Sendable {
    /// Over what its parameters have changed by.
    var change = ParameterSquares()
    /// Over its parameters as they are now.
    var size = ParameterSquares()

    static func += (sum: inout Layer, part: Layer) {
      sum.change += part.change
      sum.size += part.size
    }
  }

  /// The norms of weights and biases, rounded up.
  private struct Norms: Sendable {
    let weights: Double
    let biases: Double

    init(_ squares: ParameterSquares) {
      weights = squares.weights.squareRoot() * DraftMovement.roundingUp
      biases = squares.biases.squareRoot() * DraftMovement.roundingUp
    }
  }

  private let hiddenChange: Norms
  private let hiddenSize: Norms
  private let outputChange: Norms
  private let outputSize: Norms
  /// Some more terms than those that sums over an example have for its features: for biases, activations and the rounding
  /// of parameters and features.
  private let otherTerms: Double
  /// What a term adds to the relative error of a sum; infinite where a sum may be larger than the draft's numbers can be,
  /// whatever else the draft then makes of it.
  private let errorOfTerm: Double

  /// The movement of the two layers, the first of which has some `units`; no example has a greater `length`.
  init(hidden: Layer, output: Layer, units: Int, length: Double) {
    hiddenChange = Norms(hidden.change)
    hiddenSize = Norms(hidden.size)
    outputChange = Norms(output.change)
    outputSize = Norms(output.size)
    otherTerms = Double(units + 16)
    let activations = hiddenSize.weights * length + hiddenSize.biases
    let logits = outputSize.weights * activations + outputSize.biases
    // Half of what float32 can hold: the other half is for rounding.
    let greatestSum = Double(Float.greatestFiniteMagnitude) / 2
    let isHeld = activations < greatestSum && logits < greatestSum
    errorOfTerm = isHeld ? Double(Float.ulpOfOne) : .infinity
  }

  /// How far the hidden activations of an example can have moved.
  func ofActivations(length: Double) -> Double {
    hiddenChange.weights * length + hiddenChange.biases
  }

  /// How far the difference of two logits can have moved, for hidden activations of a norm of up to `reach` that have moved
  /// by up to `shift`.
  func ofLogits(reach: Double, shift: Double) -> Double {
    2.0.squareRoot()
      * (outputSize.weights * shift + outputChange.weights * reach + outputChange.biases)
  }

  /// How far an example's hidden activations, computed by the draft or by its network, can be from those that the draft's
  /// parameters make without any rounding.
  ///
  /// Source: Higham, "Accuracy and Stability of Numerical Algorithms" (2002), section 3.5: a product is off by no more than
  /// the relative error of its longest sum times the product of the absolute values.
  func errorOfActivations(length: Double, terms: Int32) -> Double {
    sumError(terms) * (hiddenSize.weights * length + hiddenSize.biases)
  }

  /// The same of the difference of two logits.
  func errorOfLogits(length: Double, terms: Int32) -> Double {
    2.0.squareRoot()
      * (2 * outputSize.weights * errorOfActivations(length: length, terms: terms)
        + sumError(terms) * (outputSize.biases + 1))
  }

  /// The relative error of the longest sums over an example.
  private func sumError(_ terms: Int32) -> Double { (Double(terms) + otherTerms) * errorOfTerm }
}
