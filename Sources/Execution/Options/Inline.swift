import Notebook

/// A command written in place, as the value of another command's option.
public struct Inline<Nested: Command>: OptionValue {
  /// The command with its options.
  public var command: Nested
  /// Where it is written.
  public var range: SourceRange

  /// What a lesson has to write.
  public static var typeDescription: String { "a mapping with the options of '\(Nested.name)'" }

  /// The nested command's options know by themselves which of them are wrong.
  public static var hasOptions: Bool { true }

  /// The nested command's options, read like those of a block.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Inline<Nested>? {
    guard let node = reader.resolve(node) else { return nil }
    guard case .mapping = node.content else {
      reader.mismatch(node, of: entry, expected: typeDescription)
      return nil
    }
    let command = OptionDecoder.decode(
      Nested.self, from: node, blockRange: entry.keyRange, with: &reader)
    return command.map { Inline(command: $0, range: node.range) }
  }

  /// Nothing short enough to write.
  public var written: String? { nil }
}

/// A value with options of its own.
protocol ValueWithOptions {
  /// What stands in for a value of which nothing is known: whoever looks at one of its options is in doubt.
  static func unknown(doubtedBy doubt: Doubt) -> Self?
}

extension Inline: ValueWithOptions {
  static func unknown(doubtedBy doubt: Doubt) -> Inline<Nested>? {
    let command = OptionDecoder.standIn(for: Nested.self, doubtedBy: doubt)
    return command.map { Inline(command: $0, range: SourceRange(0, 0)) }
  }
}
