import Execution
import Learning

/// `words`: which words a vocabulary keeps and drops, and why.
struct WordsBlock: Command {
  typealias Value = WordFates

  static let name = "words"
  static let showsTables = true
  static let summary = "Tell which words a vocabulary keeps and which it drops, and why."

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
