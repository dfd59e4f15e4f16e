/// A link from one report to another one in the same folder.
public struct PageLink: Sendable, Equatable {
  /// What it says.
  public var title: String
  /// The name of the report, without its ending.
  public var report: String
  /// The language of what it says, as a BCP 47 tag; nil for that of the page.
  var language: String?

  /// Relative, so that a folder can be moved.
  var address: String { Self.address(of: report) }

  /// The address of a report beside another one.
  static func address(of report: String) -> String { report.percentEncoded + ".html" }
}

/// Ways from a report to its neighbours and to the index of its folder.
public struct PageNavigation: Sendable, Equatable {
  /// The report before this one.
  public var previous: PageLink?
  /// The report after this one.
  public var next: PageLink?

  /// Ways to the reports that there are around one.
  public init(previous: IndexEntry?, next: IndexEntry?) {
    self.previous = previous?.link
    self.next = next?.link
  }

  /// Writes the way to the index, for the head of a page.
  func writeTop(into page: inout Markup, in languages: PageLanguages) {
    let words = languages.words
    page.element(
      "nav", ["class": "lesson-path", "aria-label": words.lessons, "lang": languages.page]
    ) {
      $0.element(
        "a", ["href": PageLink.address(of: IndexPage.report), "rel": "up"], text: words.allLessons)
    }
    page.newline()
  }

  /// Writes the ways to the neighbours, for the foot of a page.
  func writeBottom(into page: inout Markup, in languages: PageLanguages) {
    if previous == nil, next == nil { return }
    let words = languages.words
    page.element(
      "nav",
      ["class": "lesson-steps", "aria-label": words.previousAndNext, "lang": languages.page]
    ) { nav in
      write(previous, "prev", words.previous, words, into: &nav)
      write(next, "next", words.next, words, into: &nav)
    }
    page.newline()
  }

  private func write(
    _ link: PageLink?, _ relation: String, _ word: String, _ words: PageWords,
    into nav: inout Markup
  ) {
    guard let link else { return }
    let language = link.language.flatMap { words.mark(ofProse: $0) }
    nav.element("a", ["class": "step-\(relation)", "href": link.address, "rel": relation]) { step in
      step.element("span", ["class": "step-word"], text: word)
      step.text(" ")
      step.element("span", ["class": "step-title", "lang": language], text: link.title)
    }
  }
}

extension String {
  /// The text as part of an address: everything but letters, digits and `-._~` as bytes in hexadecimal.
  fileprivate var percentEncoded: String {
    utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        String(Unicode.Scalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
