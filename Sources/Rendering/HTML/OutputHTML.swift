import Execution

/// Writes outputs as HTML and counts the drawings of a page, so that each has ids of its own.
struct OutputHTML: Sendable {
  private let languages: PageLanguages
  private var drawings = 0

  init(languages: PageLanguages) {
    self.languages = languages
  }

  mutating func write(_ output: Output, _ caption: BlockView.Caption?, into page: inout Markup) {
    switch output {
    case .log(let lines): LogHTML(lines: lines).write(into: &page)
    case .text(let text):
      page.element("div", ["class": "output"]) {
        CodeHTML(source: text, language: nil).write(into: &$0)
      }
    case .table(let table):
      TableHTML(table: table, caption: caption, languages: languages).write(into: &page)
    case .figure(let figure):
      drawings += 1
      // A full stop cannot stand in a heading's id, so these never collide with the lesson's own.
      FigureHTML(
        figure: figure, caption: caption, identifier: "drawing.\(drawings)", languages: languages
      ).write(into: &page)
    case .pictures(let sheet):
      drawings += 1
      PictureSheetHTML(
        sheet: sheet, caption: caption, identifier: "drawing.\(drawings)", languages: languages
      ).write(into: &page)
    case .excerpts(let excerpts): ExcerptsHTML(excerpts: excerpts).write(into: &page)
    case .claims(let claims): ClaimsHTML(claims: claims).write(into: &page)
    case .note(let note): Self.html(note).write(into: &page)
    }
  }

  private static func html(_ note: Note) -> NoteHTML {
    switch note.severity {
    case .information: NoteHTML(kind: "information", heading: "Note", messages: [note.message])
    case .warning: NoteHTML(kind: "warning", heading: "Warning", messages: [note.message])
    case .error: NoteHTML(kind: "error", heading: "Error", messages: [note.message])
    }
  }
}
