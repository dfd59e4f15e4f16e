import Execution
import Foundation
import Learning
import Randomness
import Rendering
import Workers

/// The workloads that are measured inside a process of Lectern's own modules.
enum InProcessWork: String, CaseIterable {
  case spam, tfidf, curve
  case denseLarge = "dense-large"
  case denseSmall = "dense-small"

  /// Does the work on the given mails, shared between the threads of a pool.
  func report(mails: URL, pool: WorkerPool) throws -> WorkReport {
    switch self {
    case .spam: try Self.spam(mails, pool)
    case .tfidf: try Self.tfidf(mails, pool)
    case .curve: Self.curve()
    case .denseLarge: try Self.dense(.denseLarge, pool)
    case .denseSmall: try Self.dense(.denseSmall, pool)
    }
  }

  private static func spam(_ mails: URL, _ pool: WorkerPool) throws -> WorkReport {
    let features = try Mails.features(of: Mails(contentsOf: mails).split(), pool: pool)
    func examples(_ part: Part) -> Examples<Double> {
      Examples(
        features: .sparse(features.matrix(of: part)), truth: features.truth(of: part))
    }
    let task = TrainingTask.spam(words: features.vectorizer.vocabularySize)
    var work = TrainingWork(
      task: task, training: examples(.train), validation: examples(.validation),
      stream: RandomState(seed: task.seed), pool: pool)
    return try work.report()
  }

  private static func dense(_ task: TrainingTask, _ pool: WorkerPool) throws -> WorkReport {
    var stream = RandomState(seed: task.seed)
    let noise = try task.noise(rows: task.noiseRows ?? 0, of: Float.self, drawing: &stream)
    var work = TrainingWork(task: task, training: noise, stream: stream, pool: pool)
    return try work.report()
  }

  private static func tfidf(_ mails: URL, _ pool: WorkerPool) throws -> WorkReport {
    let split = try Mails(contentsOf: mails).split()
    _ = try Mails.features(of: split, pool: pool)
    let timed = try Stopwatch.time { try Mails.features(of: split, pool: pool) }
    let nonzeros = Part.allCases.reduce(0) { $0 + untiedNonzeros(of: $1, in: timed.result) }
    return WorkReport(seconds: timed.seconds, facts: ["nonzeros": Double(nonzeros)])
  }

  /// The weights of words that are no matter of choice: which of equally frequent words NumPy keeps at the cut depends on
  /// the vector units of the CPU, and so does the number of all weights.
  private static func untiedNonzeros(of part: Part, in features: Features) -> Int {
    let tied = Set(features.vectorizer.tiedWords)
    let isUntied = features.vectorizer.vocabulary.map { !tied.contains($0) }
    return features.matrix(of: part).columnIndices.count { isUntied[Int($0)] }
  }

  /// A walk of a million steps as a drawing.
  private static func curve() -> WorkReport {
    var stream = RandomState(seed: 42)
    var height = 0.0
    let heights = (0..<1_000_000).map { _ in
      height += stream.normal()
      return height
    }
    func drawing(of count: Int) -> String {
      let series = Series(
        label: "walk", x: (0..<count).map(Double.init), y: Array(heights.prefix(count)),
        color: .category(0))
      let figure = Figure(
        title: "A walk", x: Axis("step"), y: Axis("height"), layers: [.series([series], by: .line)])
      return FigureSVG(figure, identifier: "figure").standaloneText
    }
    _ = drawing(of: 10_000)
    let timed = Stopwatch.time { drawing(of: heights.count) }
    return WorkReport(
      seconds: timed.seconds, facts: ["vertices": Double(vertices(in: timed.result))])
  }

  /// The corners of the longest path in a drawing.
  private static func vertices(in svg: String) -> Int {
    svg.split(separator: " d=\"").dropFirst().map { rest in
      rest.prefix { $0 != "\"" }.count { $0 == "M" || $0 == "L" }
    }.max() ?? 0
  }
}
