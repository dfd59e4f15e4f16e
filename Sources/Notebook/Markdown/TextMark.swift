/// A part of running text: words, or something that a mark in them stands for.
enum TextMark: Equatable {
  case words(String)
  /// `@fig-loss`.
  case citation(String)
  /// `{#fig-loss}`.
  case label(String)
  /// `[^name]`.
  case footnote(String)
  /// What resembles the citation of a label and is none: `\ref{fig-loss}`.
  case miscitation(String, of: String)
  /// What would be one of these if no letter stood before it: `@fig-tree` in `ada@fig-tree.org`.
  case partOfWord(String)

  /// Whether something in a text reads like a mark.
  static func isPart(of text: String) -> Bool {
    all(in: text).contains { if case .words = $0 { false } else { true } }
  }

  /// The parts of a text in their order.
  static func all(in text: String) -> [TextMark] {
    if text.isEmpty { return [] }
    guard text.utf8.contains(where: \.mayBeginMark) else { return [.words(text)] }
    var marks: [TextMark] = []
    var rest = text[...]
    var plain = text.startIndex
    while let start = rest.utf8.firstIndex(where: \.mayBeginMark) {
      guard let (mark, end) = mark(at: start, in: text) else {
        rest = text[text.utf8.index(after: start)...]
        continue
      }
      if plain < start { marks.append(.words(String(text[plain..<start]))) }
      marks.append(mark)
      plain = end
      rest = text[end...]
    }
    if plain < text.endIndex { marks.append(.words(String(text[plain...]))) }
    return marks
  }

  private static func mark(
    at start: String.Index, in text: String
  ) -> (TextMark, end: String.Index)? {
    guard
      let (mark, end) = citation(at: start, in: text) ?? bracketed(at: start, in: text)
        ?? miscitation(at: start, in: text)
    else { return nil }
    if text.utf8[start] == UInt8(ascii: "@"), isInWord(start, of: text) {
      return (.partOfWord(String(text[start..<end])), end)
    }
    return (mark, end)
  }

  /// Whether an '@' is part of an address such as ada@fig-tree.org.
  private static func isInWord(_ start: String.Index, of text: String) -> Bool {
    guard start > text.startIndex else { return false }
    let before = text[text.index(before: start)]
    return before.isLetter || before.isNumber
  }

  /// A label in braces, or a reference to a footnote.
  private static func bracketed(
    at start: String.Index, in text: String
  ) -> (TextMark, end: String.Index)? {
    let isLabel = text.utf8[start] == UInt8(ascii: "{")
    let opening = isLabel ? "{#" : "[^"
    guard text[start...].utf8.starts(with: opening.utf8) else { return nil }
    let name = text[text.utf8.index(start, offsetBy: 2)...].utf8.prefix(while: \.continuesLabel)
    guard !name.isEmpty, name.endIndex < text.endIndex,
      text.utf8[name.endIndex] == UInt8(ascii: isLabel ? "}" : "]")
    else { return nil }
    let word = String(decoding: name, as: UTF8.self)
    return (isLabel ? .label(word) : .footnote(word), text.utf8.index(after: name.endIndex))
  }

  /// The label behind an '@'.
  private static func citation(
    at start: String.Index, in text: String
  ) -> (TextMark, end: String.Index)? {
    guard text.utf8[start] == UInt8(ascii: "@") else { return nil }
    let word = text.utf8[text.utf8.index(after: start)...].prefixOfLabel
    let label = String(decoding: word, as: UTF8.self)
    guard LabelKind(of: label) != nil else { return nil }
    return (.citation(label), word.endIndex)
  }
}

extension Substring.UTF8View {
  /// As much of the beginning as may be part of a label; no label ends with a dash.
  var prefixOfLabel: Substring.UTF8View {
    var word = prefix(while: \.continuesLabel)
    while word.last == UInt8(ascii: "-") { word.removeLast() }
    return word
  }
}

extension UInt8 {
  fileprivate var mayBeginMark: Bool {
    switch self {
    case UInt8(ascii: "@"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\\"): true
    default: false
    }
  }
}
