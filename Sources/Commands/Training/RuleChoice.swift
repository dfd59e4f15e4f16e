import Execution
import Learning
import Notebook

/// A rule of a family: its word, or a mapping from the word to its settings.
struct RuleChoice<Family: RuleFamily>: OptionValue {
  let rule: Family.Member
  private let type: any Rule.Type
  /// The settings that a lesson gives; nil for the word alone.
  private let given: [GivenSetting]?

  /// The usual rule with its defaults.
  init() {
    let usual = Family.rules[0]
    self.init(usual, RuleSettings(defaultsOf: usual.type.settings), given: nil)
  }

  private init(
    _ chosen: FamilyRule<Family.Member>, _ settings: RuleSettings, given: [GivenSetting]?
  ) {
    rule = chosen.make(settings)
    type = chosen.type
    self.given = given
  }

  static var typeDescription: String {
    "\(listOfAlternatives(choices)), or a mapping from one of these to its settings"
  }

  static var choices: [String] { Family.rules.map { $0.type.name } }

  static var explanations: [OptionExplanation] {
    Family.rules.map { rule in
      let type = rule.type
      let settings = type.settings.map(\.written)
      return OptionExplanation(
        type.name,
        type.summary + (settings.isEmpty ? "" : " Settings: \(settings.joined(separator: "; "))."))
    }
  }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> RuleChoice? {
    guard let node = reader.resolve(node) else { return nil }
    switch node.content {
    case .scalar(let scalar) where !node.isMissing:
      guard let rule = rule(named: scalar.text, at: node.range, with: &reader) else { return nil }
      return RuleChoice(rule, RuleSettings(defaultsOf: rule.type.settings), given: nil)
    case .mapping(let entries) where entries.count == 1:
      let chosen = entries[0]
      guard let rule = rule(named: chosen.key, at: chosen.keyRange, with: &reader),
        let settings = RuleSettings.read(chosen.value, of: chosen, for: rule.type, with: &reader)
      else { return nil }
      return RuleChoice(rule, settings.values, given: settings.given)
    case .mapping(let entries) where entries.count > 1:
      reader.refuse(second: entries[1], of: entry)
      return nil
    default:
      reader.mismatch(node, of: entry, expected: typeDescription)
      return nil
    }
  }

  private static func rule(
    named name: String, at range: SourceRange, with reader: inout OptionReader
  ) -> FamilyRule<Family.Member>? {
    if let rule = Family.rules.first(where: { $0.type.name == name }) { return rule }
    let hint = suggestion(for: name, among: choices)
    reader.error(
      .unknownChoice,
      "'\(name)' is not \(Family.noun)"
        + (hint.isEmpty ? "; there are \(choices.joined(separator: ", "))" : "\(hint)"),
      at: range, suggestion: hint)
    return nil
  }

  var written: String? {
    given.map { "{\(type.name): {\($0.written)}}" } ?? type.name
  }

  /// "adam", "momentum 0.5" or "adam (beta_1: 0.8, beta_2: 0.99)": the number of a rule that has just one needs no name.
  var shortName: String {
    guard let given, let first = given.first else { return type.name }
    return type.settings.count == 1
      ? "\(type.name) \(first.value)" : "\(type.name) (\(given.written))"
  }
}

/// The settings of the only rule that an option is about, as a mapping; `true` stands for its defaults.
struct SettingsOf<Chosen: Rule>: OptionValue {
  let rule: Chosen
  let written: String?

  static var typeDescription: String {
    "true, or a mapping of \(listOfAlternatives(Chosen.settings.map(\.name)))"
  }

  static var explanations: [OptionExplanation] {
    Chosen.settings.map { OptionExplanation($0.name, $0.explanation) }
  }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> SettingsOf? {
    guard let node = reader.resolve(node) else { return nil }
    if node.scalar?.boolean == true { return SettingsOf(rule: Chosen(), written: "true") }
    guard case .mapping = node.content else {
      reader.mismatch(node, of: entry, expected: typeDescription)
      return nil
    }
    let settings = RuleSettings.read(node, of: entry, for: Chosen.self, with: &reader)
    return settings.map {
      SettingsOf(rule: Chosen($0.values), written: "{\($0.given.written)}")
    }
  }
}
