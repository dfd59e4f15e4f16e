import Execution
import Learning

extension Features: LessonValue {
  /// What is known of features before texts are read.
  public struct Outline: ValueOutline {
    var examples: ExamplesOutline

    /// The values that the features will have.
    public var fields: [Field] {
      [
        Field("vocabulary", .list(count: nil, of: .text)), Field("vocabulary_size", .number),
        Field("idf", .list(count: nil, of: .number)), Field("nonzeros", .number),
        Field("tied_words", .list(count: nil, of: .text)),
      ]
    }
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

  /// The vocabulary in column order, its weights, how full the training part is, and the words that tie at the cut.
  public var members: [Value.Member] {
    [
      .init("vocabulary", .texts(vectorizer.vocabulary)),
      .init("vocabulary_size", .integer(vectorizer.vocabularySize)),
      .init("idf", .numbers(vectorizer.idf)),
      .init("nonzeros", .integer(matrix(of: .train).nonzeroCount)),
      .init("tied_words", .texts(vectorizer.tiedWords)),
    ]
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
