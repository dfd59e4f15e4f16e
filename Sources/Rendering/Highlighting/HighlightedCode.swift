/// Source code with its tokens told apart; its text is the source, character by character.
package struct HighlightedCode: Sendable {
  private let tokens: [SyntaxToken]

  /// Code in a language; one that is none of ours stays plain.
  package init(_ source: String, language: String) {
    tokens = Syntaxes.tokens(of: source, language: language)
  }

  /// Writes the code.
  package func write(into page: inout Markup) {
    for token in tokens {
      if let kind = token.kind {
        page.element("span", ["class": kind.rawValue], text: token.text)
      } else {
        page.text(token.text)
      }
    }
  }
}
