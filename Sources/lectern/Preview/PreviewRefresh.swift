/// Why the page is made anew.
struct PreviewRefresh {
  /// What has happened: "lesson.md saved".
  let occasion: String
  /// When they had not changed yet.
  let start: ContinuousClock.Instant

  /// Milliseconds since then, rounded up.
  var milliseconds: Int {
    Int((start.duration(to: .now) / .milliseconds(1)).rounded(.up))
  }
}
