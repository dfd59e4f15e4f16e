import Notebook
import Randomness
import Workers

/// What a command sees while it runs.
public struct Context: Sendable {
  /// The files that data comes from.
  public let files: InputFiles
  /// The folder of the lesson, where its relative paths start.
  public let lessonFolder: String
  /// Computes expressions over the values of the blocks that have run.
  public let evaluator: ExpressionEvaluator
  /// The threads that share the work.
  public let pool: WorkerPool
  /// Says a line while the work goes on, such as one per epoch.
  public let log: @Sendable (String) -> Void
  /// Whether the work should stop.
  public let isCancelled: @Sendable () -> Bool
  let values: [String: any LessonValue]
  /// Seed and name of the block's own stream; nil when the lesson has one stream for all.
  let ownStream: (seed: UInt32, name: String)?

  /// The value that a reference names.
  public func value<Target: Referable>(_ reference: Reference<Target>) throws -> Target {
    guard let value = values[reference.name], let target = Target(value: value) else {
      throw BlockFailure("'\(reference.name)' has no result", at: reference.range)
    }
    return target
  }

  /// The stream of one run of a sweep, named by its settings ("batch_size=32:learning_rate=0.1"), when each block
  /// has its own stream; nil when runs take their numbers from the lesson's one stream, one after the other.
  public func stream(ofRun settings: String) -> RandomState? {
    ownStream.map { RandomState.stream(seed: $0.seed, of: $0.name + ":" + settings) }
  }

  /// Throws if the work should stop.
  public func checkCancellation() throws {
    if isCancelled() { throw CancellationError() }
  }
}
