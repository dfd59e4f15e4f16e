import Execution
import Learning
import Notebook

/// A setting of a rule as a lesson gives it.
struct GivenSetting: Sendable {
  var name: String
  /// Its value as it would be written.
  var value: String
}

extension [GivenSetting] {
  /// "beta_1: 0.8, beta_2: 0.99".
  var written: String { map { "\($0.name): \($0.value)" }.joined(separator: ", ") }
}

extension Rule {
  /// Takes the settings that a mapping gives, and returns them in the order of their names; nil, with diagnostics, if one of
  /// them is wrong.
  mutating func take(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> [GivenSetting]? {
    guard let node = reader.resolve(node) else { return nil }
    guard case .mapping(let entries) = node.content else {
      let names = Self.settings.map(\.name)
      let expected =
        names.isEmpty ? "a rule without settings" : "a mapping of \(listOfAlternatives(names))"
      reader.mismatch(node, of: entry, expected: expected)
      return nil
    }
    let problemsBefore = reader.diagnostics.count
    let given = entries.compactMap { take($0, with: &reader) }
    guard reader.diagnostics.count == problemsBefore else { return nil }
    return given.sorted { $0.name < $1.name }
  }

  private mutating func take(
    _ entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> GivenSetting? {
    guard let setting = Self.settings.first(where: { $0.name == entry.key }) else {
      let hint = suggestion(for: entry.key, among: Self.settings.map(\.name))
      reader.error(
        .unknownOption, "'\(Self.name)' has no setting '\(entry.key)'\(hint)", at: entry.keyRange,
        suggestion: hint)
      return nil
    }
    let value =
      switch setting.kind {
      case .number(let property, let bounds): take(property, entry, bounds.bounds, with: &reader)
      case .count(let property, let least):
        take(property, entry, .between(Double(least), 1_000_000_000), with: &reader)
      case .flag(let property): take(property, entry, nil, with: &reader)
      case .word(let words, _, let choose): take(entry, among: words, choose, with: &reader)
      }
    return value.map { GivenSetting(name: setting.name, value: $0) }
  }

  /// Sets a property, and returns its value as it would be written.
  private mutating func take<Value: OptionValue>(
    _ property: WritableKeyPath<Self, Value>, _ entry: YAMLNode.Entry, _ bounds: Bounds?,
    with reader: inout OptionReader
  ) -> String? {
    guard let value: Value = reader.read(entry, in: bounds) else { return nil }
    self[keyPath: property] = value
    return value.written
  }

  private mutating func take(
    _ entry: YAMLNode.Entry, among words: [String], _ choose: (String, inout Self) -> Bool,
    with reader: inout OptionReader
  ) -> String? {
    guard let word: String = reader.read(entry, in: nil) else { return nil }
    if choose(word, &self) { return word }
    let hint = suggestion(for: word, among: words)
    reader.mismatch(
      entry.value, of: entry, expected: listOfAlternatives(words), .unknownChoice, hint: hint)
    return nil
  }
}

extension RuleBounds {
  fileprivate var bounds: Bounds {
    switch self {
    case .above(let lower): .above(lower)
    case .atLeast(let lower): .atLeast(lower)
    case .from(let lower, let upper): .from(lower, below: upper)
    case .between(let lower, let upper): .between(lower, upper)
    }
  }
}
