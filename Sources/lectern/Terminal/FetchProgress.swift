import Downloads
import Foundation
import Synchronization

/// Words for how far downloads are, each with its pace since it began.
final class FetchProgress: Sendable {
  private struct Start {
    var instant: ContinuousClock.Instant
    /// What an earlier attempt had left.
    var received: Int
    /// What there was when it was last heard of.
    var latest: Int
  }

  /// How many characters a bar has.
  private static let barWidth = 20

  private let starts = Mutex<[String: Start]>([:])

  /// "fetching mail.csv: ████████░░░░░░░░░░░░ 2.2 of 5.5 MB, 1.1 MB a second, 3 s left", as far as that is known.
  func text(_ progress: DownloadProgress) -> String {
    let received = progress.received
    let start = starts.withLock { starts in
      var start = Start(instant: .now, received: received, latest: received)
      // One with less than before begins anew, or is another of this name.
      if let known = starts[progress.file], known.latest <= received {
        start = known
        start.latest = received
      }
      starts[progress.file] = start
      return start
    }
    return Self.text(
      progress, since: start.received, elapsed: (.now - start.instant) / .seconds(1))
  }

  /// The words for a download that began with some bytes so many seconds ago.
  static func text(_ progress: DownloadProgress, since first: Int, elapsed: Double) -> String {
    let words = [
      amount(progress), pace(progress.received - first, elapsed),
      timeLeft(progress, since: first, elapsed).map { "\($0) left" },
    ]
    let shown = share(of: progress).map { bar($0) + " " } ?? ""
    return "fetching \(progress.file): " + shown + words.compactMap(\.self).joined(separator: ", ")
  }

  private static func share(of progress: DownloadProgress) -> Double? {
    guard let total = progress.total, total > 0 else { return nil }
    return min(Double(progress.received) / Double(total), 1)
  }

  private static func bar(_ share: Double) -> String {
    let full = Int(share * Double(barWidth))
    return String(repeating: "█", count: full) + String(repeating: "░", count: barWidth - full)
  }

  private static func amount(_ progress: DownloadProgress) -> String {
    let received = megabytes(progress.received)
    return (progress.total.map { "\(received) of \(megabytes($0))" } ?? received) + " MB"
  }

  /// nil when it is too early to tell.
  private static func pace(_ bytes: Int, _ elapsed: Double) -> String? {
    guard elapsed >= 0.5, bytes > 0 else { return nil }
    return "\(megabytes(Int(Double(bytes) / elapsed))) MB a second"
  }

  private static func timeLeft(
    _ progress: DownloadProgress, since first: Int, _ elapsed: Double
  ) -> String? {
    guard let total = progress.total, total > first else { return nil }
    let share = Double(progress.received - first) / Double(total - first)
    return TimeLeft.text(share: min(share, 1), elapsed: elapsed)
  }

  private static func megabytes(_ bytes: Int) -> String {
    String(format: "%.1f", Double(bytes) / 1e6)
  }
}
