extension [Double] {
  /// The arithmetic mean of at least one number, which lies between the least and the greatest.
  var mean: Double { Extent(of: self).mean(of: Double(count)) }

  /// The mean squared distance from the mean (NumPy's `var`, with its `ddof` of 0): exactly 0 of equal numbers.
  var variance: Double {
    let mean = mean
    return reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
  }

  /// The root of the variance.
  var standardDeviation: Double { variance.squareRoot() }
}
