import Execution

/// A figure as the text of one SVG element.
///
/// The text is the same for the same figure, always: no clock, no counter, no locale. Its colours come
/// from the stylesheet of figures, so one drawing serves light and dark pages; a reader that cannot
/// see it finds its content in words in `<title>` and `<desc>`.
public struct FigureSVG: Sendable {
  private let figure: Figure
  private let identifier: String
  private let alternativeText: String?
  private let language: String?
  private let showsTitle: Bool

  /// A drawing of a figure.
  ///
  /// - Parameters:
  ///   - identifier: The start of all ids in the drawing, unique in its page, such as "figure-3".
  ///   - alternativeText: The author's description; without one it is written from the data.
  ///   - language: That of the author's description and words, if it is another than that of the words around.
  ///   - showsTitle: Whether the title stands above the drawing; a caption may have it.
  public init(
    _ figure: Figure, identifier: String, alternativeText: String? = nil, language: String? = nil,
    showsTitle: Bool = true
  ) {
    self.figure = figure
    self.identifier = identifier
    self.alternativeText = alternativeText
    self.language = language
    self.showsTitle = showsTitle
  }

  /// The element for a page that has the stylesheet of figures.
  public var text: String {
    drawing(stylesheet: nil)
  }

  /// The element with its stylesheet within, to stand alone.
  public var standaloneText: String {
    drawing(stylesheet: Stylesheets.figure)
  }

  /// What the drawing shows, in sentences.
  public var description: String {
    if let alternativeText { return alternativeText }
    if let heatmap = Heatmap(figure) { return HeatmapDescription(heatmap).text }
    return ChartDescription(figure).text
  }

  private func drawing(stylesheet: String?) -> String {
    var content = Markup()
    let foreignWords = ForeignWords(figure.wordsOfAuthor, in: language)
    content.foreignWords = foreignWords
    let size: Size
    var takesFocus = false
    var drawn = figure
    if !showsTitle { drawn.title = "" }
    if let heatmap = Heatmap(figure) {
      let drawing = HeatmapDrawing(heatmap, title: drawn.title, identifier: identifier)
      drawing.draw(into: &content)
      size = drawing.size
    } else {
      let drawing = ChartDrawing(drawn, identifier: identifier)
      drawing.draw(into: &content)
      size = drawing.size
      takesFocus = drawing.takesFocus
    }
    return SVGElement(
      title: figure.title, titleLanguage: foreignWords?.language(of: figure.title),
      description: description, size: size, identifier: identifier,
      language: alternativeText == nil ? nil : language, takesFocus: takesFocus
    ).text(stylesheet: stylesheet, content: content.text)
  }
}
