/// The text that cmark is given: a lesson's own, with some words replaced by what cmark can read, and knowing where in the
/// lesson all of it comes from.
struct MarkdownDraft {
  /// A part of the text that replaces another.
  enum Piece {
    /// Words of the draft, which keep their places.
    case copied(SourceRange)
    /// Other words; they stand where what they replace stood.
    case inserted([UInt8])
  }

  /// A range of the draft and what replaces it.
  struct Edit {
    var range: SourceRange
    var pieces: [Piece]
  }

  /// A part of the draft that comes from one place.
  private struct Stretch {
    /// Where it begins in the draft.
    var start: Int
    /// Where it begins in the lesson.
    var source: Int
    var isCopied: Bool
  }

  /// The text.
  let bytes: [UInt8]
  /// Its lines.
  let lines: LineTable
  private let stretches: [Stretch]

  /// A draft that is the lesson itself.
  init(_ bytes: [UInt8]) {
    self.init(bytes, [Stretch(start: 0, source: 0, isCopied: true)])
  }

  /// A draft of words in a lesson, behind an opening that is not the lesson's.
  init(_ words: QuotedWords, behind opening: [UInt8]) {
    let first = words.stretches.first?.source ?? 0
    self.init(
      opening + words.bytes,
      [Stretch(start: 0, source: first, isCopied: false)]
        + words.stretches.map { stretch in
          Stretch(
            start: opening.count + stretch.start, source: stretch.source,
            isCopied: stretch.isCopied)
        })
  }

  private init(_ bytes: [UInt8], _ stretches: [Stretch]) {
    self.bytes = bytes
    self.stretches = stretches
    lines = LineTable(bytes)
  }

  /// A line's bytes without its line end; `line` counts from 1.
  func range(ofLine line: Int) -> SourceRange {
    lines.range(ofLine: max(1, min(line, lines.count)), in: bytes)
  }

  /// Where an offset of the draft stands in the lesson.
  func source(of offset: Int) -> Int {
    let stretch = stretches[indexOfStretch(at: offset)]
    return stretch.isCopied ? stretch.source + offset - stretch.start : stretch.source
  }

  /// Where some words of the draft stand in the lesson.
  func source(of range: SourceRange) -> SourceRange {
    if range.lower == range.upper {
      let place = source(of: range.lower)
      return SourceRange(place, place)
    }
    let last = stretches[indexOfStretch(at: range.upper - 1)]
    return SourceRange(
      source(of: range.lower), source(of: range.upper - 1) + (last.isCopied ? 1 : 0))
  }

  private func indexOfStretch(at offset: Int) -> Int {
    var low = 0
    var high = stretches.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if stretches[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The draft with some of its parts replaced; the edits stand in their order and do not overlap.
  func applying(_ edits: [Edit]) -> MarkdownDraft {
    if edits.isEmpty { return self }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var made: [Stretch] = []
    var end = 0
    for edit in edits {
      copy(SourceRange(end, edit.range.lower), to: &text, &made)
      for piece in edit.pieces {
        switch piece {
        case .copied(let range): copy(range, to: &text, &made)
        case .inserted(let words):
          made.append(
            Stretch(start: text.count, source: source(of: edit.range.lower), isCopied: false))
          text += words
        }
      }
      end = edit.range.upper
    }
    copy(SourceRange(end, bytes.count), to: &text, &made)
    if made.isEmpty { made = [Stretch(start: 0, source: 0, isCopied: true)] }
    return MarkdownDraft(text, made)
  }

  private func copy(_ range: SourceRange, to text: inout [UInt8], _ made: inout [Stretch]) {
    guard range.lower < range.upper else { return }
    var index = indexOfStretch(at: range.lower)
    while index < stretches.count, stretches[index].start < range.upper {
      let stretch = stretches[index]
      let first = max(stretch.start, range.lower)
      let skipped = stretch.isCopied ? first - stretch.start : 0
      made.append(
        Stretch(
          start: text.count + first - range.lower, source: stretch.source + skipped,
          isCopied: stretch.isCopied))
      index += 1
    }
    text += bytes[range.lower..<range.upper]
  }
}
