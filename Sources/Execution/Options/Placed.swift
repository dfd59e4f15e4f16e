import Notebook

/// A value that keeps its own place, for messages about one entry of a list.
public struct Placed<Value: OptionValue>: OptionValue {
  /// The value.
  public var value: Value
  /// Where it stands.
  public var range: SourceRange

  /// A value at a place.
  public init(value: Value, range: SourceRange) {
    self.value = value
    self.range = range
  }

  /// What a lesson has to write.
  public static var typeDescription: String { Value.typeDescription }
  /// The value's words.
  public static var choices: [String] { Value.choices }

  /// The value with its place.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Placed<Value>? {
    Value.read(node, of: entry, with: &reader).map { Placed(value: $0, range: node.range) }
  }

  /// The value as a lesson would write it.
  public var written: String? { value.written }

  /// The value's numbers, at its place.
  public var boundedNumbers: [(number: Double, range: SourceRange?)] {
    value.boundedNumbers.map { ($0.number, $0.range ?? range) }
  }
}
