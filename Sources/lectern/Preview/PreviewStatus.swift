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

/// How far a training has come, read from what it says: "Epoch 3/50 - loss: 0.5815".
struct EpochProgress: Equatable {
  var epoch: Int
  var epochs: Int
  /// Seconds since the block began.
  var elapsed: Double

  init?(line: String, elapsed: Double) {
    guard let match = line.prefixMatch(of: /Epoch (\d+)\/(\d+)\s/), let epoch = Int(match.1),
      let epochs = Int(match.2), epoch > 0, epochs >= epoch
    else { return nil }
    self.epoch = epoch
    self.epochs = epochs
    self.elapsed = elapsed
  }

  /// "3 s", from the pace so far; nil when it is too early to tell.
  var timeLeft: String? {
    guard elapsed >= 0.5 else { return nil }
    let seconds = Int((elapsed * Double(epochs - epoch) / Double(epoch)).rounded(.up))
    if seconds < 60 { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
