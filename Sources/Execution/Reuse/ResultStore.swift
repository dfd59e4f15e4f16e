import Randomness

/// A place where results of blocks are kept from one run to the next.
///
/// Blocks of several runs use a store at once. A store may forget anything at any time.
public protocol ResultStore: Sendable {
  /// What a block with that key gave; nil if it is not there.
  func result<Kept: Command>(
    of command: Kept, key: BlockKey, in context: Context
  ) -> KeptResult<Kept.Value>?

  /// Keeps what a block gave.
  func keep<Kept: Command>(_ result: KeptResult<Kept.Value>, of command: Kept, key: BlockKey)

  /// A part of a block's result, such as one run of a sweep; nil if it is not there.
  func part<Part: Codable & Sendable>(_ type: Part.Type, key: BlockKey) -> Part?

  /// Keeps a part of a block's result.
  func keep<Part: Codable & Sendable>(_ part: Part, key: BlockKey)
}

/// What a block gave, for a run that finds everything as it was.
public struct KeptResult<Value: LessonValue>: Sendable {
  /// What other blocks can name.
  public var value: Value
  /// What the block shows, the lines of its log first.
  public var outputs: [Output]
  /// The lesson's random stream after the block's draws; nil if it draws nothing or has a stream of its own.
  public var stream: RandomState?
}
