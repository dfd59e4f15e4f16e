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

extension RuleSettings {
  /// The settings of a rule from a mapping, with those that it gives, in the order of their names; nil, with diagnostics, if
  /// one of them is wrong.
  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, for rule: any Rule.Type,
    with reader: inout OptionReader
  ) -> (values: RuleSettings, given: [GivenSetting])? {
    guard let node = reader.resolve(node) else { return nil }
    guard case .mapping(let entries) = node.content else {
      let names = rule.settings.map(\.name)
      let expected =
        names.isEmpty ? "a rule without settings" : "a mapping of \(listOfAlternatives(names))"
      reader.mismatch(node, of: entry, expected: expected)
      return nil
    }
    let problemsBefore = reader.diagnostics.count
    var settings = RuleSettings(defaultsOf: rule.settings)
    var given: [GivenSetting] = []
    for entry in entries {
      guard let setting = rule.settings.first(where: { $0.name == entry.key }) else {
        let hint = suggestion(for: entry.key, among: rule.settings.map(\.name))
        reader.error(
          .unknownOption, "'\(rule.name)' has no setting '\(entry.key)'\(hint)", at: entry.keyRange,
          suggestion: hint)
        continue
      }
      if let text = settings.read(setting, from: entry, with: &reader) {
        given.append(GivenSetting(name: setting.name, value: text))
      }
    }
    guard reader.diagnostics.count == problemsBefore else { return nil }
    return (settings, given.sorted { $0.name < $1.name })
  }

  /// Takes one setting, and returns it as it would be written; nil, with a diagnostic, if it is wrong.
  private mutating func read(
    _ setting: RuleSetting, from entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> String? {
    switch setting.kind {
    case .number(_, let bounds):
      guard let number = Double.read(entry.value, of: entry, with: &reader) else { return nil }
      return take(number, for: setting, in: bounds.bounds, from: entry, with: &reader)
    case .count(_, let least):
      guard let count = Int.read(entry.value, of: entry, with: &reader) else { return nil }
      return take(
        Double(count), for: setting, in: .between(Double(least), 1_000_000_000), from: entry,
        with: &reader)
    case .flag:
      guard let flag = Bool.read(entry.value, of: entry, with: &reader) else { return nil }
      set(setting.name, to: flag ? 1 : 0)
      return String(flag)
    case .word(_, let words):
      guard let word = String.read(entry.value, of: entry, with: &reader) else { return nil }
      guard words.contains(word) else {
        let hint = suggestion(for: word, among: words)
        reader.mismatch(
          entry.value, of: entry, expected: listOfAlternatives(words), .unknownChoice, hint: hint)
        return nil
      }
      set(setting.name, to: word)
      return word
    }
  }

  private mutating func take(
    _ number: Double, for setting: RuleSetting, in bounds: Bounds, from entry: YAMLNode.Entry,
    with reader: inout OptionReader
  ) -> String? {
    guard bounds.contain(number) else {
      reader.error(
        .outOfRange,
        "'\(setting.name)' is \(bounds.description), not \(formattedSetting(number))",
        at: entry.value.range)
      return nil
    }
    set(setting.name, to: number)
    return formattedSetting(number)
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
