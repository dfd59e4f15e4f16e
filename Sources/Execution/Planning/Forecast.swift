import Notebook

/// About how much work a block is, known before it runs: good enough to tell a second from an hour.
public struct Forecast: Sendable, Equatable {
  /// Multiplications that are each added to a sum, of which training consists.
  public var multiplyAdds: Double
  /// Memory that the block takes while it works, in bytes.
  public var bytes: Double

  /// What a core of a modest machine does in a second.
  public static let multiplyAddsPerSecond = 1e9

  private static let patience = 600.0
  private static let greatestMemory = 8e9

  /// A forecast; numbers that overflow integers are welcome.
  public init(multiplyAdds: Double, bytes: Double) {
    self.multiplyAdds = multiplyAdds
    self.bytes = bytes
  }

  /// How long the work takes at `multiplyAddsPerSecond`.
  public var seconds: Double { multiplyAdds / Self.multiplyAddsPerSecond }

  /// What is said about a block that asks for too much of a machine.
  func warn(about command: String, in scope: inout Scope) {
    if seconds > Self.patience {
      scope.warning(
        .longRun,
        "this '\(command)' takes about \(significantDigits(multiplyAdds, 2)) multiply-adds,"
          + " \(duration) at a billion a second")
    }
    if bytes > Self.greatestMemory {
      scope.warning(
        .muchMemory,
        "this '\(command)' takes about \(significantDigits(bytes / 1e9, 2)) GB of memory")
    }
  }

  private var duration: String {
    let hours = seconds / 3600
    if hours < 2 { return "\(Int(seconds / 60)) minutes" }
    if hours < 48 { return "\(Int(hours)) hours" }
    return hours < 24 * 10_000 ? "\(Int(hours / 24)) days" : "more than a lifetime"
  }
}
