/// Collects the options of a command from its properties, in their order. A command is encodable for this alone.
///
/// Reflection finds properties too, but to find out what each of them is, Swift goes through all conformances of the
/// program, which for the commands of a lesson takes as long as reading it.
final class OptionCollector: Encoder {
  /// What those who write commands have to keep to.
  static let rule = "every property of a command is an @Option or a group of them"

  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  private var options: [CommandDeclaration.NamedOption] = []
  /// The name of the property at hand.
  fileprivate var property = ""

  /// The options of a command with their values.
  static func options(of command: any Command) -> [CommandDeclaration.NamedOption] {
    let collector = OptionCollector()
    do {
      try command.encode(to: collector)
    } catch {
      preconditionFailure(OptionCollector.rule)
    }
    return collector.options
  }

  /// Takes the option that is the property at hand.
  func collect(_ declaration: any OptionDeclaration) {
    options.append(
      .init(property: property, name: Self.snakeCase(property), declaration: declaration))
  }

  /// "batchSize" becomes "batch_size".
  private static func snakeCase(_ name: String) -> String {
    name.unicodeScalars.reduce(into: "") { snake, scalar in
      let isCapital = ("A"..."Z").contains(scalar)
      snake += isCapital ? "_" + String(scalar).lowercased() : String(scalar)
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(PropertyContainer(collector: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    preconditionFailure(OptionCollector.rule)
  }
  func singleValueContainer() -> any SingleValueEncodingContainer {
    preconditionFailure(OptionCollector.rule)
  }
}

/// Has each property of a command or of a group collect its options.
private struct PropertyContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let collector: OptionCollector
  let codingPath: [any CodingKey] = []

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    collector.property = key.stringValue
    try value.encode(to: collector)
  }

  // Every property of a command is an option or a group of them, so nothing else is ever encoded.
  func encodeNil(forKey key: Key) { preconditionFailure(OptionCollector.rule) }
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { preconditionFailure(OptionCollector.rule) }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    preconditionFailure(OptionCollector.rule)
  }
  func superEncoder() -> any Encoder { preconditionFailure(OptionCollector.rule) }
  func superEncoder(forKey key: Key) -> any Encoder { preconditionFailure(OptionCollector.rule) }
}
