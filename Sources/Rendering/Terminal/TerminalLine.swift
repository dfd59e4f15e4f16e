/// Text for a terminal: how wide it is, and what must not reach it.
public enum TerminalLine {
  /// How many columns a line takes: two for wide East Asian characters and emoji, none for marks that
  /// combine with the character before them.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// The text, padded with blanks to a width.
  static func padded(_ text: String, to width: Int, atEnd: Bool) -> String {
    let blanks = String(repeating: " ", count: max(0, width - self.width(text)))
    return atEnd ? text + blanks : blanks + text
  }

  /// As many characters from the start of a text as fit into some columns.
  static func prefix(of text: String, within columns: Int) -> String {
    var width = 0
    return String(
      text.prefix { character in
        width += self.width(String(character))
        return width <= columns
      })
  }

  /// The line without the blanks at its end.
  static func withoutTrailingBlanks(_ line: String) -> String {
    var kept = Substring(line)
    while kept.last == " " { kept.removeLast() }
    return String(kept)
  }

  /// The text without characters that could move the cursor, change the terminal or reorder the line.
  static func safe(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars
    where scalar.isAllowedInMarkup && scalar != "\r" && !scalar.properties.isBidiControl {
      safe.unicodeScalars.append(scalar)
    }
    return safe
  }

  /// The text with everything that one would not see, or that could change what one sees, as its number.
  public static func visible(_ text: String) -> String {
    text.unicodeScalars.map(visible).joined()
  }

  /// A character as it is, or `<U+202E>` for one that cannot be seen.
  static func visible(_ scalar: Unicode.Scalar) -> String {
    guard scalar.isHidden else { return String(scalar) }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>"
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return switch scalar.value {
    // Vowels and ends of Korean syllables, which are joined to their beginnings.
    case 0x1160...0x11FF: 0
    // Two of these are a flag.
    case 0x1F1E6...0x1F1FF: 1
    case _ where scalar.properties.isEmojiPresentation: 2
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}

extension Unicode.Scalar {
  /// Whether nobody sees the character, apart from blanks and tabs; the selectors of emoji styles are harmless.
  fileprivate var isHidden: Bool {
    if self == "\t" || (0x20...0x7E).contains(value) { return false }
    if (0xFE00...0xFE0F).contains(value) { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return !isAllowedInMarkup || properties.isDefaultIgnorableCodePoint
    }
  }
}
