import Execution
import Notebook
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

/// A block that did not go well.
struct BlockTrouble {
  /// The most blocks that are named.
  private static let most = 3

  /// "{train spam}".
  var header: String
  /// The block on the page, if it is there.
  var anchor: String?
  /// "failed".
  var words: String

  /// All of a run, in reading order; those that only wait for others are not among them.
  static func all(in lesson: ExecutedLesson) -> [BlockTrouble] {
    lesson.outcomes.enumerated().compactMap { index, outcome in
      let words: String
      switch outcome.cause {
      case .failure: words = "failed"
      case .claims: words = "does not hold"
      default: return nil
      }
      return BlockTrouble(
        header: lesson.plan.steps[index].block.header,
        anchor: PreviewPage.anchor(ofBlock: index, in: lesson.plan), words: words)
    }
  }

  /// "{train spam} failed, {expect} does not hold".
  fileprivate static func write(_ troubles: [BlockTrouble], into line: inout Markup) {
    for (index, trouble) in troubles.prefix(most).enumerated() {
      line.text(index == 0 ? " " : ", ")
      RunningBlock.write(trouble.header, linkedTo: trouble.anchor, into: &line)
      line.text(" \(trouble.words)")
    }
    if troubles.count > most { line.text(" and \(troubles.count - most) more") }
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
  var progress: WorkProgress?

  fileprivate static func write(
    _ header: String, linkedTo anchor: String?, into line: inout Markup
  ) {
    if let anchor {
      line.element("a", ["href": "#\(anchor)"]) { $0.element("code", text: header) }
    } else {
      line.element("code", text: header)
    }
  }

  fileprivate func write(into strip: inout Markup) {
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
