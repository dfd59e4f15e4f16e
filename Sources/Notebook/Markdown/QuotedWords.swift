/// Words that stand in a lesson between quotes, or without any, and where each of them stands.
struct QuotedWords {
  /// Some of the words, one behind another.
  struct Stretch {
    /// Where it begins among the words.
    var start: Int
    /// Where it begins in the lesson.
    var source: Int
    /// Whether the lesson has the very same bytes.
    var isCopied: Bool
  }

  /// The words in UTF-8 on one line: blanks stand for line ends.
  let bytes: [UInt8]
  /// Where they come from.
  let stretches: [Stretch]

  /// Finds words in a range of a lesson.
  ///
  /// - Parameters:
  ///   - words: the words with quotes and escapes undone.
  ///   - range: where they stand, with their quotes if they have any.
  init(_ words: String, at range: SourceRange, in source: SourceText) {
    let words = Array(words.utf8)
    bytes = words.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") ? 0x20 : $0 }
    let written = source.bytes[range.lower..<range.upper]
    stretches =
      Self.stretches(of: words, in: written)
      ?? [Stretch(start: 0, source: range.lower, isCopied: false)]
  }

  /// Where each part of some words is written; nil if they cannot be found.
  private static func stretches(of words: [UInt8], in written: ArraySlice<UInt8>) -> [Stretch]? {
    if written.elementsEqual(words) {
      return [Stretch(start: 0, source: written.startIndex, isCopied: true)]
    }
    guard written.count >= 2, let quote = written.first, quote == written.last else { return nil }
    var stretches: [Stretch] = []
    var offset = written.startIndex + 1
    let end = written.endIndex - 1
    var position = 0
    while position < words.count {
      guard offset < end else { return nil }
      let isCopied = written[offset] == words[position] && !isEscape(written[offset], in: quote)
      if isCopied {
        if stretches.last?.isCopied != true {
          stretches.append(Stretch(start: position, source: offset, isCopied: true))
        }
        offset += 1
        position += 1
      } else {
        guard let length = lengthOfEscape(written[offset..<end], in: quote) else { return nil }
        stretches.append(Stretch(start: position, source: offset, isCopied: false))
        offset += length
        position += 1
        while position < words.count, words[position].continuesScalar { position += 1 }
      }
    }
    return stretches
  }

  /// Whether a byte between quotes stands for another one.
  private static func isEscape(_ byte: UInt8, in quote: UInt8) -> Bool {
    byte == quote || byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")
  }

  /// How many bytes write the one character that begins here; nil if it is written in no such way.
  private static func lengthOfEscape(_ rest: ArraySlice<UInt8>, in quote: UInt8) -> Int? {
    guard let first = rest.first, isEscape(first, in: quote), rest.count > 1 else { return nil }
    guard quote == UInt8(ascii: "\"") else { return 2 }
    return switch rest[rest.startIndex + 1] {
    case UInt8(ascii: "x"): 4
    case UInt8(ascii: "u"): 6
    case UInt8(ascii: "U"): 10
    default: 2
    }
  }
}
