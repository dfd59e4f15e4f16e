/// How a file writes its characters as bytes.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case latin1 = "latin-1"
  /// What spreadsheets on Windows write in many countries; Latin 1 has no "€".
  case windows1252 = "windows-1252"
  case utf16 = "utf-16"

  /// The same text in UTF-8.
  ///
  /// - Throws: bytes that the encoding does not have; what is no UTF-8 is found by those who read it, who know where it stands.
  func utf8(_ bytes: consuming [UInt8]) throws(TableError) -> [UInt8] {
    switch self {
    case .utf8: bytes
    case .latin1: Self.fromLatin1(bytes)
    case .windows1252: try Self.fromWindows1252(bytes)
    case .utf16: try Self.fromUTF16(bytes)
    }
  }

  /// Each byte is the number of its character.
  private static func fromLatin1(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes { appendLatin1(byte, to: &text) }
    return text
  }

  private static func appendLatin1(_ byte: UInt8, to text: inout [UInt8]) {
    if byte < 0x80 {
      text.append(byte)
    } else {
      text.append(0xC0 | byte >> 6)
      text.append(0x80 | byte & 0x3F)
    }
  }

  /// What Windows 1252 has where Latin 1 has control characters, from 0x80 on; a blank for what it does not have.
  /// Source: Unicode's mapping table CP1252.TXT.
  private static let windowsCharacters = Array(
    "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ".unicodeScalars)

  /// Whether Windows 1252 has a character for a byte.
  static func isInWindows1252(_ byte: UInt8) -> Bool {
    !(0x80...0x9F).contains(byte) || windowsCharacters[Int(byte) - 0x80] != " "
  }

  private static func fromWindows1252(_ bytes: [UInt8]) throws(TableError) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for (offset, byte) in bytes.enumerated() {
      guard (0x80...0x9F).contains(byte) else {
        appendLatin1(byte, to: &text)
        continue
      }
      let character = windowsCharacters[Int(byte) - 0x80]
      guard character != " " else {
        let line = 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
        throw TableError(
          message: "a byte that Windows 1252 does not have", row: nil, line: line, column: nil)
      }
      text += Array(String(character).utf8)
    }
    return text
  }

  /// A byte order mark says which byte of a unit comes first; without one it is the lower.
  private static func fromUTF16(_ bytes: [UInt8]) throws(TableError) -> [UInt8] {
    let isBigEndian = bytes.starts(with: [0xFE, 0xFF])
    let hasMark = isBigEndian || bytes.starts(with: [0xFF, 0xFE])
    // Commas, line ends and the signs of JSON have a zero byte each in UTF-16.
    guard hasMark || bytes.isEmpty || bytes.contains(0) else {
      throw TableError(
        message:
          "the file is not in UTF-16: it has neither its mark nor a zero byte; leave 'encoding' out",
        row: nil, line: 1, column: nil)
    }
    let units = stride(from: hasMark ? 2 : 0, to: bytes.count - 1, by: 2).lazy.map { index in
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var line = 1
    var isMalformed = false
    var decoder = UTF16()
    var iterator = units.makeIterator()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if scalar == "\n" { line += 1 }
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case .emptyInput: break decoding
      case .error:
        isMalformed = true
        break decoding
      }
    }
    guard !isMalformed, bytes.count.isMultiple(of: 2) else {
      let place = isMalformed ? "" : " at the end"
      throw TableError(
        message: "half a character of UTF-16\(place)", row: nil, line: line, column: nil)
    }
    return text
  }
}
