import Rendering

/// One line about what the preview does.
enum PreviewStatus {
  /// A block runs.
  case running(RunningBlock)
  /// The page shows the lesson as it is.
  case ready(String)
  /// The lesson has mistakes; whether there is a page of an earlier version.
  case mistaken(hasPage: Bool)

  /// A strip for the foot of the page.
  var html: String {
    var strip = Markup()
    switch self {
    case .running(let block): block.write(into: &strip)
    case .ready(let text):
      strip.element("p") { line in
        line.element("strong", ["class": "ready"], text: "Up to date")
        line.text(" \(text)")
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

/// How far a running block has come.
struct RunningBlock {
  /// "{train spam}".
  var header: String
  /// The block on the page, if it is there.
  var anchor: String?
  /// What it said last.
  var line: String?
  var progress: EpochProgress?

  fileprivate func write(into strip: inout Markup) {
    strip.element("p") { paragraph in
      paragraph.element("strong", text: "Running")
      paragraph.text(" ")
      if let anchor {
        paragraph.element("a", ["href": "#\(anchor)"]) { $0.element("code", text: header) }
      } else {
        paragraph.element("code", text: header)
      }
      if let line { paragraph.text(" \(line)") }
      if let left = progress?.timeLeft { paragraph.text(" · \(left) left") }
    }
    if let progress {
      strip.empty(
        "progress",
        [
          "max": String(progress.epochs), "value": String(progress.epoch),
          "aria-label": "Epochs of \(header)",
        ])
    }
  }
}
