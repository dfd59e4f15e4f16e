import Execution
import Rendering

/// How far a running block has come.
struct RunningBlock {
  /// "{train spam}".
  var header: String
  /// The block on the page, if it is there.
  var anchor: String?
  /// What it said last.
  var line: String?
  var progress: WorkProgress?

  /// Writes the header of a block, which leads to it if it is on the page.
  static func write(_ header: String, linkedTo anchor: String?, into line: inout Markup) {
    if let anchor {
      line.element("a", ["href": "#\(anchor)"]) { $0.element("code", text: header) }
    } else {
      line.element("code", text: header)
    }
  }

  /// Writes a line of words, and a bar if it is known how far the block is.
  func write(into strip: inout Markup) {
    strip.element("p") { paragraph in
      paragraph.element("strong", text: "Running")
      paragraph.text(" ")
      Self.write(header, linkedTo: anchor, into: &paragraph)
      if let progress, progress.told.unit == .run {
        paragraph.text(" \(progress.description)")
      } else {
        if let line { paragraph.text(" \(line)") }
        if let left = progress?.timeLeft { paragraph.text(" · \(left) left") }
      }
    }
    if let progress {
      strip.empty(
        "progress",
        [
          "max": String(progress.told.total), "value": String(progress.told.done),
          "aria-label": "\(progress.told.unit == .run ? "Runs" : "Epochs") of \(header)",
        ])
    }
  }
}
