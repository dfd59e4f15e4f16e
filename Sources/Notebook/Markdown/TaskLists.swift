/// Makes tasks of the items of lists that begin with a box: `[ ]`, or `[x]` for what is done.
struct TaskLists {
  /// The events with boxes at the beginnings of their paragraphs.
  static func marked(in events: [Prose.Event]) -> [Prose.Event] {
    var marked: [Prose.Event] = []
    marked.reserveCapacity(events.count)
    for (index, event) in events.enumerated() {
      guard index > 1, case .text(let text) = event, events[index - 1] == .enter(.paragraph),
        events[index - 2] == .enter(.item), let isChecked = box(of: text)
      else {
        marked.append(event)
        continue
      }
      marked.append(.checkbox(isChecked: isChecked))
      marked.append(.text(String(text.dropFirst(4))))
    }
    return marked
  }

  private static func box(of text: String) -> Bool? {
    if text.hasPrefix("[ ] ") { return false }
    return text.hasPrefix("[x] ") || text.hasPrefix("[X] ") ? true : nil
  }
}
