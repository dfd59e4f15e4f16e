/// Markup that Quarto or GitHub know, and that lessons show as it is written.
struct ForeignMarkup {
  /// The markup itself.
  let written: String
  /// What is said of it.
  let message: String

  /// The markup that a text begins with which stands behind some events; nil if there is none.
  static func found(beginning text: String, behind events: [Prose.Event]) -> ForeignMarkup? {
    switch events.last {
    case .exit(.image)?: return attributes(beginning: text)
    case .softBreak?: return division(beginning: text)
    case .enter(.paragraph)?:
      if case .enter(.blockQuote)? = events.dropLast().last {
        return callout(beginning: text) ?? division(beginning: text)
      }
      return division(beginning: text)
    default: return nil
    }
  }

  /// `{width=50%}` behind a picture.
  private static func attributes(beginning text: String) -> ForeignMarkup? {
    guard text.hasPrefix("{"), let end = text.firstIndex(of: "}"),
      text[..<end].contains(where: { ".=#".contains($0) }),
      case .words? = TextMark.all(in: text).first
    else { return nil }
    let written = String(text[...end])
    return ForeignMarkup(
      written: written,
      message: "only a label such as {#fig-net} stands behind a picture; '\(written)' does nothing")
  }

  /// `::: note`. The line of colons that ends it goes with it.
  private static func division(beginning text: String) -> ForeignMarkup? {
    let marks = text.prefix { $0 == ":" }
    guard marks.count >= 3, !text[marks.endIndex...].allSatisfy(\.isWhitespace) else { return nil }
    return ForeignMarkup(
      written: String(marks),
      message: "'\(marks)' begins nothing here: it is shown as it is written")
  }

  /// `[!NOTE]` at the beginning of a quotation.
  private static func callout(beginning text: String) -> ForeignMarkup? {
    guard text.hasPrefix("[!"), let end = text.firstIndex(of: "]"),
      text[..<end].dropFirst(2).allSatisfy(\.isLetter), text[..<end].count > 2
    else { return nil }
    let written = String(text[...end])
    return ForeignMarkup(
      written: written,
      message: "'\(written)' makes no callout of a quotation: it is shown as it is written")
  }
}
