/// Sums of squares over a layer's weights and over its biases.
struct ParameterSquares: Sendable {
  var weights = 0.0
  var biases = 0.0

  static func += (sum: inout ParameterSquares, part: ParameterSquares) {
    sum.weights += part.weights
    sum.biases += part.biases
  }
}
