/// A link from one report to another one in the same folder.
public struct PageLink: Sendable, Equatable {
  /// What it says.
  public var title: String
  /// The name of the report, without its ending.
  public var report: String
  /// The language of what it says; nil for English.
  var language: String?

  /// Relative, so that a folder can be moved.
  var address: String { report.percentEncoded + ".html" }
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

  private static let index = PageLink(title: "All lessons", report: IndexPage.report)

  /// For the head of the page.
  var top: String {
    var page = Markup()
    page.element("nav", ["class": "lesson-path", "aria-label": "Lessons"]) { nav in
      nav.element("a", ["href": Self.index.address, "rel": "up"], text: Self.index.title)
    }
    page.newline()
    return page.text
  }

  /// For the foot of the page.
  var bottom: String {
    if previous == nil, next == nil { return "" }
    var page = Markup()
    page.element("nav", ["class": "lesson-steps", "aria-label": "Previous and next lesson"]) {
      nav in
      Self.write(previous, "prev", "Previous", into: &nav)
      Self.write(next, "next", "Next", into: &nav)
    }
    page.newline()
    return page.text
  }

  private static func write(
    _ link: PageLink?, _ relation: String, _ word: String, into nav: inout Markup
  ) {
    guard let link else { return }
    nav.element("a", ["class": "step-\(relation)", "href": link.address, "rel": relation]) { step in
      step.element("span", ["class": "step-word"], text: word)
      step.text(" ")
      step.element("span", ["class": "step-title", "lang": link.language], text: link.title)
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
