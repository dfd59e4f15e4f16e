import Learning

extension Divergence {
  /// Where it was found, in a few words for a figure.
  var cause: String {
    let place = "update \(update), \(quantity.rawValue)"
    // The loss is of all layers together.
    return quantity == .loss ? place : "\(place) of layer \(layer)"
  }
}
