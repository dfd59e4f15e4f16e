// What resembles a citation and is none.
extension TextMark {
  /// `@Fig-loss`, or what LaTeX and others have for `@fig-loss`: `\ref{fig-loss}`, `[fig-loss]`, and a colon in place of the
  /// first dash.
  static func miscitation(
    at start: String.Index, in text: String
  ) -> (TextMark, end: String.Index)? {
    let written = text.utf8[start...]
    guard let (opening, closing) = marks(around: written) else { return nil }
    let word = written.dropFirst(opening)
    let kind = word.prefix(while: \.isLetter)
    let behindKind = word.dropFirst(kind.count)
    guard behindKind.first == UInt8(ascii: "-") || behindKind.first == UInt8(ascii: ":") else {
      return nil
    }
    let name = behindKind.dropFirst().prefixOfLabel
    let label =
      String(decoding: kind, as: UTF8.self).lowercased() + "-"
      + String(decoding: name, as: UTF8.self)
    guard LabelKind(of: label) != nil else { return nil }
    var end = name.endIndex
    if let closing {
      guard end < text.endIndex, text.utf8[end] == closing else { return nil }
      end = text.utf8.index(after: end)
    }
    return (.miscitation(String(text[start..<end]), of: label), end)
  }

  /// The number of bytes that stand before a label, and the one behind it, if there is one; nil if none of all that is here.
  private static func marks(
    around written: Substring.UTF8View
  ) -> (opening: Int, closing: UInt8?)? {
    switch written.first {
    case UInt8(ascii: "@"): return (1, nil)
    case UInt8(ascii: "["): return (1, UInt8(ascii: "]"))
    case UInt8(ascii: "\\"):
      let macro = written.dropFirst().prefix(while: \.isLetter)
      let behind = written.dropFirst(1 + macro.count).first
      guard macro.suffix(3).elementsEqual("ref".utf8), behind == UInt8(ascii: "{") else {
        return nil
      }
      return (macro.count + 2, UInt8(ascii: "}"))
    default: return nil
    }
  }
}
