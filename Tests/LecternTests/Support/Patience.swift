/// How tests wait for what another process does.
enum Patience {
  /// Whether a condition comes to hold within some seconds, asked again and again.
  static func holds(
    _ condition: () async throws -> Bool, within seconds: Double
  ) async throws -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    // The time counts that had passed before the last look: on a busy machine a sleep may outlast all patience.
    var last: ContinuousClock.Instant
    repeat {
      last = .now
      if try await condition() { return true }
      try await Task.sleep(for: .milliseconds(2))
    } while last < deadline
    return false
  }
}
