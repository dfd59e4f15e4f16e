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
    options = OptionCollector.options(of: Declared())
    optionsByProperty = Dictionary(options.map { ($0.property, $0.declaration) }) { first, _ in
      first
    }
  }
}
