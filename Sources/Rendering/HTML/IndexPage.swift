/// The page that lists the lessons of a folder.
public struct IndexPage: Sendable, Equatable {
  /// The name of its file, without the ending.
  public static let report = "index"

  /// The lessons in their order.
  public var entries: [IndexEntry]

  /// A page for some lessons.
  public init(_ entries: [IndexEntry]) {
    self.entries = entries
  }

  /// The language of the page: that of the lessons, if there are words in it and all lessons have it.
  private var language: WordLanguage {
    let languages = Set(
      entries.compactMap(\.language).map { WordLanguage(ofProse: $0) ?? .english })
    return languages.count == 1 ? languages.first ?? .english : .english
  }

  /// The complete text of the page. It looks like the reports, and needs nothing but itself as they do.
  public var html: String {
    let words = PageWords(in: language)
    var list = Markup()
    list.element("ol", ["class": "lesson-index"]) { list in
      list.newline()
      for entry in entries {
        list.markup(IndexEntryHTML.line(of: entry, in: words))
        list.newline()
      }
    }
    list.newline()
    return ReportPage(
      title: words.lessons, language: language.rawValue, body: [.prose(html: list.text)]
    ).html
  }

  /// A page of lessons with another entry for one of them; nil if the page is none of ours, or does not list the lesson.
  public static func replacing(_ entry: IndexEntry, in html: String) -> String? {
    var lines = html.split(separator: "\n", omittingEmptySubsequences: false)
    let start = IndexEntryHTML.start(of: entry.report)
    guard let index = lines.firstIndex(where: { $0.hasPrefix(start) }) else { return nil }
    let words = PageWords(in: language(ofPage: lines))
    lines[index] = Substring(IndexEntryHTML.line(of: entry, in: words))
    return lines.joined(separator: "\n")
  }

  /// The language that a page of lessons was written in, by its lines: the second one names it.
  private static func language(ofPage lines: [Substring]) -> WordLanguage {
    WordLanguage.allCases.first { "<html lang=\"\($0.rawValue)\">" == lines.dropFirst().first }
      ?? .english
  }
}

/// An entry of the index as markup: one line, so that it can be found again.
private enum IndexEntryHTML {
  /// How the line of a report begins; no other line begins so.
  static func start(of report: String) -> String {
    "<li class=\"lesson-entry\" data-report=\"\(report.escapedForMarkup)\">"
  }

  static func line(of entry: IndexEntry, in words: PageWords) -> String {
    let language = entry.language.flatMap { words.mark(ofProse: $0) }
    var line = Markup()
    line.markup(start(of: entry.report))
    line.element("h2", ["lang": language]) { heading in
      if entry.state == .notRun {
        heading.text(entry.fullTitle)
      } else {
        heading.element("a", ["href": entry.link.address], text: entry.fullTitle)
      }
    }
    if let description = entry.description?.onOneLine {
      line.element("p", ["class": "lesson-description", "lang": language], text: description)
    }
    line.element("p", ["class": "lesson-facts"]) { facts in
      facts.element(
        "span", ["class": "state \(entry.state.rawValue)"], text: entry.state.text(in: words))
      if entry.minutes > 0 { facts.text(" · \(words.minutesToRead(entry.minutes))") }
    }
    line.markup("</li>")
    return line.text
  }
}
