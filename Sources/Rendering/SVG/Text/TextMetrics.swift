/// How wide a text will be, without knowing the reader's font.
///
/// The widths are those of a broad sans-serif face, in thousandths of the font size, so a text that
/// fits by these numbers fits in the narrower fonts of most systems too.
enum TextMetrics {
  /// Slanted by 40 degrees a label reaches this share of its width to its side.
  static let slantedReach = 0.77

  /// The width of a text in user units.
  static func width(_ text: String, size: Double) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars { thousandths += width(of: scalar) }
    return Double(thousandths) * size / 1000
  }

  /// The text, cut to a width with an ellipsis when it is longer.
  static func fit(_ text: String, size: Double, into limit: Double) -> String {
    guard width(text, size: size) > limit else { return text }
    var thousandths = 0
    let kept = text.prefix { character in
      thousandths += character.unicodeScalars.reduce(0) { $0 + width(of: $1) }
      return Double(thousandths) * size / 1000 + size <= limit
    }
    return String(kept) + "…"
  }

  /// The text in at most `count` lines of a width, broken at spaces; the last one is cut if it must be.
  static func lines(_ text: String, size: Double, width limit: Double, atMost count: Int)
    -> [String]
  {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      if let last = lines.last {
        let longer = last + " " + word
        if lines.count == count || width(longer, size: size) <= limit {
          lines[lines.count - 1] = longer
          continue
        }
      }
      lines.append(word)
    }
    return lines.map { fit($0, size: size, into: limit) }
  }

  /// A title in one line or, where that is too long, in two. What has to be cut is cut from the first of them if it can be, since
  /// numbers stand at the end of a title.
  static func titleLines(_ title: String, size: Double, width limit: Double) -> [String] {
    guard width(title, size: size) > limit else { return title.isEmpty ? [] : [title] }
    let words = title.split(separator: " ")
    // A second line of more words would not fit.
    let divisions = words.indices.dropFirst().suffix(40).map { place in
      [words[..<place], words[place...]].map { $0.joined(separator: " ") }
    }
    func cost(_ lines: [String]) -> (Double, Double, Int, Double) {
      let widths = lines.map { width($0, size: size) }
      let excess = widths.map { max(0, $0 - limit) }
      let endsPhrase = lines[0].hasSuffix(",") || lines[0].hasSuffix(":")
      return (excess[1], excess[0], endsPhrase ? 0 : 1, max(widths[0], widths[1]))
    }
    let best = divisions.min { cost($0) < cost($1) } ?? [title]
    return best.map { fit($0, size: size, into: limit) }
  }

  /// Whether labels around places that are `step` apart can stand side by side: with `air` between neighbours, and at most
  /// `margin` beyond the steps of the first and the last.
  static func haveRoom(
    _ labels: [String], size: Double, step: Double, air: Double, margin: Double
  ) -> Bool {
    let halves = labels.map { width($0, size: size) / 2 }
    let outermost = max(halves.first ?? 0, halves.last ?? 0)
    return outermost <= step / 2 + margin
      && zip(halves, halves.dropFirst()).allSatisfy { $0 + $1 + air <= step }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "i", "j", "l", "'", "|": 310
    case ".", ",", ":", ";", " ", "f", "t", "r", "(", ")", "[", "]", "I", "!", "-": 400
    case "m", "w", "M", "W", "%", "@": 980
    case "A"..."Z", "=", "+", "<", ">", "~", "±", "≤", "≥", "−", "→": 780
    case "\u{202F}": 200
    case "\u{0300}"..."\u{036F}", "\u{200B}"..."\u{200F}", "\u{FE00}"..."\u{FE0F}": 0
    case "—", "…", "‰", "™": 1000
    case "\u{1100}"..."\u{11FF}", "\u{2E80}"..."\u{FFEF}", "\u{1F000}"..."\u{3FFFF}": 1050
    default: scalar.properties.isUppercase ? 780 : 640
    }
  }
}
