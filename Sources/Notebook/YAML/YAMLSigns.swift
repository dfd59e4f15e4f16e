/// Reads along lines of YAML, and tells what may be a sign of it from comments and from what stands in quotes.
///
/// YAML itself has to know more than this to find quotes within texts: here, a quote is one where a value may begin.
struct YAMLSigns {
  /// The quote that is open.
  private var quote: UInt8?
  private var isEscaped = false

  /// Whether what comes next stands in quotes.
  var isInQuotes: Bool { quote != nil }

  /// The offsets of all bytes of a line that stand neither in quotes nor in a comment; quotes themselves do not count.
  mutating func next(_ line: SourceRange, of source: SourceText) -> [Int] {
    var signs: [Int] = []
    var last: UInt8?
    var lastVisible: UInt8?
    var wasClosed = false
    for offset in line.lower..<line.upper {
      let byte = source.bytes[offset]
      // A quote that is doubled closes nothing.
      let mayGoOn = wasClosed && byte == last
      wasClosed = false
      if quote != nil {
        close(with: byte)
        wasClosed = quote == nil
      } else if byte == UInt8(ascii: "#"), last?.isBlank ?? true {
        return signs
      } else if byte.isQuote, mayGoOn || Self.canBegin(behind: lastVisible, last) {
        quote = byte
      } else {
        signs.append(offset)
      }
      last = byte
      if !byte.isBlank { lastVisible = byte }
    }
    // A line that ends in a backslash goes on.
    isEscaped = false
    return signs
  }

  private mutating func close(with byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == quote {
      quote = nil
    } else {
      isEscaped = byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")
    }
  }

  /// Whether a value can begin behind some byte, perhaps with blanks between the two.
  private static func canBegin(behind visible: UInt8?, _ last: UInt8?) -> Bool {
    guard let visible else { return true }
    if "[{,".utf8.contains(visible) { return true }
    return ":-".utf8.contains(visible) && last?.isBlank == true
  }
}
