/// A remark in a box; its kind is said in words, not by colour alone.
struct NoteHTML: Sendable {
  /// The class of the box: "information", "warning", "error" or "skipped".
  let kind: String
  let heading: String
  let messages: [String]
  let languages: PageLanguages

  func write(into page: inout Markup) {
    page.element("div", ["class": "note \(kind)", "role": "note"]) { page in
      page.element("p") { paragraph in
        paragraph.element(
          "strong", text: heading + (messages.isEmpty ? "." : languages.words.colon))
        guard let first = messages.first else { return }
        paragraph.text(" ")
        paragraph.text(first, in: languages.output)
      }
      for message in messages.dropFirst() {
        page.element("p", ["lang": languages.output], text: message)
      }
    }
  }
}
