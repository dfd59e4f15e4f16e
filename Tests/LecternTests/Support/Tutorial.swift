import Foundation
import Testing

/// The tutorial on real mail, and what the same computations give in NumPy. The files lie outside the package.
enum Tutorial {
  static let name = "neural-networks-from-scratch"

  private static let shared = Package.root.deletingLastPathComponent().appending(path: "shared")

  static let mail = file("LECTERN_SPAM_CSV", or: "data/spam_ham_dataset.csv")
  private static let numbers = file(
    "LECTERN_TUTORIAL_REFERENCE", or: "reference/tutorial_reference.json")
  private static let log = numbers.deletingLastPathComponent().appending(path: "tutorial_log.txt")

  private static func file(_ variable: String, or path: String) -> URL {
    ProcessInfo.processInfo.environment[variable].map { URL(filePath: $0) }
      ?? shared.appending(path: path)
  }

  /// Whether the tests can run, or must.
  static var isTested: Bool {
    Package.requiresEverything
      || [mail, numbers, log].allSatisfy { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// Every number that the tutorial's own code computes.
  static func reference() throws -> JSON {
    try JSONDecoder().decode(JSON.self, from: Data(contentsOf: numbers))
  }

  /// The epoch lines that the tutorial's own code prints.
  static func epochLines() throws -> [Substring] {
    try String(contentsOf: log, encoding: .utf8)
      .split(separator: "\n").filter { $0.hasPrefix("Epoch ") }
  }

  /// A run of the lesson on the real mail.
  static let run = Task {
    try await ProgramTest(
      "render", "\(name).md", "-p", "corpus=\(mail.path)", "--output-dir", "output"
    )
    .file("\(name).md", try Package.text("notebooks/\(name).md"))
    .saysAnything().leaves("output/\(name).html", "output/\(name).results.json")
    .run()
  }

  static func results() async throws -> Results {
    try await run.value.results("output/\(name).results.json")
  }
}
