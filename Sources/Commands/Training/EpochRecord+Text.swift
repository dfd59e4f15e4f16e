import Execution
import Learning

extension EpochRecord {
  /// "loss: 0.5815 - acc: 0.7101 - val_loss: 0.5329 - val_acc: 0.7101", as Keras prints it, without what there is not.
  var keras: String {
    let numbers = [
      ("loss", trainLoss), ("acc", trainAccuracy), ("val_loss", validationLoss),
      ("val_acc", validationAccuracy),
    ]
    return numbers.compactMap { name, number in number.map { "\(name): \(fixedDecimals($0, 4))" } }
      .joined(separator: " - ")
  }
}
