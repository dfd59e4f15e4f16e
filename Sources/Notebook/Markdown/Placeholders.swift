/// Stands in a draft for what cmark does not know: a word of characters that no lesson has, with a number in it.
///
/// Unicode reserves these characters for such use within programs. To cmark they are like letters.
struct Placeholders {
  /// What a placeholder stands for.
  enum Meaning {
    /// Math; cmark never sees it.
    case math(MathSpan)
    /// The beginning of a table's cell; a space follows.
    case cell(PipeTableCell)
    /// The end of a table's cell; a space comes before it.
    case cellEnd
    /// The beginning of a footnote's text; a space follows.
    case footnote(label: String, range: SourceRange)
    /// The beginning of a caption; a space follows.
    case caption
  }

  /// A text cut at its placeholders.
  enum Part {
    case text(String)
    case placeholder(Meaning)
  }

  /// U+FDD0 and U+FDD1 in UTF-8.
  private static let opening: [UInt8] = [0xEF, 0xB7, 0x90]
  private static let closing: [UInt8] = [0xEF, 0xB7, 0x91]

  private var meanings: [Meaning] = []

  /// A new placeholder.
  mutating func add(_ meaning: Meaning) -> [UInt8] {
    meanings.append(meaning)
    return Self.opening + Array(String(meanings.count - 1).utf8) + Self.closing
  }

  /// Cuts a text at its placeholders.
  func parts(of text: String) -> [Part] {
    guard contains(text) else { return text.isEmpty ? [] : [.text(text)] }
    let bytes = Array(text.utf8)
    var parts: [Part] = []
    var start = 0
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset...].starts(with: Self.opening) else {
        offset += 1
        continue
      }
      if start < offset {
        parts.append(.text(String(decoding: bytes[start..<offset], as: UTF8.self)))
      }
      let digits = bytes[(offset + Self.opening.count)...].prefix(while: \.isDigit)
      if let number = Int(String(decoding: digits, as: UTF8.self)) {
        parts.append(.placeholder(meanings[number]))
      }
      offset = digits.endIndex + Self.closing.count
      start = offset
    }
    if start < bytes.count { parts.append(.text(String(decoding: bytes[start...], as: UTF8.self))) }
    return parts
  }

  /// A text with its placeholders replaced by what they stand for, as its author wrote it.
  func restoring(_ text: String) -> String {
    guard contains(text) else { return text }
    return parts(of: text).map { part in
      switch part {
      case .text(let text): text
      case .placeholder(.math(let span)): span.written
      case .placeholder: ""
      }
    }.joined()
  }

  private func contains(_ text: String) -> Bool {
    !meanings.isEmpty && text.utf8.contains(Self.opening[0])
  }
}
