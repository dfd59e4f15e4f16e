import Execution
import Learning

// Learning's enumerations as options: their raw values are the words in lessons.
extension TiePolicy: OptionChoice {}
extension FeatureStorage: OptionChoice {}
extension Part: OptionChoice {}

extension Activation: OptionChoice {
  /// What Keras, PyTorch and textbooks call them.
  public static let synonyms = [
    "none": "linear", "identity": "linear", "logistic": "sigmoid", "rectifier": "relu",
  ]
}

extension Loss: OptionChoice {
  /// What Keras, PyTorch and scikit-learn call them.
  public static let synonyms = [
    "mse": "mean_squared_error", "l2": "mean_squared_error", "squared_error": "mean_squared_error",
    "ce": "categorical_cross_entropy", "cross_entropy": "categorical_cross_entropy",
    "crossentropy": "categorical_cross_entropy", "nll": "categorical_cross_entropy",
    "sparse_categorical_crossentropy": "categorical_cross_entropy",
    "bce": "binary_cross_entropy", "log_loss": "binary_cross_entropy",
  ]
}

extension Precision: OptionChoice {
  /// What NumPy, PyTorch and C call them.
  public static let synonyms = [
    "single": "float32", "float": "float32", "fp32": "float32", "double": "float64",
    "fp64": "float64",
  ]
}
