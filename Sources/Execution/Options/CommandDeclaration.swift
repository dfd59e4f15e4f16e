/// What a command type declares: its name, its summary and its options.
struct CommandDeclaration {
  /// One option under its property's name and its name in lessons.
  struct NamedOption {
    var property: String
    var name: String
    var declaration: any OptionDeclaration
  }

  let options: [NamedOption]
  let optionsByProperty: [String: any OptionDeclaration]

  /// Reads the declarations off a fresh value of the command.
  init<Declared: Command>(_ type: Declared.Type) {
    options = Self.options(of: Declared())
    optionsByProperty = Dictionary(options.map { ($0.property, $0.declaration) }) { first, _ in
      first
    }
  }

  /// The options of a command with their values.
  static func options(of command: any Command) -> [NamedOption] {
    options(reflecting: command)
  }

  private static func options(reflecting owner: Any) -> [NamedOption] {
    Mirror(reflecting: owner).children.flatMap { child -> [NamedOption] in
      // Groups come second: to find that a type does not conform, Swift goes through all conformances there are.
      guard let declaration = child.value as? any OptionDeclaration else {
        return (child.value as? any SharedOptions).map { options(reflecting: $0) } ?? []
      }
      guard let label = child.label else { return [] }
      let property = label.hasPrefix("_") ? String(label.dropFirst()) : label
      return [NamedOption(property: property, name: snakeCase(property), declaration: declaration)]
    }
  }

  /// "batchSize" becomes "batch_size".
  private static func snakeCase(_ name: String) -> String {
    name.reduce(into: "") { snake, character in
      if character.isUppercase { snake += "_" }
      snake += character.lowercased()
    }
  }
}
