import ArgumentParser
import Foundation

/// How the program ends, as a number for whoever called it.
enum ExitStatus: Int32 {
  case success = 0
  case blockFailed = 1
  case checkFailed = 2
  case claimsFailed = 3
  case usage = 64
  case fileProblem = 74
  case interrupted = 130

  /// The one that matters most when several lessons end differently.
  static func worst(of statuses: [ExitStatus]) -> ExitStatus {
    let order: [ExitStatus] = [
      .interrupted, .usage, .fileProblem, .checkFailed, .blockFailed, .claimsFailed,
    ]
    return order.first(where: statuses.contains) ?? .success
  }

  /// Ends the program with this status, if it is not success.
  func exit() throws {
    if self != .success { throw ExitCode(rawValue) }
  }
}

/// Ends the program at once, with a status.
///
/// The C library's `exit` would first run what libraries have left with it, beside threads that may still be at work after an
/// interruption and use what is taken away there.
func endProgram(_ status: Int32) -> Never {
  _exit(status)
}
