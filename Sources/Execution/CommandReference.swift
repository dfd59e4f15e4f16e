/// The reference of one block command, from its declarations.
public struct CommandReference: Sendable {
  /// An option as its reference tells it.
  public struct Entry: Sendable, Equatable {
    /// The name in lessons.
    public var name: String
    /// What has to be written, with its bounds.
    public var type: String
    /// The default as a lesson would write it; nil when there is none.
    public var defaultValue: String?
    /// Whether a block must give the option.
    public var isRequired: Bool
    /// What the option means.
    public var help: String
  }

  /// The word in the braces.
  public let name: String
  /// What the command does.
  public let summary: String
  /// Whether a block of this command must have a name.
  public let needsName: Bool
  /// The options in the order of their declaration.
  public let options: [Entry]

  /// The reference of a command.
  public init<Described: Command>(_ command: Described.Type) {
    name = Described.name
    summary = Described.summary
    needsName = Described.needsName
    options = CommandDeclaration(Described.self).options.map { option in
      let declaration = option.declaration
      let bounds = declaration.bounds.map { ", \($0.description)" } ?? ""
      return Entry(
        name: option.name, type: declaration.typeDescription + bounds,
        defaultValue: declaration.defaultDescription, isRequired: declaration.isRequired,
        help: declaration.help)
    }
  }

  /// The reference as text for a terminal.
  public var text: String {
    var lines = [needsName ? "{\(name) NAME}" : "{\(name)}", "  \(summary)", ""]
    for option in options {
      let fallback = option.defaultValue.map { " (default \($0))" } ?? ""
      lines.append("  \(option.name)\(option.isRequired ? " (required)" : fallback)")
      lines.append("      \(option.help)")
      lines.append("      \(option.type)")
    }
    return lines.joined(separator: "\n")
  }
}
