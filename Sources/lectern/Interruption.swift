import Foundation
import Synchronization

/// Whether someone has pressed Ctrl-C.
enum Interruption {
  private static let isRequested = Atomic<Bool>(false)

  /// From now on the first Ctrl-C asks the run to stop, and the second ends the program at once.
  static func watch() {
    signal(SIGINT) { _ in
      Interruption.isRequested.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// Whether the run should stop.
  static var wasRequested: Bool { isRequested.load(ordering: .relaxed) }
}
