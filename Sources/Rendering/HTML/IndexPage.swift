import Notebook

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

  /// The complete text of the page. It looks like the reports, and needs nothing but itself as they do.
  public var html: String {
    var list = Markup()
    list.element("ol", ["class": "lesson-index"]) { list in
      list.newline()
      for entry in entries {
        list.markup(IndexEntryHTML.line(of: entry))
        list.newline()
      }
    }
    list.newline()
    return ReportPage(title: "Lessons", body: [.prose(html: list.text)]).html
  }

  /// A page of lessons with another entry for one of them; nil if the page is none of ours, or does not list the lesson.
  public static func replacing(_ entry: IndexEntry, in html: String) -> String? {
    var lines = html.split(separator: "\n", omittingEmptySubsequences: false)
    let start = IndexEntryHTML.start(of: entry.report)
    guard let index = lines.firstIndex(where: { $0.hasPrefix(start) }) else { return nil }
    lines[index] = Substring(IndexEntryHTML.line(of: entry))
    return lines.joined(separator: "\n")
  }
}

/// An entry of the index as markup: one line, so that it can be found again.
private enum IndexEntryHTML {
  /// How the line of a report begins; no other line begins so.
  static func start(of report: String) -> String {
    "<li class=\"lesson-entry\" data-report=\"\(report.escapedForMarkup)\">"
  }

  static func line(of entry: IndexEntry) -> String {
    var line = Markup()
    line.markup(start(of: entry.report))
    line.element("h2", ["lang": entry.foreignLanguage]) { heading in
      if entry.state == .notRun {
        heading.text(entry.fullTitle)
      } else {
        heading.element("a", ["href": entry.link.address], text: entry.fullTitle)
      }
    }
    if let description = entry.description?.onOneLine {
      line.element(
        "p", ["class": "lesson-description", "lang": entry.foreignLanguage], text: description)
    }
    line.element("p", ["class": "lesson-facts"]) { facts in
      facts.element("span", ["class": "state \(entry.state.rawValue)"], text: entry.state.text)
      if entry.minutes > 0 { facts.text(" · \(entry.minutes) min to read") }
    }
    line.markup("</li>")
    return line.text
  }
}
