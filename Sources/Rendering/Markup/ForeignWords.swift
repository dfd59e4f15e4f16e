/// Words that stand in another language amid others.
struct ForeignWords: Sendable {
  private let words: Set<String>
  private let language: String

  /// nil when there are no such words, or all words are in one language.
  init?(_ words: [String], in language: String?) {
    guard let language, !words.isEmpty else { return nil }
    self.words = Set(words)
    self.language = language
  }

  /// The language of a text; nil for one in the language around it.
  func language(of text: String) -> String? {
    words.contains(text) ? language : nil
  }
}
