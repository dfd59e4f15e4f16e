import Execution

/// Writes outputs as HTML and numbers the drawings of a page, so that each has ids of its own.
struct OutputHTML: Sendable {
  private let languages: PageLanguages
  private var drawings: Int

  /// - Parameter drawings: how many drawings there are above on the page.
  init(languages: PageLanguages, after drawings: Int) {
    self.languages = languages
    self.drawings = drawings
  }

  mutating func write(_ output: Output, _ caption: BlockView.Caption?, into page: inout Markup) {
    switch output {
    case .log(let lines): LogHTML(lines: lines, languages: languages).write(into: &page)
    case .text(let text):
      page.element("div", ["class": "output", "lang": languages.output]) {
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
    case .excerpts(let excerpts):
      ExcerptsHTML(excerpts: excerpts, languages: languages).write(into: &page)
    case .claims(let claims): ClaimsHTML(claims: claims, languages: languages).write(into: &page)
    case .note(let note): html(note).write(into: &page)
    }
  }

  private func html(_ note: Note) -> NoteHTML {
    let (kind, heading) =
      switch note.severity {
      case .information: ("information", languages.words.note)
      case .warning: ("warning", languages.words.warning)
      case .error: ("error", languages.words.error)
      }
    return NoteHTML(
      kind: kind, heading: heading, messages: [note.message], languages: languages)
  }
}
