import Execution
import Learning

/// `words`: which words a vocabulary keeps and drops, and why.
struct WordsBlock: Command {
  typealias Value = WordFates

  static let name = "words"
  static let showsTables = true
  static let summary = "Tell which words a vocabulary keeps and which it drops, and why."
  static let values = [
    ValueDeclaration("reason", "kept, stop_word, one_letter, rare, frequent, cut and tied"),
    ValueDeclaration("terms", "per reason, how many different words there are"),
    ValueDeclaration("occurrences", "per reason, how often they occur in the training texts"),
    ValueDeclaration("kept", "the most frequent terms of the vocabulary"),
    ValueDeclaration("stop_word", "the most frequent words that are on the list of stop words"),
    ValueDeclaration("one_letter", "the most frequent words of one character"),
    ValueDeclaration("rare", "the most frequent terms in fewer texts than min_df"),
    ValueDeclaration("frequent", "the most frequent terms in more texts than max_df"),
    ValueDeclaration("cut", "the most frequent terms that max_features leaves out"),
    ValueDeclaration("tied", "terms that are as frequent as the last kept one, and left out"),
  ]

  @Option("The features whose words are looked at.")
  var features: Reference<Features>
  @Option("How many words to name for each reason.", in: .between(1, 100))
  var examples = 8

  func check(_ scope: inout Scope) -> WordFates.Outline? {
    WordFates.Outline()
  }

  func run(_ context: Context) throws -> CommandResult<WordFates> {
    let features = try context.value(features)
    guard let texts = features.texts else {
      throw BlockFailure("'\(self.features.name)' has no texts", at: $features.range)
    }
    do {
      let fates = try WordFates(
        of: texts, rows: features.rows(of: .train), settings: features.vectorizer.settings,
        examples: examples, isCancelled: context.isCancelled)
      return CommandResult(fates, outputs: fates.display(rows: examples))
    } catch let error as TFIDFError {
      throw BlockFailure("\(error)", at: $features.range)
    }
  }
}
