/// Numbers footnotes in the order of their first references, and leads from each to the other.
struct FootnoteNumbers {
  /// A footnote's text, as it is defined.
  struct Definition {
    var label: String
    /// Where the name stands, with its brackets.
    var range: SourceRange
    var events: [Prose.Event]
  }

  /// More names than these are not searched for one that is meant.
  private static let searchedNames = 100

  private let definitions: [Definition]
  private var indices: [String: Int] = [:]
  /// The footnotes that have numbers, by their indices among the definitions.
  private(set) var numbered: [Int] = []
  private var numbers: [Int: Int] = [:]
  private var references: [[Prose.FootnoteReference]] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ definitions: [Definition]) {
    self.definitions = definitions
    for (index, definition) in definitions.enumerated() {
      if indices[definition.label] == nil {
        indices[definition.label] = index
      } else {
        diagnostics.append(
          .error(
            .duplicateFootnote, "there already is a footnote '\(definition.label)'",
            at: definition.range))
      }
    }
  }

  /// The events with numbers in their references; one that leads nowhere is shown as it is written.
  mutating func number(_ events: [Prose.Event]) -> [Prose.Event] {
    events.map { event in
      guard case .footnote(let reference) = event else { return event }
      return number(reference)
    }
  }

  private mutating func number(_ reference: Prose.FootnoteReference) -> Prose.Event {
    guard let index = indices[reference.label] else {
      let hint = suggestion(
        for: reference.label,
        among: definitions.count > Self.searchedNames ? [] : definitions.map(\.label))
      diagnostics.append(
        .error(
          .unknownFootnote, "there is no footnote '\(reference.label)'\(hint)",
          at: reference.range, suggestion: hint))
      return .text("[^\(reference.label)]")
    }
    if numbers[index] == nil {
      numbered.append(index)
      numbers[index] = numbered.count
      references.append([])
    }
    var reference = reference
    reference.number = numbers[index] ?? 0
    reference.occurrence = references[reference.number - 1].count + 1
    references[reference.number - 1].append(reference)
    return .footnote(reference)
  }

  /// The footnotes in the order of their numbers, when all other prose has been numbered.
  mutating func footnotes() -> [Footnote] {
    var texts: [[Prose.Event]] = []
    // A footnote may refer to others, which come behind it.
    while texts.count < numbered.count {
      texts.append(number(definitions[numbered[texts.count]].events))
    }
    for (index, definition) in definitions.enumerated()
    where numbers[index] == nil && indices[definition.label] == index {
      diagnostics.append(
        .warning(
          .unusedFootnote, "nothing refers to footnote '\(definition.label)'",
          at: definition.range))
    }
    return texts.enumerated().map { index, text in
      Footnote(number: index + 1, prose: Prose(events: adding(references[index], to: text)))
    }
  }

  /// A footnote's text with the ways back at the end of its last paragraph.
  private func adding(
    _ references: [Prose.FootnoteReference], to text: [Prose.Event]
  ) -> [Prose.Event] {
    let ways = references.map { Prose.Event.wayBack($0) }
    guard text.last == .exit(.paragraph) else {
      return text + [.enter(.paragraph)] + ways + [.exit(.paragraph)]
    }
    return text.dropLast() + ways + [.exit(.paragraph)]
  }
}
