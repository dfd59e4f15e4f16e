/// What is wrong with the options for a built-in set: one of them is out of its range.
public struct BuiltinMistake: Sendable, Equatable {
  /// What is wrong, in a sentence without a full stop.
  public let message: String
  /// The option that it is about.
  public let option: BuiltinOption
}
