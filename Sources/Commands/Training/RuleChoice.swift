import Execution
import Learning
import Notebook

/// A rule of a family: its word, or a mapping from the word to its settings.
struct RuleChoice<Family: RuleFamily>: OptionValue {
  let rule: any Rule
  /// The settings as a lesson would write them, or none.
  private let writtenSettings: String?

  /// A rule with its defaults.
  init(_ rule: any Rule) {
    self.rule = rule
    writtenSettings = nil
  }

  private init(_ type: any Rule.Type, _ settings: RuleSettings, written: String?) {
    rule = type.init(settings)
    writtenSettings = written
  }

  static var typeDescription: String {
    "\(listOfAlternatives(choices)), or a mapping from one of these to its settings"
  }

  static var choices: [String] { Family.rules.map { $0.name } }

  static var explanations: [OptionExplanation] {
    Family.rules.map { rule in
      let settings = rule.settings.map(\.written)
      return OptionExplanation(
        rule.name,
        rule.summary + (settings.isEmpty ? "" : " Settings: \(settings.joined(separator: "; "))."))
    }
  }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> RuleChoice? {
    guard let node = reader.resolve(node) else { return nil }
    switch node.content {
    case .scalar(let scalar) where !node.isMissing:
      guard let type = type(named: scalar.text, at: node.range, with: &reader) else { return nil }
      return RuleChoice(type, RuleSettings(defaultsOf: type.settings), written: nil)
    case .mapping(let entries) where entries.count == 1:
      let chosen = entries[0]
      guard let type = type(named: chosen.key, at: chosen.keyRange, with: &reader),
        let settings = RuleSettings.read(chosen.value, of: chosen, for: type, with: &reader)
      else { return nil }
      return RuleChoice(type, settings.values, written: settings.written)
    default:
      reader.mismatch(node, of: entry, expected: typeDescription)
      return nil
    }
  }

  private static func type(
    named name: String, at range: SourceRange, with reader: inout OptionReader
  ) -> (any Rule.Type)? {
    if let type = Family.rules.first(where: { $0.name == name }) { return type }
    let hint = suggestion(for: name, among: choices)
    reader.error(
      .unknownChoice,
      "'\(name)' is not \(Family.noun)"
        + (hint.isEmpty ? "; there are \(choices.joined(separator: ", "))" : "\(hint)"),
      at: range, suggestion: hint)
    return nil
  }

  var written: String? {
    let name = Swift.type(of: rule).name
    return writtenSettings.map { "{\(name): \($0)}" } ?? name
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
    return settings.map { SettingsOf(rule: Chosen($0.values), written: $0.written) }
  }
}
