import Foundation

/// What somebody sees who reads standard error.
struct Terminal: Sendable {
  /// Whether it is a terminal that can take a line back.
  let isInteractive: Bool
  /// Whether it shows colours.
  let hasColors: Bool

  /// Standard error, by the conventions of `NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE` and `TERM`.
  static let standardError = Terminal(
    isTerminal: isatty(STDERR_FILENO) == 1, environment: ProcessInfo.processInfo.environment)

  init(isTerminal: Bool, environment: [String: String]) {
    func isSet(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    isInteractive = isTerminal && environment["TERM"] != "dumb"
    if isSet("NO_COLOR") {
      hasColors = false
    } else if isSet("CLICOLOR_FORCE"), environment["CLICOLOR_FORCE"] != "0" {
      hasColors = true
    } else {
      hasColors = isInteractive && environment["CLICOLOR"] != "0"
    }
  }
}
