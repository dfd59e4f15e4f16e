import Execution
import Learning

extension Features: LessonValue {
  /// What is known of features before texts are read.
  public struct Outline: DeclaringOutline {
    var examples: ExamplesOutline

    /// The vocabulary in column order, its weights, how full the training part is, and the words that tie at the cut.
    public static let values: [NamedValue<Features>] = [
      .init("vocabulary", "the terms that are kept, in the order of their columns") {
        $0.vectorizer.vocabulary
      },
      .init("vocabulary_size", "how many there are") { $0.vectorizer.vocabularySize },
      .init("idf", "how much each term weighs") { $0.vectorizer.idf },
      .init("nonzeros", "how many weights of the training part are not zero") {
        $0.matrix(of: .train).nonzeroCount
      },
      .init("tied_words", "terms that are as frequent as the last one that is kept") {
        $0.vectorizer.tiedWords
      },
    ]
  }

  /// What messages call it.
  public static var kind: String { "set of features" }

  /// What is known of them now.
  public var outline: Outline {
    Outline(
      examples: ExamplesOutline(
        columns: .exactly(vectorizer.vocabularySize), answers: answers.outline,
        parts: Part.allCases.filter { !rows(of: $0).isEmpty }))
  }

  /// The commonest words with their weights.
  public func display(rows: Int) -> [Output] {
    let words = zip(vectorizer.vocabulary, vectorizer.idf).sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    let cells = words.prefix(max(0, rows)).map { [$0.0, fixedDecimals($0.1, 4)] }
    return [
      .table(
        Table(
          columns: [Table.Column("word"), Table.Column("idf", .end)], rows: cells,
          remark: "the \(cells.count) commonest of \(words.count) words"))
    ]
  }
}
