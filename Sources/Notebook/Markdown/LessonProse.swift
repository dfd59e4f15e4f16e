/// A lesson's text as prose and fences, with all that CommonMark lacks: tables, math, footnotes, tasks and labels.
///
/// cmark is the only parser. What it does not know is found in the paragraphs that it finds, and written anew in a way that
/// it does know.
struct LessonProse {
  /// The prose and the fences, in reading order.
  private(set) var pieces: [ProseReader.Piece] = []
  /// The footnotes that the prose refers to.
  private(set) var footnotes: [Footnote] = []
  /// The fences that are shown and may be meant to be blocks.
  private(set) var shownFences: [ShownFence] = []
  /// The fences with braces that stand inside something else.
  private(set) var lostFences: [SourceRange] = []
  /// All that is wrong.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads a lesson; `blanked` is the source's bytes with front matter blanked out, line for line.
  init(_ blanked: [UInt8], of source: SourceText) {
    var placeholders = Placeholders()
    var draft = MarkdownDraft(blanked)
    draft = FootnoteDefinitions.replacing(in: draft, &placeholders)
    draft = PipeTables.replacing(in: draft, &placeholders, into: &diagnostics)
    draft = MathSpans.replacing(in: draft, &placeholders, into: &diagnostics)
    var reader = ProseReader(source, draft, placeholders)
    reader.read()
    shownFences = reader.shownFences
    lostFences = reader.lostFences
    diagnostics += reader.diagnostics
    var definitions = reader.footnotes
    for index in definitions.indices {
      definitions[index].events = arranging(definitions[index].events, of: source)
    }
    var numbers = FootnoteNumbers(definitions)
    for piece in reader.pieces {
      if case .prose(let prose) = piece {
        let events = arranging(prose.events, of: source)
        pieces.append(.prose(Prose(events: numbers.number(events))))
      } else {
        pieces.append(piece)
      }
    }
    footnotes = numbers.footnotes()
    diagnostics += numbers.diagnostics
  }

  /// The events of one stretch of prose as a page shows them.
  private mutating func arranging(
    _ events: [Prose.Event], of source: SourceText
  ) -> [Prose.Event] {
    let captioned = TableCaptions.placed(in: TaskLists.marked(in: events))
    let labelled = LabelPlacement.placed(in: captioned, into: &diagnostics)
    PictureAdvice.note(labelled, into: &diagnostics)
    ValueAdvice.note(labelled, into: &diagnostics)
    let captions = CaptionReader(source)
    return labelled.map { captions.captioning($0, into: &diagnostics) }
  }
}
