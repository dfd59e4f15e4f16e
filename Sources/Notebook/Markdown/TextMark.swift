/// A part of running text: words, or something that a mark in them stands for.
enum TextMark: Equatable {
  case words(String)
  /// `@fig-loss`.
  case citation(String)
  /// `{#fig-loss}`.
  case label(String)
  /// `[^name]`.
  case footnote(String)

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
    if text.utf8[start] == UInt8(ascii: "@") { return citation(at: start, in: text) }
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

  /// The label behind an '@', unless that is part of an address such as ada@fig-tree.org.
  private static func citation(
    at start: String.Index, in text: String
  ) -> (TextMark, end: String.Index)? {
    if start > text.startIndex {
      let before = text[text.index(before: start)]
      if before.isLetter || before.isNumber { return nil }
    }
    var word = text[text.utf8.index(after: start)...].utf8.prefix(while: \.continuesLabel)
    while word.last == UInt8(ascii: "-") { word.removeLast() }
    let label = String(decoding: word, as: UTF8.self)
    guard Prose.Label.isLabel(label, of: Prose.Label.kinds) else { return nil }
    return (.citation(label), word.endIndex)
  }
}

extension UInt8 {
  fileprivate var mayBeginMark: Bool {
    self == UInt8(ascii: "@") || self == UInt8(ascii: "{") || self == UInt8(ascii: "[")
  }
}
