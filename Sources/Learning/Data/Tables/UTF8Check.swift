/// Finds what makes bytes unfit to be a text.
enum UTF8Check {
  /// A one in the lowest bit of each byte of a word, and in the highest.
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The first byte that is NUL or does not belong to a well-formed UTF-8 sequence; nil when all is well.
  static func firstInvalidByte(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var offset = 0
    while true {
      offset = endOfPlainWords(in: bytes, from: offset)
      guard offset < bytes.count else { return nil }
      let length = sequenceLength(in: bytes, at: offset)
      if length == 0 { return offset }
      offset += length
    }
  }

  /// What is said of the byte that `firstInvalidByte` finds, with the way to read the file as it is.
  static func complaint(about byte: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return "the mark of UTF-16, which is no UTF-8; say 'encoding: utf-16'"
    }
    if bytes[byte] == 0 {
      return "a NUL byte, which no text has; if the file is in UTF-16, say 'encoding: utf-16'"
    }
    // Latin 1 has nothing but control characters there, and Windows 1252 not a character for each.
    let isWindows =
      bytes[byte...].contains { (0x80...0x9F).contains($0) }
      && bytes.allSatisfy(TextEncoding.isInWindows1252)
    let encoding = (isWindows ? TextEncoding.windows1252 : .latin1).rawValue
    return "a byte that is not UTF-8; save the file as UTF-8, or say 'encoding: \(encoding)'"
  }

  /// Moves past words of eight ASCII characters, none of which is NUL.
  private static func endOfPlainWords(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int
  {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = start
    while offset + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // The difference has the highest bit of the lowest byte that is 0, for it takes a one from the next.
      if (word | (word &- ones)) & highBits != 0 { break }
      offset += 8
    }
    return offset
  }

  /// How many bytes the sequence at an offset has; 0 if it is none. Source: The Unicode Standard, table 3-7.
  private static func sequenceLength(
    in bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> Int {
    let first = bytes[offset]
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0x01...0x7F: (1, 0...0)
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0...0)
      }
    if length <= 1 { return length }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    for index in offset + 2..<offset + length where bytes[index] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
