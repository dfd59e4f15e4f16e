/// Finds what makes bytes unfit to be a text.
enum UTF8Check {
  /// The first byte that is NUL or does not belong to a well-formed UTF-8 sequence; nil when all is well.
  static func firstInvalidByte(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let null = bytes.firstIndex(of: 0)
    // The standard library validates many bytes at a time, but does not say where it stopped.
    guard String(validating: bytes, as: UTF8.self) == nil else { return null }
    return min(firstMalformedByte(in: bytes), null ?? Int.max)
  }

  private static func firstMalformedByte(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
    return offset
  }
}
