import Crypto

extension RandomState {
  /// The stream that belongs to one block of a lesson: inserting or removing another block does not change it.
  ///
  /// It is seeded with the first four bytes, big-endian, of the SHA-256 of "SEED:NAME"; a run of a sweep appends
  /// ":KEY=VALUE" for each of its lists.
  public static func stream(seed: UInt32, of block: String) -> RandomState {
    let digest = SHA256.hash(data: Array("\(seed):\(block)".utf8))
    let seedOfBlock = digest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    return RandomState(seed: seedOfBlock)
  }
}

extension RandomState {
  /// SHA-256 of the state, 64 hexadecimal digits: streams with equal digests go on alike.
  public var digest: String {
    var hash = SHA256()
    withStateWords { word in
      withUnsafeBytes(of: word.littleEndian) { hash.update(bufferPointer: $0) }
    }
    return hash.finalize().hexadecimal
  }
}

extension Sequence<UInt8> {
  /// Two hexadecimal digits for each byte.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
