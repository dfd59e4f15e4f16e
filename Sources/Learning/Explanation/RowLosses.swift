extension Predictions {
  /// The loss of each row by itself; their mean is the loss of all rows.
  public func losses(labels: [Int], loss: Loss) -> [Double] {
    precondition(labels.count == classes.count, "every row has a label")
    let width = outputs.columns
    var targets = [Double](repeating: 0, count: width)
    return labels.indices.map { row in
      Targets.write([labels[row]], outputs: width, to: &targets)
      let sum = outputs.elements.withUnsafeBufferPointer { elements in
        elements.baseAddress.map {
          loss.sum(outputs: $0 + row * width, targets: targets, count: width)
        } ?? .nan
      }
      return loss.mean(ofSum: sum, rows: 1, outputs: width)
    }
  }
}
