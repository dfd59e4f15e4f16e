/// The list of contents: beside the lesson on wide screens, folded above it on narrow ones.
///
/// A fold cannot be opened by a stylesheet, so there are two lists, of which one is always hidden.
struct ContentsHTML: Sendable {
  let headings: [ReportPage.Heading]
  let languages: PageLanguages

  func write(into page: inout Markup) {
    write("beside", into: &page) {
      $0.element("p", ["class": "contents-title"], text: languages.words.contents)
      writeList(into: &$0)
    }
    write("folded", into: &page) {
      $0.element("details") {
        $0.element("summary", text: languages.words.contents)
        writeList(into: &$0)
      }
    }
  }

  private func write(
    _ place: String, into page: inout Markup, _ content: (inout Markup) -> Void
  ) {
    page.element(
      "nav",
      [
        "class": "contents \(place)", "aria-label": languages.words.contents,
        "lang": languages.page,
      ], content)
    page.newline()
  }

  /// One flat list; the level shows as indentation.
  private func writeList(into page: inout Markup) {
    let highest = headings.map(\.level).min() ?? 1
    page.element("ul", ["lang": languages.author]) { list in
      for heading in headings {
        let depth = min(heading.level - highest, 2)
        list.element("li", ["class": depth == 0 ? nil : "level-\(depth)"]) {
          $0.markup(heading.link)
        }
      }
    }
  }
}
