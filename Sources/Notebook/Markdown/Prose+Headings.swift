extension Prose {
  /// The words as a link to a place on their page.
  public func linked(to anchor: String) -> Prose {
    let link = Container.link(Link(destination: "#" + anchor, title: ""))
    return Prose(events: [.enter(link)] + events + [.exit(link)])
  }

  /// The words as the main heading of a page, which nothing leads to.
  public var asMainHeading: Prose {
    let heading = Container.heading(Heading(level: 1, anchor: ""))
    return Prose(events: [.enter(heading)] + events + [.exit(heading)])
  }

  /// Whether there are no words.
  public var isBlank: Bool { plainText.allSatisfy(\.isWhitespace) }
}
