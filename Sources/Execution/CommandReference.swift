/// The reference of one block command, from its declarations.
public struct CommandReference: Sendable {
  /// An option as its reference tells it.
  public struct Entry: Sendable, Equatable {
    /// The name in lessons.
    public var name: String
    /// What has to be written.
    public var type: String
    /// The numbers that are accepted, in words; nil for all.
    public var range: String?
    /// The words to choose from; none where any value may be written.
    public var choices: [String]
    /// What each of the words means, where they do not say it.
    public var explanations: [OptionExplanation]
    /// What a number counts or measures.
    public var unit: String?
    /// The default as a lesson would write it; nil when there is none.
    public var defaultValue: String?
    /// Whether a block must give the option.
    public var isRequired: Bool
    /// What the option means.
    public var help: String

    /// What has to be written, with its range.
    public var fullType: String { type + (range.map { ", \($0)" } ?? "") }
  }

  /// The word in the braces.
  public let name: String
  /// What the command does.
  public let summary: String
  /// Whether a block of this command must have a name.
  public let needsName: Bool
  /// The option whose list may be the whole body; nil if the body is always a mapping.
  public let listOption: String?
  /// The options in the order of their declaration.
  public let options: [Entry]
  /// The values that paths can name.
  public let values: [ValueDeclaration]

  /// The reference of a command.
  public init<Described: Command>(_ command: Described.Type) {
    name = Described.name
    summary = Described.summary
    needsName = Described.needsName
    listOption = Described.listOption
    values = Described.values
    options = CommandDeclaration(Described.self).options.map { option in
      let declaration = option.declaration
      return Entry(
        name: option.name, type: declaration.typeDescription,
        range: declaration.bounds?.description, choices: declaration.choices,
        explanations: declaration.explanations,
        unit: declaration.unit, defaultValue: declaration.defaultDescription,
        isRequired: declaration.isRequired, help: declaration.help)
    }
  }

  /// The reference as text for a terminal.
  public var text: String {
    var lines = [needsName ? "{\(name) NAME}" : "{\(name)}", "  \(summary)", ""]
    if let listOption {
      lines += ["  The body is a mapping of options, or the list of '\(listOption)' alone.", ""]
    }
    for option in options {
      let fallback = option.defaultValue.map { " (default \($0))" } ?? ""
      lines.append("  \(option.name)\(option.isRequired ? " (required)" : fallback)")
      lines.append("      \(option.help)")
      lines.append("      \(option.fullType)")
      lines += option.explanations.map { "        \($0.word): \($0.help)" }
    }
    if !values.isEmpty { lines += ["", "  Values"] }
    lines += columns(values.map { ($0.name, $0.help) }).map { "      " + $0 }
    return lines.joined(separator: "\n")
  }

  /// The options as a list in Markdown, for a lesson that explains the command.
  public var markdown: String {
    options.map { option in
      let fallback = option.defaultValue.map { "; by default `\($0)`" } ?? ""
      let ending = option.isRequired ? "; required" : fallback
      let line = "- `\(option.name)`: \(option.help) Takes \(option.fullType)\(ending)."
      let words = option.explanations.map { "  - `\($0.word)`: \($0.help)" }
      return ([line] + words).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
