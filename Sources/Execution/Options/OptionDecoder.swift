import Notebook

/// Fills a command's options from the body of its block.
struct OptionDecoder: Decoder {
  let options: [String: any OptionDeclaration]
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  /// The command that a body describes, with stand-ins for what is wrong in it; nil when it cannot be made at all. What is
  /// wrong goes to the reader's diagnostics.
  static func decode<Decoded: Command>(
    _ type: Decoded.Type, from body: YAMLNode?, blockRange: SourceRange,
    with reader: inout OptionReader
  ) -> Decoded? {
    let declared = reader.declarations[Decoded.self]
    guard let entries = entries(of: body, for: Decoded.self, with: &reader) else { return nil }
    var options = declared.optionsByProperty
    var mistyped: [Suggestion] = []
    for entry in entries {
      guard let option = declared.options.first(where: { $0.name == entry.key }) else {
        mistyped.append(report(unknown: entry, in: Decoded.name, declared, with: &reader))
        continue
      }
      options[option.property] = option.declaration.filled(from: entry, with: &reader)
    }
    let given = Set(entries.map(\.key))
    for option in declared.options where !given.contains(option.name) {
      let isMistyped = mistyped.contains { $0.meant == option.name }
      guard isMistyped || option.declaration.isRequired else { continue }
      // Whoever corrects a name gives the option.
      if !isMistyped {
        reader.error(.missingOption, "'\(Decoded.name)' needs '\(option.name)'", at: blockRange)
      }
      options[option.property] = option.declaration.doubted(by: reader.doubt)
    }
    // A name that resembles none that is left out may mean anything.
    if mistyped.contains(where: { hint in hint.meant.map { given.contains($0) } ?? true }) {
      reader.doubt.raise()
    }
    return command(from: options)
  }

  /// A command of which nothing is known; nil when it cannot be made at all.
  static func standIn<Decoded: Command>(
    for type: Decoded.Type, doubtedBy doubt: Doubt
  ) -> Decoded? {
    command(from: CommandDeclaration(type).optionsByProperty.mapValues { $0.doubted(by: doubt) })
  }

  private static func command<Decoded: Command>(
    from options: [String: any OptionDeclaration]
  ) -> Decoded? {
    if options.values.contains(where: { $0.isRequired }) { return nil }
    return try? Decoded(from: OptionDecoder(options: options))
  }

  /// Reports an option that a command does not have, and returns what may be meant by it.
  private static func report(
    unknown entry: YAMLNode.Entry, in command: String, _ declared: CommandDeclaration,
    with reader: inout OptionReader
  ) -> Suggestion {
    let hint = suggestion(for: entry.key, among: declared.options.map(\.name))
    reader.error(
      .unknownOption, "unknown option '\(entry.key)' in '\(command)'\(hint)", at: entry.keyRange,
      suggestion: hint)
    return hint
  }

  /// The options that a body gives; nil, with a diagnostic, when it is not made of options.
  private static func entries<Decoded: Command>(
    of body: YAMLNode?, for type: Decoded.Type, with reader: inout OptionReader
  ) -> [YAMLNode.Entry]? {
    guard let body, !body.isMissing else { return [] }
    if let option = Decoded.listOption, case .sequence = body.content {
      return [YAMLNode.Entry(key: option, keyRange: body.range, value: body)]
    }
    guard case .mapping(let entries) = body.content else {
      let list = Decoded.listOption == nil ? "" : "a list, whose lines begin with '- ', or "
      let advice =
        body.scalar?.resemblesKey == true ? "; a key has ': ' behind it, as in 'epochs: 10'" : ""
      reader.error(
        .badBody,
        "the body of '\(Decoded.name)' is \(list)a mapping of options, not \(body.shapeDescription)"
          + advice, at: body.range)
      return nil
    }
    return entries
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(OptionContainer(options: options))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw notAnOption }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw notAnOption }
}

/// Hands out filled options by the name of their property.
private struct OptionContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let options: [String: any OptionDeclaration]
  let codingPath: [any CodingKey] = []
  var allKeys: [Key] { options.keys.compactMap(Key.init(stringValue:)) }

  func contains(_ key: Key) -> Bool { options[key.stringValue] != nil }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    if let option = options[key.stringValue] as? Value { return option }
    guard type is any SharedOptions.Type else { throw notAnOption }
    return try Value(from: OptionDecoder(options: options))
  }

  // Every property of a command is an option or a group of them, so nothing else is ever decoded.
  func decodeNil(forKey key: Key) throws -> Bool { throw notAnOption }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { throw notAnOption }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { throw notAnOption }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { throw notAnOption }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { throw notAnOption }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { throw notAnOption }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { throw notAnOption }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { throw notAnOption }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { throw notAnOption }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { throw notAnOption }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { throw notAnOption }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { throw notAnOption }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { throw notAnOption }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { throw notAnOption }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { throw notAnOption }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { throw notAnOption }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw notAnOption
  }
  func superDecoder() throws -> any Decoder { throw notAnOption }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw notAnOption }
}

private let notAnOption = DecodingError.dataCorrupted(
  .init(codingPath: [], debugDescription: OptionCollector.rule))

extension YAMLNode.Scalar {
  /// Whether this begins as a key does, but for the space behind its colon: 'epochs:10'.
  fileprivate var resemblesKey: Bool {
    !isQuoted && text.prefixMatch(of: /[A-Za-z_][A-Za-z0-9_]*:/) != nil
  }
}
