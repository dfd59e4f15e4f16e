import Benchmarking
import Foundation
import Testing

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
  @Test(arguments: [("spam", 0.015382235332177184, 2), ("dense-small", 0.006990384, 1)])
  func lecternEndsWithTheLossOfItsNumPyPeer(
    workload: String, loss: Double, threads: Int
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let mails = folder.appending(path: "mails.csv").path
    _ = try Program.run(["prepare", folder.path, mails])
    let ending = try Program.run(["work", workload, mails, "--threads", "\(threads)"])
    let report = try #require(WorkReport(parsing: ending.output))
    let found = try #require(report.facts["final_loss"])
    #expect(abs(found - loss) < 1e-6)
  }
}
