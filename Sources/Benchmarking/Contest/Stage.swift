import Foundation

/// Where the contenders perform: the folder of what they work on.
struct Stage: Sendable {
  /// The folder, which goes away with the run.
  let folder: URL
  /// The table of mails.
  let mails: URL
  /// How many threads a contender may use.
  let threads: Int

  /// One measurement of a contender, who may start several times for it: the median counts.
  ///
  /// - Throws: a contender that fails, with the last thing it said.
  func sample(of contender: Contender) throws -> Sample {
    let samples = try (0..<contender.starts).map { _ in try start(contender) }
    let last = samples[samples.count - 1]
    return Sample(
      seconds: samples.median(\.seconds) ?? last.seconds, peakBytes: last.peakBytes,
      facts: last.facts)
  }

  private func start(_ contender: Contender) throws -> Sample {
    let ending = try ChildProcess(
      command: contender.command, environment: environment, folder: folder
    ).run()
    guard let code = ending.code, contender.acceptedCodes.contains(code) else {
      throw BenchProblem(Self.lastLine(of: ending.errors) ?? "it failed without a word")
    }
    switch contender.clock {
    case .outside:
      return Sample(seconds: ending.seconds, peakBytes: ending.peakBytes)
    case .inside:
      guard let report = WorkReport(parsing: ending.output) else {
        throw BenchProblem("it did not say how long it took")
      }
      return Sample(seconds: report.seconds, peakBytes: ending.peakBytes, facts: report.facts)
    }
  }

  /// Where the peers find the mails, and the variables by which their libraries learn how many threads to use.
  private var environment: [String: String] {
    var environment = ["BENCH_MAILS": mails.path, "PYTHONDONTWRITEBYTECODE": "1"]
    for name in ["BENCH_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"] {
      environment[name] = String(threads)
    }
    return environment
  }

  /// The last thing that a program said.
  static func lastLine(of text: String) -> String? {
    let line = text.split(whereSeparator: \.isNewline).last
    return line.map { String($0.trimmingPrefix("Error: ")) }
  }
}
