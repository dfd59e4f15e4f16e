/// Makes the paragraphs `Table: words {#tbl-name}` next to tables their captions.
struct TableCaptions {
  private static let marker = "Table:"

  /// The events with captions at the beginnings of their tables.
  static func placed(in events: [Prose.Event]) -> [Prose.Event] {
    let captions = found(in: events)
    if captions.isEmpty { return events }
    let moved = captions.values.sorted { $0.lowerBound < $1.lowerBound }[...]
    var rest = moved
    var placed: [Prose.Event] = []
    var index = 0
    while index < events.count {
      if let next = rest.first, next.lowerBound == index {
        index = next.upperBound
        rest = rest.dropFirst()
        continue
      }
      if let caption = captions[index], case .enter(.table(let table)) = events[index] {
        append(table, events[caption], to: &placed)
      } else {
        placed.append(events[index])
      }
      index += 1
    }
    return placed
  }

  /// Per table, by where it begins, the paragraph that is its caption: the one before it, else the one behind it.
  private static func found(in events: [Prose.Event]) -> [Int: Range<Int>] {
    var captions: [Int: Range<Int>] = [:]
    var lastParagraph = 0..<0
    var start: Int?
    var taken = 0
    for (index, event) in events.enumerated() {
      switch event {
      case .enter(.paragraph): lastParagraph = index..<index
      case .exit(.paragraph): lastParagraph = lastParagraph.lowerBound..<index + 1
      case .enter(.table):
        start = index
        if lastParagraph.upperBound == index, lastParagraph.lowerBound >= taken,
          isCaption(at: lastParagraph.lowerBound, in: events)
        {
          captions[index] = lastParagraph
          taken = index
        }
      case .exit(.table):
        guard let table = start, captions[table] == nil, isCaption(at: index + 1, in: events),
          let end = events[index...].firstIndex(of: .exit(.paragraph))
        else { continue }
        captions[table] = index + 1..<end + 1
        taken = end + 1
      default: break
      }
    }
    return captions
  }

  private static func isCaption(at index: Int, in events: [Prose.Event]) -> Bool {
    guard index + 1 < events.count, events[index] == .enter(.paragraph),
      case .text(let text) = events[index + 1]
    else { return false }
    return text.hasPrefix(marker)
  }

  /// Appends the beginning of a table with its caption, and gives the table the label at the caption's end.
  private static func append(
    _ table: Prose.Table, _ paragraph: ArraySlice<Prose.Event>, to placed: inout [Prose.Event]
  ) {
    var words = Array(paragraph.dropFirst().dropLast())
    if case .text(let text)? = words.first {
      words[0] = .text(String(text.dropFirst(marker.count).drop(while: \.isWhitespace)))
    }
    var table = table
    table.hasCaption = true
    if case .label(let label)? = words.last {
      table.label = label
      words.removeLast()
      words.trimEnd()
    }
    placed.append(.enter(.table(table)))
    placed.append(.enter(.caption))
    placed += words.filter { $0 != .text("") }
    placed.append(.exit(.caption))
  }
}

extension [Prose.Event] {
  /// Takes the blanks away that the events end with.
  mutating func trimEnd() {
    guard case .text(var text)? = last else { return }
    while text.last?.isWhitespace == true { text.removeLast() }
    removeLast()
    if !text.isEmpty { append(.text(text)) }
  }
}
