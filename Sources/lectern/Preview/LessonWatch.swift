import Execution
import Foundation

/// Looks whether files have changed. Looking works on every system and follows programs that save by renaming.
struct LessonWatch {
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
