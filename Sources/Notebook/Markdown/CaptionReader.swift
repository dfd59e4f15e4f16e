/// Reads captions: a paragraph of Markdown and no other block, with math, values and citations as in all prose.
struct CaptionReader {
  private let source: SourceText

  /// A reader of captions that stand in a lesson.
  init(_ source: SourceText) {
    self.source = source
  }

  /// The caption that a cell option says.
  func read(_ words: CellOptions.Words, into diagnostics: inout [Diagnostic]) -> Prose {
    read(
      words.text, at: words.range, as: words.isQuoted ? .yaml : .unquoted, into: &diagnostics)
  }

  /// The caption that some words say.
  ///
  /// - Parameters:
  ///   - words: the words with quotes and escapes undone.
  ///   - range: where they stand in the lesson, with their quotes if they have any.
  ///   - notation: whose quotes and escapes they are.
  private func read(
    _ words: String, at range: SourceRange, as notation: QuotedWords.Notation,
    into diagnostics: inout [Diagnostic]
  ) -> Prose {
    var placeholders = Placeholders()
    // Behind a word there is no beginning of a heading, a list, or another block.
    let opening = placeholders.add(.caption) + [UInt8(ascii: " ")]
    let quoted = QuotedWords(words, at: range, of: source, in: notation)
    var draft = MarkdownDraft(quoted, behind: opening)
    var problems: [Diagnostic] = []
    draft = MathSpans.replacing(in: draft, &placeholders, into: &problems)
    // The title of a picture has been looked at as part of its paragraph.
    if notation != .markdown { diagnostics += problems }
    var reader = ProseReader(source, draft, placeholders)
    reader.read()
    diagnostics += reader.diagnostics
    guard case .prose(let paragraph)? = reader.pieces.first else { return Prose(events: []) }
    let events = paragraph.events.dropFirst().dropLast().map { inCaption($0, into: &diagnostics) }
    PictureAdvice.note(events, into: &diagnostics)
    ValueAdvice.note(events, into: &diagnostics)
    return Prose(events: events)
  }

  /// An event as a caption has it: what only running text can have is shown as it is written.
  private func inCaption(
    _ event: Prose.Event, into diagnostics: inout [Diagnostic]
  ) -> Prose.Event {
    switch event {
    case .footnote(let reference):
      diagnostics.append(
        .error(.unknownFootnote, "a caption refers to no footnote", at: reference.range))
      return .text("[^\(reference.label)]")
    case .label(let label) where label.kind != nil:
      diagnostics.append(
        .error(
          .misplacedLabel,
          "a label stands behind a caption's quotes, or in a block's cell option 'label'",
          at: label.range))
      return event
    default: return event
    }
  }

  /// An event of prose; a picture with a label has its title as its caption.
  func captioning(_ event: Prose.Event, into diagnostics: inout [Diagnostic]) -> Prose.Event {
    guard case .enter(.image(var image)) = event, image.label != nil, !image.title.isEmpty,
      let range = image.titleRange ?? image.range
    else { return event }
    image.caption = read(image.title, at: range, as: .markdown, into: &diagnostics)
    return .enter(.image(image))
  }
}
