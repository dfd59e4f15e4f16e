import Synchronization

/// Results of the last runs of one process, as they are.
public final class MemoryStore: ResultStore {
  private struct Entry {
    var content: any Sendable
    var lastUse: Int
  }

  private struct State {
    var entries: [String: Entry] = [:]
    var run = 0
  }

  /// For how many runs an entry is kept that none of them uses: long enough to try something and take it back.
  private let patience: Int
  private let state = Mutex(State())

  /// A store without results.
  public init(patience: Int = 8) {
    self.patience = patience
  }

  /// Says that a run begins, and forgets what the last ones did not use.
  public func beginRun() {
    state.withLock { state in
      state.run += 1
      let oldest = state.run - patience - 1
      state.entries = state.entries.filter { $0.value.lastUse >= oldest }
    }
  }

  /// What a block with that key gave.
  public func result<Kept: Command>(
    of command: Kept, key: BlockKey, in context: Context
  ) -> KeptResult<Kept.Value>? {
    content(key)
  }

  /// Keeps what a block gave.
  public func keep<Kept: Command>(
    _ result: KeptResult<Kept.Value>, of command: Kept, key: BlockKey
  ) {
    keepContent(result, key)
  }

  /// A part of a block's result.
  public func part<Part: Codable & Sendable>(_ type: Part.Type, key: BlockKey) -> Part? {
    content(key)
  }

  /// Keeps a part of a block's result.
  public func keep<Part: Codable & Sendable>(_ part: Part, key: BlockKey) {
    keepContent(part, key)
  }

  private func content<Content>(_ key: BlockKey) -> Content? {
    state.withLock { state in
      guard let content = state.entries[key.digest]?.content as? Content else { return nil }
      state.entries[key.digest]?.lastUse = state.run
      return content
    }
  }

  private func keepContent(_ content: some Sendable, _ key: BlockKey) {
    state.withLock { $0.entries[key.digest] = Entry(content: content, lastUse: $0.run) }
  }
}
