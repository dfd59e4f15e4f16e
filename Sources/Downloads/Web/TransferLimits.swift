/// How long a transfer may take, and how much may come.
public struct TransferLimits: Sendable {
  /// Seconds until a server begins to answer.
  public var answerSeconds = 10
  /// Seconds between two signs of life in the middle of an answer.
  public var idleSeconds = 20
  /// Seconds that one transfer may take as a whole, its repetitions included.
  public var totalSeconds = 3_600
  /// Bytes of one file.
  public var fileBytes = 4 << 30
  /// Bytes of a list of files.
  public var listBytes = 32 << 20
  /// How often a request is made before it counts as failed.
  public var attempts = 5
  /// Seconds before the first repetition; each further one waits twice as long.
  public var firstPause = 0.5
  /// Seconds that a server can ask to wait.
  public var longestPause = 30.0

  /// The limits that users get.
  public init() {}

  /// Seconds to wait after an attempt that failed, counted from 1.
  func pause(after attempt: Int, asked seconds: Int?) -> Double {
    let own = firstPause * Double(1 << min(attempt - 1, 10))
    return min(longestPause, max(own, Double(seconds ?? 0)))
  }
}
