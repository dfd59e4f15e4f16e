/// A piece of source code, and what it is in its language.
package struct SyntaxToken: Sendable, Equatable {
  /// What a piece of source code is; the raw value is its class in a page.
  package enum Kind: String, Sendable, CaseIterable {
    /// The command of a Lectern block.
    case command
    /// Something that is given its name here: a block, a function, a type.
    case name
    /// The key of a mapping, or the option of a program.
    case key
    /// A word that belongs to the language.
    case keyword
    case string, number
    /// A word that stands for one value: true, none.
    case constant
    /// What is replaced by something else: a parameter, a variable of the shell.
    case variable
    case comment
  }

  /// What it is; nil for code that looks like any other.
  package var kind: Kind?
  /// The piece itself.
  package var text: String
}
