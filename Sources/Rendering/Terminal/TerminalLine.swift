/// Text for a terminal: how wide it is, and what must not reach it.
enum TerminalLine {
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

  /// The text without control characters, which could move the cursor or change the terminal.
  static func safe(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars where scalar.isAllowedInMarkup && scalar != "\r" {
      safe.unicodeScalars.append(scalar)
    }
    return safe
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
