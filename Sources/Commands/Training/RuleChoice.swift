import Execution
import Learning
import Notebook

/// A rule of a family: its word, or a mapping from the word to its settings.
struct RuleChoice<Family: RuleFamily>: OptionValue {
  let rule: Family.Member
  let written: String?
  /// "adam", "momentum 0.5" or "adam (beta_1: 0.8, beta_2: 0.99)": the number of a rule that has just one needs no name.
  let shortName: String

  /// The usual rule with its defaults.
  init() { self.init(Family.rules[0].init(), given: nil) }

  /// A rule with the settings that a lesson gives; nil for the word alone.
  private init<Chosen: FamilyRule<Family.Member>>(_ rule: Chosen, given: [GivenSetting]?) {
    self.rule = rule.member
    written = given.map { "{\(Chosen.name): {\($0.written)}}" } ?? Chosen.name
    if let given, let first = given.first {
      shortName =
        Chosen.settings.count == 1
        ? "\(Chosen.name) \(first.value)" : "\(Chosen.name) (\(given.written))"
    } else {
      shortName = Chosen.name
    }
  }

  static var typeDescription: String {
    "\(listOfAlternatives(choices)), or a mapping from one of these to its settings"
  }

  static var choices: [String] { Family.rules.map { $0.name } }

  static var explanations: [OptionExplanation] { Family.rules.map { $0.explanation } }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> RuleChoice? {
    guard let node = reader.resolve(node) else { return nil }
    switch node.content {
    case .scalar(let scalar) where !node.isMissing:
      guard let rule = rule(named: scalar.text, at: node.range, with: &reader) else { return nil }
      return RuleChoice(rule, given: nil)
    case .mapping(let entries) where entries.count == 1:
      let chosen = entries[0]
      guard var rule = rule(named: chosen.key, at: chosen.keyRange, with: &reader),
        let given = rule.take(chosen.value, of: chosen, with: &reader)
      else { return nil }
      return RuleChoice(rule, given: given)
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
  ) -> (any FamilyRule<Family.Member>)? {
    if let rule = Family.rules.first(where: { $0.name == name }) { return rule.init() }
    let hint = suggestion(for: name, among: choices)
    reader.error(
      .unknownChoice,
      "'\(name)' is not \(Family.noun)"
        + (hint.isEmpty ? "; there are \(choices.joined(separator: ", "))" : "\(hint)"),
      at: range, suggestion: hint)
    return nil
  }
}

/// The settings of the only rule that an option is about, as a mapping; `true` stands for its defaults.
struct SettingsOf<Chosen: Rule>: OptionValue {
  let rule: Chosen
  let written: String?

  static var typeDescription: String {
    "true, or a mapping of \(listOfAlternatives(Chosen.settings.map(\.name)))"
  }

  static var explanations: [OptionExplanation] { Chosen.settings.map(\.explanation) }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> SettingsOf? {
    guard let node = reader.resolve(node) else { return nil }
    var rule = Chosen()
    if node.scalar?.boolean == true { return SettingsOf(rule: rule, written: "true") }
    guard case .mapping = node.content else {
      reader.mismatch(node, of: entry, expected: typeDescription)
      return nil
    }
    guard let given = rule.take(node, of: entry, with: &reader) else { return nil }
    return SettingsOf(rule: rule, written: "{\(given.written)}")
  }
}
