import Synchronization

/// Whether the check of a block, or the part of it at hand, has looked at what the lesson leaves open.
///
/// A block with a mistake in one option is checked all the same, so that its other mistakes are found with it. A default,
/// or nothing at all, then stands in for what is wrong. What a check finds after it has looked at a stand-in may follow
/// from that alone, and nobody is told of it; what it has found before cannot.
final class Doubt: Sendable {
  private let hasArisen = Atomic(false)

  /// Whether something may follow from a stand-in from now on.
  var isRaised: Bool { hasArisen.load(ordering: .relaxed) }

  /// Notes that a stand-in is being looked at.
  func raise() { hasArisen.store(true, ordering: .relaxed) }

  /// What the options say for certain; nil where `read` looks at a stand-in, which leaves the rest certain.
  func certain<Found>(_ read: () -> Found) -> Found? {
    let wasRaised = restart(as: false)
    let found = read()
    return restart(as: wasRaised) ? nil : found
  }

  /// Goes on as if nothing had been looked at since the doubt was as given, and returns how it was until now.
  func restart(as isRaised: Bool) -> Bool { hasArisen.exchange(isRaised, ordering: .relaxed) }
}
