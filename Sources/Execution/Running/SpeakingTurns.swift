/// Whose turn it is to speak among many who work at the same time, numbered from 0: what they say is heard as if each had
/// waited for the one before it.
public struct SpeakingTurns<Words: Sendable>: Sendable {
  /// Whose turn it is.
  public private(set) var current: Int
  /// What others have said before their turn.
  private var unheard: [Int: [Words]] = [:]

  /// Turns that begin with a speaker's; -1 is nobody, after whom comes the first one.
  public init(from speaker: Int = 0) {
    current = speaker
  }

  /// A speaker whose turn is not over says something: what is heard of it now.
  public mutating func say(_ words: Words, by speaker: Int) -> [Words] {
    if speaker == current { return [words] }
    unheard[speaker, default: []].append(words)
    return []
  }

  /// The turn goes to the next one: what that one has said so far.
  public mutating func pass() -> [Words] {
    current += 1
    return unheard.removeValue(forKey: current) ?? []
  }
}
