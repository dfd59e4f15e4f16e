/// A text to look up in a `TermTable`. It points to bytes of others and lives no longer than they do.
struct Term {
  /// UTF-8.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The first eight bytes, the first of them lowest, with zeros for those that the text lacks: one comparison of two
  /// numbers tells most texts apart.
  let head: UInt64

  /// A text whose head is known.
  init(_ bytes: UnsafeBufferPointer<UInt8>, head: UInt64) {
    self.bytes = bytes
    self.head = head
  }

  /// A text.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var head: UInt64 = 0
    for (place, byte) in bytes.prefix(8).enumerated() {
      head |= UInt64(byte) << UInt64(8 * place)
    }
    self.init(bytes, head: head)
  }

  /// Every byte counts for the hash.
  var hash: UInt64 {
    var hash = Self.hash(head: head, length: bytes.count)
    forEachEightBehindHead { hash = Self.mixed(hash ^ Self.eightBytes(of: bytes, at: $0)) }
    return hash
  }

  /// The hash of a text of at most eight bytes, and where that of a longer one starts.
  static func hash(head: UInt64, length: Int) -> UInt64 {
    mixed(head ^ UInt64(truncatingIfNeeded: length))
  }

  /// Whether the bytes are those of another text that has the same head and length.
  func hasSameRest(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    var difference: UInt64 = 0
    forEachEightBehindHead {
      difference |= Self.eightBytes(of: bytes, at: $0) ^ Self.eightBytes(of: other, at: $0)
    }
    return difference == 0
  }

  /// The places of eight bytes each that cover the text together with its head; the last eight may be covered twice.
  @inline(__always)
  private func forEachEightBehindHead(_ body: (Int) -> Void) {
    var place = 8
    while place < bytes.count {
      body(min(place, bytes.count - 8))
      place += 8
    }
  }

  private static func eightBytes(of bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt64 {
    UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  /// Multiplies by 2^64 divided by the golden ratio.
  /// Source: D. E. Knuth, "The Art of Computer Programming" 3, 6.4, multiplicative hashing.
  private static func mixed(_ hash: UInt64) -> UInt64 {
    let product = hash &* 0x9e37_79b9_7f4a_7c15
    return product ^ product >> 32
  }
}
