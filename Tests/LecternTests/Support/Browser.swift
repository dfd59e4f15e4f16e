import Foundation

/// Headless Chromium, to see reports as readers do.
enum Browser {
  static let executable = Program.executable(onPath: "chromium")

  /// Whether the tests can run, or must.
  static var isTested: Bool { Package.requiresEverything || executable != nil }
}
