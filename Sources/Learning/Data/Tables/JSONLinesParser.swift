/// Reads a file with one JSON object on each line, all with the same keys, into the cells of a table (RFC 8259).
///
/// Strings become what they say, numbers and truth values stay as written, null is empty; arrays and objects inside an
/// object are errors. The bytes must outlive the parser.
struct JSONLinesParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var row = 0
  private var line = 1
  private(set) var header: [String] = []
  private(set) var cells = TextColumn()

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func parse() throws(TableError) {
    if let invalid = UTF8Check.firstInvalidByte(in: bytes) {
      line = 1 + bytes[..<invalid].count { $0 == UInt8(ascii: "\n") }
      row = line
      throw error(UTF8Check.complaint(about: invalid, in: bytes))
    }
    while position < bytes.count {
      skipBlanks()
      if position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
        row += 1
        try parseRow()
      }
      position += 1
      line += 1
    }
  }

  private mutating func parseRow() throws(TableError) {
    var values: [String: [UInt8]] = [:]
    var names: [String] = []
    try expect("{")
    skipBlanks()
    while !skip("}") {
      if !names.isEmpty { try expect(",") }
      skipBlanks()
      let name = String(decoding: try parseString(), as: UTF8.self)
      try expect(":")
      skipBlanks()
      guard values.updateValue(try parseValue(), forKey: name) == nil else {
        throw error("the key '\(name)' stands twice in one object")
      }
      names.append(name)
      skipBlanks()
    }
    skipBlanks()
    guard position == bytes.count || bytes[position] == UInt8(ascii: "\n") else {
      throw error("text after the object; every line has one object")
    }
    if row == 1 { header = names }
    try keep(values)
  }

  private mutating func keep(_ values: [String: [UInt8]]) throws(TableError) {
    for name in header {
      guard let value = values[name] else { throw error("the key '\(name)' of row 1 is missing") }
      value.withUnsafeBufferPointer { cells.append($0) }
    }
    // Since none is missing, there is another one exactly when there are more.
    if values.count > header.count {
      let known = Set(header)
      let extra = values.keys.filter { !known.contains($0) }.min() ?? ""
      throw error("the key '\(extra)' is not in row 1")
    }
  }

  private mutating func parseValue() throws(TableError) -> [UInt8] {
    guard position < bytes.count, bytes[position] != UInt8(ascii: "\n") else {
      throw error("the line ends inside an object")
    }
    if bytes[position] == UInt8(ascii: "\"") { return try parseString() }
    let start = position
    while position < bytes.count, !",}] \t\r\n".utf8.contains(bytes[position]) { position += 1 }
    let text = UnsafeBufferPointer(rebasing: bytes[start..<position])
    switch String(decoding: text, as: UTF8.self) {
    case "null": return []
    case "true", "false": return Array(text)
    default:
      do throws(DecimalNumber.Failure) {
        try DecimalNumber.check(text, mark: .point)
      } catch let failure {
        let shown = String(decoding: text.prefix(40), as: UTF8.self)
        throw error(
          failure == .outOfRange
            ? "\(shown) is too large for a number"
            : "a value that is no string, number, true, false or null")
      }
      return Array(text)
    }
  }

  // MARK: Strings

  private mutating func parseString() throws(TableError) -> [UInt8] {
    guard skip("\"") else { throw error("a string in double quotes belongs here") }
    var text: [UInt8] = []
    while !skip("\"") {
      guard position < bytes.count, bytes[position] >= 0x20 else {
        throw error("a string is not closed on its line")
      }
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: String(try parseEscape()).utf8)
      } else {
        text.append(byte)
      }
    }
    return text
  }

  /// What stands for a character after a backslash.
  private mutating func parseEscape() throws(TableError) -> Unicode.Scalar {
    if skip("u") { return try parseUnicodeEscape() }
    let meanings: KeyValuePairs<Unicode.Scalar, Unicode.Scalar> = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
    ]
    for (letter, meaning) in meanings where skip(letter) { return meaning }
    throw error("a backslash before a character that needs none")
  }

  /// Four hexadecimal digits, or two times four that are a surrogate pair.
  private mutating func parseUnicodeEscape() throws(TableError) -> Unicode.Scalar {
    var code = try parseHexadecimal()
    if code & 0xFC00 == 0xD800, skip("\\"), skip("u") {
      let low = try parseHexadecimal()
      guard low & 0xFC00 == 0xDC00 else { throw error("half a surrogate pair in an escape") }
      code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
    }
    guard let scalar = Unicode.Scalar(code), code != 0 else {
      throw error("an escape that is no character of a text")
    }
    return scalar
  }

  private mutating func parseHexadecimal() throws(TableError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count,
        let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue
      else { throw error("an escape without four hexadecimal digits") }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  // MARK: Bytes

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(TableError) {
    skipBlanks()
    guard skip(character) else { throw error("'\(character)' belongs here") }
  }

  /// Moves past spaces, tabs and carriage returns, but not to the next line.
  private mutating func skipBlanks() {
    while position < bytes.count, isBlank(bytes[position]) { position += 1 }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private func error(_ message: String) -> TableError {
    TableError(message: message, row: row, line: line, column: nil)
  }
}
