import Execution

/// A sheet of pictures with its caption and its remark.
struct PictureSheetHTML: Sendable {
  let sheet: PictureSheet
  let caption: BlockView.Caption?
  /// The start of the ids within the drawing.
  let identifier: String
  let languages: PageLanguages

  func write(into page: inout Markup) {
    let drawing = PictureSheetSVG(
      sheet, identifier: identifier, alternativeText: caption?.alternativeText,
      language: languages.authorInOutput, showsTitle: !(caption?.takesTitle ?? false))
    DrawingHTML(svg: drawing.text, caption: caption, title: sheet.title, languages: languages)
      .write(into: &page)
    if let remark = sheet.remark {
      page.element("p", ["class": "remark", "lang": languages.output], text: remark)
    }
  }
}
