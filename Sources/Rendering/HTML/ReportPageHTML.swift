import Execution
import Workers

extension ReportPage {
  /// The complete text of the page: one file without scripts, without links to anything outside it.
  public var html: String { html(in: .report) }

  /// The complete text of the page with something around it; the threads of a pool share its parts.
  public func html(in frame: PageFrame, pool: WorkerPool = WorkerPool(threads: 1)) -> String {
    let parts = partTexts(pool)
    var page = Markup()
    var endOfFacts: Int?
    page.markup("<!DOCTYPE html>\n")
    page.element("html", ["lang": language]) { page in
      page.newline()
      page.element("head", [:]) { writeHead(&$0, frame) }
      page.newline()
      page.element("body", [:]) { page in
        writeBody(&page, frame, parts, &endOfFacts)
        page.markup(frame.foot)
      }
      page.newline()
    }
    page.newline()
    guard frame.hasDigest, let endOfFacts else { return page.text }
    return ReportDigest.page(page.text, signedAt: endOfFacts, in: words)
  }

  private func writeHead(_ page: inout Markup, _ frame: PageFrame) {
    page.newline()
    page.empty("meta", ["charset": "utf-8"])
    page.newline()
    page.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    page.newline()
    page.empty(
      "meta", ["http-equiv": "Content-Security-Policy", "content": frame.securityPolicy])
    page.newline()
    page.empty("meta", ["name": "color-scheme", "content": "light dark"])
    page.newline()
    for (name, content) in [("author", author), ("description", description)] {
      guard let content else { continue }
      page.empty("meta", ["name": name, "content": content])
      page.newline()
    }
    page.element("title", text: title)
    page.newline()
    page.element("style") { style in
      style.newline()
      style.markup(Stylesheets.report)
      style.markup(Stylesheets.prose)
      style.markup(Stylesheets.figure)
    }
    page.newline()
    page.markup(frame.head)
  }

  private var languages: PageLanguages { PageLanguages(ofProse: language) }
  private var words: PageWords { languages.words }

  private func writeBody(
    _ page: inout Markup, _ frame: PageFrame, _ parts: [String], _ endOfFacts: inout Int?
  ) {
    page.newline()
    page.element(
      "a", ["class": "skip-link", "href": "#lesson", "lang": languages.page],
      text: words.skipToLesson)
    page.newline()
    page.element("div", ["class": contents.isEmpty ? "page" : "page with-contents"]) { page in
      page.newline()
      frame.navigation?.writeTop(into: &page, in: languages)
      writeHeader(&page)
      if !contents.isEmpty {
        ContentsHTML(headings: contents, languages: languages).write(into: &page)
      }
      page.element("main", ["id": "lesson"]) { page in
        page.newline()
        for part in parts {
          page.markup(part)
          page.newline()
        }
      }
      page.newline()
      writeFooter(&page, frame, &endOfFacts)
      frame.navigation?.writeBottom(into: &page, in: languages)
    }
    page.newline()
  }

  private func writeHeader(_ page: inout Markup) {
    page.element("header", ["class": "page-header"]) { page in
      if let mainHeading { page.markup(mainHeading) } else { page.element("h1", text: title) }
      if let description { page.element("p", ["class": "description"], text: description) }
      let byline = [author, date].compactMap(\.self).filter { !$0.isEmpty }
      if !byline.isEmpty {
        page.element("p", ["class": "byline"], text: byline.joined(separator: " · "))
      }
      writeFailures(&page)
    }
    page.newline()
  }

  private func writeFailures(_ page: inout Markup) {
    guard !failures.isEmpty else { return }
    page.element(
      "section",
      ["class": "banner", "aria-label": words.whatWentWrong, "lang": languages.page]
    ) { page in
      page.element("p", text: words.failures(failures.count))
      page.element("ul") { page in
        for failure in failures {
          page.element("li") { item in
            item.element("a", ["href": "#\(failure.anchor)"], text: failure.message)
          }
        }
      }
    }
  }

  /// Each part of the lesson by itself: none depends on what stands in another.
  private func partTexts(_ pool: WorkerPool) -> [String] {
    var drawings = 0
    let parts = body.map { part in
      defer { drawings += part.drawings }
      return (part: part, drawingsAbove: drawings)
    }
    return pool.map(parts) { part, drawingsAbove in
      var text = Markup()
      switch part {
      case .prose(let html):
        text.element("div", ["class": "prose"]) {
          $0.newline()
          $0.markup(html)
        }
      case .block(let block):
        BlockHTML(block: block, languages: languages, drawingsAbove: drawingsAbove)
          .write(into: &text)
      }
      return text.text
    }
  }

  /// Writes how the report came about, and notes where its own digest belongs, in bytes.
  private func writeFooter(_ page: inout Markup, _ frame: PageFrame, _ endOfFacts: inout Int?) {
    guard !facts.isEmpty else { return }
    page.element("footer", ["class": "page-footer", "lang": languages.page]) { page in
      page.element("h2", text: words.howItWasMade)
      page.element("dl") { list in
        list.newline()
        for fact in facts {
          write(fact, into: &list)
          list.newline()
        }
        endOfFacts = list.text.utf8.count
      }
      guard frame.hasDigest else { return }
      page.element("p", ["class": "remark"]) {
        $0.text(words.digestRemark + " ")
        $0.element("code", text: ReportDigest.command)
      }
    }
    page.newline()
  }

  private func write(_ fact: Fact, into list: inout Markup) {
    list.element("div") {
      $0.element("dt", text: fact.name)
      $0.element("dd") {
        $0.text(fact.value)
        guard let digest = fact.digest else { return }
        $0.text(", SHA-256 ")
        $0.element("code", text: digest)
      }
    }
  }
}

extension ReportPage.Part {
  /// How many drawings it shows.
  fileprivate var drawings: Int {
    if case .block(let block) = self { block.outputs.count(where: \.isFigure) } else { 0 }
  }
}
