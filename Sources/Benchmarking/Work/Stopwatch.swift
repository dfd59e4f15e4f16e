/// Times work done in this process.
enum Stopwatch {
  /// The seconds that the work took, and what it returned.
  static func time<Result>(_ work: () throws -> Result) rethrows -> (
    seconds: Double, result: Result
  ) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    return ((clock.now - start) / .seconds(1), result)
  }
}
