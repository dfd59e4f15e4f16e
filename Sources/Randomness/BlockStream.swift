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
  /// SHA-256 of the state, 32 bytes: streams with equal digests go on alike.
  public var digest: [UInt8] {
    var hash = SHA256()
    withStateWords { word in
      withUnsafeBytes(of: word.littleEndian) { hash.update(bufferPointer: $0) }
    }
    return Array(hash.finalize())
  }
}
