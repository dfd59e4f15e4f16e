import Execution

/// A figure with its caption, and its numbers as a table in a fold.
struct FigureHTML: Sendable {
  let figure: Figure
  let caption: BlockView.Caption?
  /// The start of the ids within the drawing.
  let identifier: String
  let languages: PageLanguages

  func write(into page: inout Markup) {
    let drawing = FigureSVG(
      figure, identifier: identifier, alternativeText: caption?.alternativeText,
      language: languages.authorInOutput, showsTitle: !(caption?.takesTitle ?? false))
    DrawingHTML(
      svg: drawing.text, caption: caption, title: figure.title,
      isTitleOfAuthor: figure.wordsOfAuthor.contains(figure.title),
      names: LineNamesHTML(figure, languages: languages), languages: languages
    ).write(into: &page)
    page.newline()
    let table = FigureTable.table(of: figure)
    // A plane says what it shows in its description.
    if table.rows.isEmpty { return }
    page.element("details", ["class": "numbers"]) {
      $0.element("summary", text: languages.words.numbers)
      TableHTML(table: table, caption: nil, languages: languages).write(into: &$0)
    }
  }
}
