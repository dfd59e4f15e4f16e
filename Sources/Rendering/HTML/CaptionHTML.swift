import Notebook

/// "Figure 3. How the loss falls." The number leads to what it counts, for readers who want to cite it.
struct CaptionHTML: Sendable {
  /// A figure or a table.
  let kind: LabelKind
  let caption: BlockView.Caption
  /// What stands there without words of the author.
  let title: String?
  /// Whether those are the author's, too.
  var isTitleOfAuthor = false
  let languages: PageLanguages

  func write(into page: inout Markup) {
    if let number = caption.number {
      let isLink = caption.anchor != nil
      let hasWords = caption.html ?? title != nil
      page.element(
        isLink ? "a" : "span", ["class": "number", "href": caption.anchor.map { "#\($0)" }],
        text: languages.words.prose.captionStart(kind, number, hasWords: hasWords))
      if hasWords { page.text(" ") }
    }
    if let html = caption.html {
      write(html, into: &page)
    } else if let title {
      page.text(title, in: isTitleOfAuthor ? languages.author : languages.output)
    }
  }

  /// Writes words of the author.
  private func write(_ html: String, into page: inout Markup) {
    if let language = languages.author {
      page.element("span", ["lang": language]) { $0.markup(html) }
    } else {
      page.markup(html)
    }
  }
}
