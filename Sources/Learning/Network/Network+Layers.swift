extension Network {
  /// The first layers as a network of its own, whose outputs are what the last of them answers with.
  ///
  /// - Parameter layerCount: from 1 to the number of layers with weights.
  public func prefix(layers layerCount: Int) -> Network {
    let whole = architecture.activations.count
    precondition((1...whole).contains(layerCount), "a network has the layers")
    if layerCount == whole { return self }
    var prefix = folded
    prefix.architecture = Architecture(
      layers: Array(architecture.layers.prefix(layerCount + 1)),
      activations: Array(architecture.activations.prefix(layerCount)), loss: .meanSquaredError)
    prefix.weights = Array(prefix.weights.prefix(layerCount))
    prefix.biases = Array(prefix.biases.prefix(layerCount))
    return prefix
  }
}
