/// Finds the definitions of footnotes, `[^name]: text`, and makes each an item of a list, which cmark knows.
///
/// As in GitHub's Markdown, further paragraphs of a footnote are indented by four columns; so is the text of these items.
struct FootnoteDefinitions {
  private static let item = Array("1)  ".utf8)

  /// The draft with the definitions as items; a placeholder begins each of them.
  static func replacing(in draft: MarkdownDraft, _ placeholders: inout Placeholders)
    -> MarkdownDraft
  {
    guard let masked = masking(draft.bytes) else { return draft }
    var edits: [MarkdownDraft.Edit] = []
    for block in TextBlock.all(in: draft, parsing: masked) where !block.isHeading {
      for line in block.lines {
        let content = block.content(ofLine: line, in: draft)
        guard let label = label(at: content.lower, upTo: content.upper, in: draft.bytes),
          label.upper + 2 <= content.upper, draft.bytes[label.upper + 1] == UInt8(ascii: ":")
        else { continue }
        let mark = placeholders.add(
          .footnote(
            label: String(decoding: draft.bytes[label.lower..<label.upper], as: UTF8.self),
            range: draft.source(of: SourceRange(content.lower, label.upper + 1))))
        let text = draft.skippingBlanks(from: label.upper + 2, to: content.upper)
        edits.append(
          .init(
            range: SourceRange(content.lower, text),
            pieces: [.inserted(item + mark + [UInt8(ascii: " ")])]))
      }
    }
    return draft.applying(edits)
  }

  /// The name in `[^name]`, if that stands at an offset.
  private static func label(at start: Int, upTo end: Int, in bytes: [UInt8]) -> SourceRange? {
    guard start + 3 < end, bytes[start] == UInt8(ascii: "["), bytes[start + 1] == UInt8(ascii: "^")
    else { return nil }
    var offset = start + 2
    while offset < end, bytes[offset].continuesLabel { offset += 1 }
    guard offset > start + 2, offset < end, bytes[offset] == UInt8(ascii: "]") else { return nil }
    return SourceRange(start + 2, offset)
  }

  /// The bytes with '[^' made unlike the beginning of a link's definition, which cmark would take away; nil if there is
  /// no footnote.
  private static func masking(_ bytes: [UInt8]) -> [UInt8]? {
    var masked: [UInt8]?
    for offset in bytes.indices.dropLast()
    where bytes[offset] == UInt8(ascii: "[") && bytes[offset + 1] == UInt8(ascii: "^") {
      if masked == nil { masked = bytes }
      masked?[offset] = UInt8(ascii: "(")
    }
    return masked
  }
}

extension UInt8 {
  /// Whether a label, of a footnote or of what is numbered, may contain this byte.
  var continuesLabel: Bool { continuesName || self == UInt8(ascii: "-") }
}
