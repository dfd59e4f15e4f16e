/// How the source code of a language is cut into tokens.
///
/// A highlighted text is there to be read, not compiled: whatever stands in it, a syntax goes on to its end.
protocol Syntax: Sendable {
  /// The words in the info strings of fences that mean this language, in lower case.
  static var names: [String] { get }

  /// Reads a source from its start to its end.
  static func read(_ source: inout SourceScanner)
}

/// The languages that are highlighted.
package enum Syntaxes {
  private static let all: [any Syntax.Type] = [
    BashSyntax.self, JSONSyntax.self, MarkdownSyntax.self, PythonSyntax.self, SwiftSyntax.self,
    YAMLSyntax.self,
  ]
  private static let byName: [String: any Syntax.Type] = Dictionary(
    uniqueKeysWithValues: all.flatMap { syntax in syntax.names.map { ($0, syntax) } })

  /// The names of all languages, in order.
  package static var names: [String] { byName.keys.sorted() }

  /// The tokens of a source, which together are the source; one plain token if the language is none of ours.
  ///
  /// It takes time in proportion to the length of the source.
  package static func tokens(of source: String, language: String) -> [SyntaxToken] {
    guard let syntax = byName[language.lowercased()] else {
      return source.isEmpty ? [] : [SyntaxToken(kind: nil, text: source)]
    }
    var scanner = SourceScanner(source)
    syntax.read(&scanner)
    return scanner.finish()
  }
}
