import Notebook

/// Diagnostics as a compiler prints them: place, message, the line, and a run of carets under the words.
public struct DiagnosticText {
  /// A longer line is cut around the words that matter.
  private static let greatestWidth = 160

  private let source: SourceText

  /// A printer for diagnostics about a text.
  public init(_ source: SourceText) {
    self.source = source
  }

  /// The lines for one diagnostic, joined by line ends, without one at the end.
  public func text(of diagnostic: Diagnostic) -> String {
    var lines: [String] = []
    let label = "\(diagnostic.severity.rawValue): \(diagnostic.message)"
    if let range = diagnostic.range {
      let position = source.position(of: range.lower)
      lines.append("\(source.name):\(position.line):\(position.column): \(label)")
      lines += excerpt(of: range, on: position.line)
    } else {
      lines.append("\(source.name): \(label)")
    }
    lines += diagnostic.notes.map { "  note: \($0)" }
    return lines.map(TerminalLine.safe).joined(separator: "\n")
  }

  /// The line with the words, and the carets below them.
  private func excerpt(of range: SourceRange, on line: Int) -> [String] {
    let whole = source.rangeOfLine(line)
    let before = source.string(in: SourceRange(whole.lower, range.lower))
    let words = source.string(in: SourceRange(range.lower, min(range.upper, whole.upper)))
    let after = source.string(
      in: SourceRange(max(range.lower, min(range.upper, whole.upper)), whole.upper))
    let width = before.unicodeScalars.count + words.unicodeScalars.count
    guard width + after.unicodeScalars.count > Self.greatestWidth else {
      return lines(before, words, after)
    }
    let shownBefore = before.count > 40 ? "…" + before.suffix(40) : before
    let shownWords = words.count > 80 ? words.prefix(80) + "…" : words
    let shownAfter = after.count > 30 ? after.prefix(30) + "…" : after
    return lines(shownBefore, shownWords, shownAfter)
  }

  private func lines(_ before: String, _ words: String, _ after: String) -> [String] {
    // Tabs stay tabs, so that the carets stand where the terminal puts the words.
    let padding = before.unicodeScalars.map { scalar in
      scalar == "\t" ? "\t" : String(repeating: " ", count: columns(of: scalar))
    }
    let caretCount = max(1, words.unicodeScalars.reduce(0) { $0 + columns(of: $1) })
    return [
      "  " + before + words + after,
      "  " + padding.joined() + String(repeating: "^", count: caretCount),
    ]
  }

  /// How many columns of a terminal a character takes.
  private func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return scalar == "\t" ? 1 : 0
    default: break
    }
    let isWide =
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        true
      default: false
      }
    return isWide ? 2 : 1
  }
}
