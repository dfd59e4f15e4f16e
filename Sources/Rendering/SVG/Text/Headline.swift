/// The title of a drawing, in at most two lines at its top left.
struct Headline: Sendable {
  private let lines: [String]

  private static let size = 14.0
  private static let lineHeight = 18.0

  init(_ title: String, width: Double) {
    lines = TextMetrics.lines(title, size: Self.size * 1.13, width: width, atMost: 2)
  }

  /// How much of the drawing's height the title takes.
  var height: Double { Double(lines.count) * Self.lineHeight }

  func draw(into markup: inout Markup, top: Double) {
    for (index, line) in lines.enumerated() {
      let baseline = top + Self.size - 1 + Double(index) * Self.lineHeight
      TextMark(line, at: Point(x: 2, y: baseline), style: "title").draw(into: &markup)
    }
  }
}
