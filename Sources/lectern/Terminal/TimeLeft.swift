/// How long work will go on at the pace that it has had so far.
enum TimeLeft {
  /// "3 s", "12 min", "1 h 5 min"; nil when it is too early to tell.
  ///
  /// - Parameters:
  ///   - share: how much of the work is done, from 0 to 1.
  ///   - elapsed: the seconds that it has taken.
  static func text(share: Double, elapsed: Double) -> String? {
    guard elapsed >= 0.5, share > 0 else { return nil }
    let left = (elapsed * (1 - share) / share).rounded(.up)
    // A pace of next to nothing says nothing.
    guard left < 1e9 else { return nil }
    let seconds = max(Int(left), 0)
    if seconds < 60 { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
