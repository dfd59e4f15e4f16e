import Execution

/// What a training run measures besides losses and accuracies.
enum TrackedQuantity: String, OptionChoice {
  /// The Euclidean norm of the whole gradient, before each update.
  case gradientNorm = "gradient_norm"
}
