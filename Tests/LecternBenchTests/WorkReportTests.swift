import Foundation
import Testing
import lectern_bench

struct WorkReportTests {
  @Test func aReportIsReadBackAsItWasPrinted() {
    let report = WorkReport(seconds: 0.25, facts: ["final_loss": 0.01])
    #expect(WorkReport(parsing: report.text) == report)
  }

  @Test func otherLinesArePassedOver() {
    let report = WorkReport(parsing: "Warning: slow\nseconds 2.5\nthreads 2.0\nall done now\n")
    #expect(report == WorkReport(seconds: 2.5, facts: ["threads": 2]))
  }

  @Test func aReportWithoutSecondsIsNone() {
    #expect(WorkReport(parsing: "threads 2") == nil)
  }

  /// The losses are those that `numpy_peer.py` (NumPy 2.4.6) reports for the same workloads.
  @Test(arguments: [("spam", 0.015382235332177184), ("dense-small", 0.006990384)])
  func lecternEndsWithTheLossOfItsNumPyPeer(workload: String, loss: Double) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let mails = folder.appending(path: "mails.csv").path
    _ = try Self.run(["prepare", folder.path, mails])
    let report = try #require(WorkReport(parsing: try Self.run(["work", workload, mails])))
    let found = try #require(report.facts["final_loss"])
    #expect(abs(found - loss) < 1e-6)
  }

  /// Runs the benchmark's program, which is built beside the tests.
  private static func run(_ arguments: [String]) throws -> String {
    var folder = Bundle.main.bundleURL
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
      folder = bundle.bundleURL.deletingLastPathComponent()
    }
    let process = Process()
    process.executableURL = folder.appending(path: "lectern-bench")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }
}
