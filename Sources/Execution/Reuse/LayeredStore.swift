/// Two stores as one: the first has what this process has used, the second what others left.
public struct LayeredStore: ResultStore {
  private let first: any ResultStore
  private let second: any ResultStore

  /// A store that looks in one and then in the other, and keeps everything in both.
  public init(_ first: any ResultStore, over second: any ResultStore) {
    self.first = first
    self.second = second
  }

  /// What a block with that key gave.
  public func result<Kept: Command>(
    of command: Kept, key: BlockKey, in context: Context
  ) -> KeptResult<Kept.Value>? {
    if let result = first.result(of: command, key: key, in: context) { return result }
    guard let result = second.result(of: command, key: key, in: context) else { return nil }
    first.keep(result, of: command, key: key)
    return result
  }

  /// Keeps what a block gave.
  public func keep<Kept: Command>(
    _ result: KeptResult<Kept.Value>, of command: Kept, key: BlockKey
  ) {
    first.keep(result, of: command, key: key)
    second.keep(result, of: command, key: key)
  }

  /// A part of a block's result.
  public func part<Part: Codable & Sendable>(_ type: Part.Type, key: BlockKey) -> Part? {
    if let part = first.part(type, key: key) { return part }
    guard let part = second.part(type, key: key) else { return nil }
    first.keep(part, key: key)
    return part
  }

  /// Keeps a part of a block's result.
  public func keep<Part: Codable & Sendable>(_ part: Part, key: BlockKey) {
    first.keep(part, key: key)
    second.keep(part, key: key)
  }
}
