import Execution

/// A sheet of pictures as the text of one SVG element, the same for the same sheet, always.
public struct PictureSheetSVG: Sendable {
  private static let width = 640.0
  private static let gap = 14.0
  /// A picture's longer side, for pictures of few pixels.
  private static let pictureSide = 78.0
  private static let labelSize = 11.5

  private let sheet: PictureSheet
  private let identifier: String
  private let alternativeText: String?
  private let language: String?
  private let showsTitle: Bool

  /// A drawing of a sheet.
  ///
  /// - Parameters:
  ///   - identifier: The start of all ids in the drawing, unique in its page.
  ///   - alternativeText: The author's description; without one it is written from the sheet.
  ///   - language: That of the author's description, if it is another than that of the words around.
  ///   - showsTitle: Whether the title stands above the drawing; a caption may have it.
  public init(
    _ sheet: PictureSheet, identifier: String, alternativeText: String? = nil,
    language: String? = nil, showsTitle: Bool = true
  ) {
    self.sheet = sheet
    self.identifier = identifier
    self.alternativeText = alternativeText
    self.language = language
    self.showsTitle = showsTitle
  }

  /// The element for a page that has the stylesheet of figures.
  public var text: String { drawing(stylesheet: nil) }

  /// The element with its stylesheet within, to stand alone.
  public var standaloneText: String { drawing(stylesheet: Stylesheets.figure) }

  /// What the sheet shows, in sentences.
  public var description: String {
    if let alternativeText { return alternativeText }
    guard let first = sheet.entries.first else { return "No pictures." }
    let count = sheet.entries.count == 1 ? "One picture" : "\(sheet.entries.count) pictures"
    let words = sheet.entries.map(\.words).joined(separator: ", ")
    return "\(count) of \(first.width) × \(first.height) pixels: \(words)."
  }

  private func drawing(stylesheet: String?) -> String {
    var content = Markup()
    let headline = Headline(showsTitle ? sheet.title : "", width: Self.width - 4)
    headline.draw(into: &content, top: 6)
    let top = 6 + headline.height + 6
    let columns = max(1, Int((Self.width - 4 + Self.gap) / (cell.width + Self.gap)))
    for (index, entry) in sheet.entries.enumerated() {
      let place = Point(
        x: 2 + Double(index % columns) * (cell.width + Self.gap),
        y: top + Double(index / columns) * (cell.height + Self.gap))
      draw(entry, at: place, into: &content)
    }
    let rows = (sheet.entries.count + columns - 1) / columns
    let size = Size(
      width: Self.width, height: (top + Double(rows) * (cell.height + Self.gap)).rounded(.up))
    return SVGElement(
      title: sheet.title, description: description, size: size, identifier: identifier,
      language: alternativeText == nil ? nil : language
    ).text(stylesheet: stylesheet, content: content.text)
  }

  /// The side of a pixel: whole numbers of them make sharp edges.
  private var pixelSide: Double {
    let side = sheet.entries.map { max($0.width, $0.height) }.max() ?? 1
    return max(1, (Self.pictureSide / Double(side)).rounded(.down))
  }

  /// The room for a picture and the words below it.
  private var cell: Size {
    let width = Double(sheet.entries.map(\.width).max() ?? 1) * pixelSide
    let height = Double(sheet.entries.map(\.height).max() ?? 1) * pixelSide
    return Size(width: max(width, 40), height: height + 17)
  }

  /// The inks of a picture with their classes: that of words, or two for numbers on both sides of paper.
  private func inks(of entry: PictureSheet.Entry) -> [(ink: [UInt8], style: String)] {
    if entry.inkBelow.isEmpty { return [(entry.ink, "pixels")] }
    return [(entry.ink, "pixels above"), (entry.inkBelow, "pixels below")]
  }

  private func draw(_ entry: PictureSheet.Entry, at place: Point, into markup: inout Markup) {
    let coordinate = NumberText.coordinate
    let (width, height) = (Double(entry.width) * pixelSide, Double(entry.height) * pixelSide)
    let left = place.x + (cell.width - width) / 2
    let move = "translate(\(coordinate(left)) \(coordinate(place.y)))"
    for (ink, style) in inks(of: entry) {
      markup.element(
        "g", ["class": style, "transform": "\(move) scale(\(coordinate(pixelSide)))"]
      ) { markup in
        for (ink, path) in PixelAreas(entry, ink: ink).paths {
          markup.empty("path", ["fill-opacity": coordinate(ink), "d": path])
        }
      }
    }
    markup.empty(
      "rect",
      [
        "class": "picture", "x": coordinate(left - 0.5), "y": coordinate(place.y - 0.5),
        "width": coordinate(width + 1), "height": coordinate(height + 1),
      ])
    let words = TextMetrics.fit(entry.words, size: Self.labelSize, into: cell.width + Self.gap - 4)
    TextMark(
      words, at: Point(x: place.x + cell.width / 2, y: place.y + cell.height - 3), .middle,
      style: "tick"
    ).draw(into: &markup)
    markup.newline()
  }
}
