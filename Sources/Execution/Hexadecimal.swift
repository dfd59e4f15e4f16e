extension Sequence<UInt8> {
  /// Two hexadecimal digits for each byte, as digests are written.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
