import Notebook

extension Prose {
  /// A heading and what it says.
  public typealias HeadingWords = (heading: Heading, words: Prose)

  /// The headings with their words as titles and lists of contents have them: numbers, values and what citations stand
  /// for are text, and there are no links, pictures and footnotes.
  public func headings(in context: ProseHTML.Context) -> [HeadingWords] {
    var headings: [HeadingWords] = []
    var open: Heading?
    var words: [Event] = []
    for (index, event) in events.enumerated() {
      switch event {
      case .enter(.heading(let heading)):
        open = heading
        words = []
        if let number = heading.number { words.append(.text(number + " ")) }
      case .exit(.heading):
        if let heading = open { headings.append((heading, Prose(events: words))) }
        open = nil
      default:
        if open != nil, let event = inTitle(at: index, context) { words.append(event) }
      }
    }
    return headings
  }

  /// An event as a title has it, if it has it.
  private func inTitle(at index: Int, _ context: ProseHTML.Context) -> Event? {
    switch events[index] {
    case .value(let value): return .text(context.values(value))
    case .reference(let reference):
      guard let target = context.targets[reference.label] else { return events[index] }
      return .text(context.words.citation(of: target, behind: events[..<index]))
    case .formula(var formula):
      formula.isDisplay = false
      formula.label = nil
      return .formula(formula)
    case .enter(.link), .exit(.link), .enter(.image), .exit(.image), .footnote: return nil
    case let event: return event
    }
  }
}
