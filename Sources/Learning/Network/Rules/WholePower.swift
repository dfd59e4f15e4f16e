extension Double {
  /// The number to a whole power of at least 0, by squaring: products alone, so that the bits are the same everywhere.
  func raised(to power: Int) -> Double {
    var (result, square, rest) = (1.0, self, power)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}
