/// The declarations of the commands of a lesson. Each type's are read off once, however many of its blocks there are.
final class CommandDeclarations {
  private var known: [ObjectIdentifier: CommandDeclaration] = [:]

  subscript<Declared: Command>(_ type: Declared.Type) -> CommandDeclaration {
    let identifier = ObjectIdentifier(type)
    if let declaration = known[identifier] { return declaration }
    let declaration = CommandDeclaration(type)
    known[identifier] = declaration
    return declaration
  }
}
