import Execution
import Foundation

/// Looks whether files have changed. Looking works on every system and follows programs that save by renaming.
struct LessonWatch {
  /// The shortest and the longest pause between two looks, in seconds.
  private static let pauses = (shortest: 0.005, longest: 0.1)
  /// Longer than the grain of a file's time stamps: a stamp that stays for so long does not hide a change.
  private static let calm = 0.01
  /// A file that vanishes or is empty is most likely being saved: how long to wait for it.
  private static let patience = 0.15

  private var stamps: [String: FileStamp?]

  /// Watches the files as they were when they were read.
  init(_ stamps: [String: FileStamp?]) {
    self.stamps = stamps
  }

  /// The files that are not as they were, in order of their names.
  var changes: [String] {
    stamps.filter { FileStamp(ofFile: $0.key) != $0.value }.keys.sorted()
  }

  /// How long to wait for the next look, in seconds, when nothing has changed for so many: who saves often sees it at once,
  /// and a preview that is left alone for days costs next to nothing.
  static func pause(afterCalm seconds: Double) -> Double {
    min(max(seconds / 500, pauses.shortest), pauses.longest)
  }

  /// Returns when no file has changed for a moment, and for a longer one if some are missing or empty.
  static func waitUntilCalm(_ paths: some Collection<String>) {
    var seen = paths.map { FileStamp(ofFile: $0) }
    var calmSince = ContinuousClock.now
    let start = calmSince
    // A file that somebody writes all the time is read as it is.
    while ContinuousClock.now - start < .seconds(1) {
      Thread.sleep(forTimeInterval: calm)
      let now = paths.map { FileStamp(ofFile: $0) }
      if now != seen {
        seen = now
        calmSince = .now
        continue
      }
      let isWhole = seen.allSatisfy { ($0?.size ?? 0) > 0 }
      if isWhole || ContinuousClock.now - calmSince >= .seconds(patience) { return }
    }
  }
}
