import Rendering

/// One line about what the preview does.
enum PreviewStatus {
  /// A block runs.
  case running(RunningBlock)
  /// The page shows the lesson as it is, perhaps with blocks that did not go well.
  case ready(String, [BlockTrouble])
  /// The lesson has mistakes; whether there is a page of an earlier version.
  case mistaken(hasPage: Bool)

  /// A strip for the foot of the page.
  var html: String {
    var strip = Markup()
    switch self {
    case .running(let block): block.write(into: &strip)
    case .ready(let text, let troubles):
      strip.element("p") { line in
        if troubles.isEmpty {
          line.element("strong", ["class": "ready"], text: "Up to date")
          line.text(" \(text)")
        } else {
          line.element("strong", ["class": "mistaken"], text: "Up to date, but")
          BlockTrouble.write(troubles, into: &line)
          line.text(" · \(text)")
        }
      }
    case .mistaken(let hasPage):
      strip.element("p") { line in
        line.element("strong", ["class": "mistaken"], text: "Not up to date")
        line.text(hasPage ? " This is the last version without mistakes." : "")
      }
    }
    return strip.text
  }
}
