/// Finds where in a draft the words of cmark's nodes stand: cmark tells of most nodes no more than the line of their paragraph.
///
/// Nodes come in reading order, so words are searched for behind those found before: equal ones have own places.
struct NodePlaces {
  /// How far from its node's start a literal is searched for.
  private static let searchedBytes = 16_384
  private static let closings: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"),
    UInt8(ascii: "("): UInt8(ascii: ")"),
  ]

  /// The paragraph or heading whose words are read.
  var block: TextBlock?
  private let draft: MarkdownDraft
  private var endOfFoundLiteral = 0
  /// The same for values alone. What cmark changes in other words, such as an entity in a citation, can be found too late.
  private var endOfFoundValue = 0

  init(_ draft: MarkdownDraft) {
    self.draft = draft
  }

  /// Where the search for a node's words begins: cmark tells its line, or one before it, and for code on the first line of its
  /// paragraph the column.
  func start(of step: CommonMarkStep) -> Int {
    let line = draft.range(ofLine: step.line)
    guard case .code = step.node, step.line == block?.lines.lowerBound else { return line.lower }
    return min(line.upper, line.lower + step.column - 1)
  }

  /// The place in the draft of a literal; what comes later is searched for behind it.
  mutating func next(_ literal: String, from start: Int) -> SourceRange? {
    let found = first(literal, from: max(start, endOfFoundLiteral))
    if let found { endOfFoundLiteral = found.upper }
    return found
  }

  /// The place in the draft of a code span's content that is a value, or nearly one.
  mutating func nextValue(_ literal: String, of step: CommonMarkStep) -> SourceRange? {
    let found = first(literal, from: max(start(of: step), endOfFoundValue))
    if let found { endOfFoundValue = found.upper }
    return found
  }

  /// The place in the draft of a marker that stands in running text: behind the values before it, which have one each.
  mutating func nextBareMarker(from start: Int) -> SourceRange? {
    next(InlineValue.marker, from: max(start, endOfFoundValue))
  }
}

// MARK: - Links and pictures

extension NodePlaces {
  /// The place in the lesson of a link's address, or the line that its node begins on. The words of the link and those around
  /// it may read like the address, so it is looked for behind the brackets first.
  mutating func place(ofAddress address: String, of step: CommonMarkStep) -> SourceRange {
    if let found = placeBehindBrackets(ofAddress: address, of: step) {
      return draft.source(of: found)
    }
    let found = address.isEmpty ? nil : next(address, from: start(of: step))
    return draft.source(of: found ?? draft.trimmingBlanks(draft.range(ofLine: step.line)))
  }

  /// The places in the lesson of a picture's address and, with its quotes, of the title behind that.
  mutating func places(
    ofAddress address: String, title: String, of step: CommonMarkStep
  ) -> (address: SourceRange, title: SourceRange?) {
    guard let found = placeBehindBrackets(ofAddress: address, of: step) else {
      return (place(ofAddress: address, of: step), nil)
    }
    let title = title.isEmpty ? nil : placeOfTitle(from: found.upper)
    return (draft.source(of: found), title.map(draft.source))
  }

  /// The place in the draft of an address that stands behind the words of its link.
  private mutating func placeBehindBrackets(
    ofAddress address: String, of step: CommonMarkStep
  ) -> SourceRange? {
    for opening in ["](", "](<"] {
      guard let found = next(opening + address, from: start(of: step)) else { continue }
      return SourceRange(found.lower + opening.utf8.count, found.upper)
    }
    return nil
  }

  /// Where in the draft the title stands behind an address that ends at an offset.
  private func placeOfTitle(from start: Int) -> SourceRange? {
    let bytes = draft.bytes
    var offset = start
    // An angle bracket closes the address, or is the mark of a quotation.
    while offset < end, bytes[offset].endsLine || bytes[offset].standsBeforeText { offset += 1 }
    guard offset < end, let closing = Self.closings[bytes[offset]] else { return nil }
    var last = offset + 1
    while last < end, bytes[last] != closing { last += bytes[last] == UInt8(ascii: "\\") ? 2 : 1 }
    return last < end ? SourceRange(offset, last + 1) : nil
  }
}

// MARK: - The search

extension NodePlaces {
  /// The end of the paragraph or heading.
  private var end: Int {
    block.map { draft.range(ofLine: $0.lines.upperBound).upper } ?? draft.bytes.count
  }

  /// The first place of a literal from an offset on, not far away and in the same paragraph.
  private func first(_ literal: String, from start: Int) -> SourceRange? {
    let wanted = Array(literal.utf8)
    guard let first = wanted.first else { return SourceRange(start, start) }
    let end = end
    let last = min(end, start + wanted.count + Self.searchedBytes) - wanted.count
    var offset = start
    while offset <= last {
      // Where a literal is not written as it reads, all of this is searched in vain: most bytes must cost next to nothing.
      let mayBegin = draft.bytes[offset] == first || first == UInt8(ascii: " ")
      if mayBegin, let upper = self.end(of: wanted, at: offset, upTo: end) {
        return SourceRange(offset, upper)
      }
      offset += 1
    }
    return nil
  }

  /// Where a literal ends that begins at an offset; nil if something else stands there. cmark makes a blank of the end of a
  /// line, and leaves out most of what stands before the text of the next one.
  private func end(of literal: [UInt8], at start: Int, upTo end: Int) -> Int? {
    var rest = literal[...]
    var offset = start
    while let byte = rest.first {
      guard offset < end else { return nil }
      if draft.bytes[offset] == byte {
        rest.removeFirst()
        offset += 1
      } else if byte == UInt8(ascii: " "), draft.bytes[offset].endsLine {
        rest = rest.drop(while: \.standsBeforeText)
        while offset < end, draft.bytes[offset].endsLine || draft.bytes[offset].standsBeforeText {
          offset += 1
        }
      } else {
        return nil
      }
    }
    return offset
  }
}
