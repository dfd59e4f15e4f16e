import Foundation

/// The benchmark's program, which is built beside the tests.
enum Program {
  /// How a run ended.
  struct Ending {
    var code: Int32
    var output: String
    var errors: String
  }

  /// Runs the program to its end.
  static func run(_ arguments: [String]) throws -> Ending {
    var folder = Bundle.main.bundleURL
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
      folder = bundle.bundleURL.deletingLastPathComponent()
    }
    let process = Process()
    process.executableURL = folder.appending(path: "lectern-bench")
    process.arguments = arguments
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let outputText = text(from: output)
    let errorText = text(from: errors)
    process.waitUntilExit()
    return Ending(code: process.terminationStatus, output: outputText, errors: errorText)
  }

  private static func text(from pipe: Pipe) -> String {
    String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }
}
