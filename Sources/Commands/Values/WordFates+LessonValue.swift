import Execution
import Learning

extension WordFates: LessonValue {
  /// What is known of the words before they are counted.
  public struct Outline: DeclaringOutline {
    /// The counts, and the most frequent words for each reason.
    public static let values: [NamedValue<WordFates>] = [
      .init("reason", "kept, stop_word, one_letter, rare, frequent, cut and tied") {
        $0.groups.map(\.reason.rawValue)
      }
      .known { field, _ in field.shape = .perReason(.text) },
      .init("terms", "per reason, how many different words there are") { $0.groups.map(\.count) }
        .known { field, _ in
          field.title = "different words"
          field.countPerReason()
        },
      .init("occurrences", "per reason, how often they occur in the training texts") {
        $0.groups.map(\.occurrences)
      }
      .known { field, _ in field.countPerReason() },
      .examples(of: .kept, "the most frequent terms of the vocabulary"),
      .examples(of: .stopWord, "the most frequent words that are on the list of stop words"),
      .examples(of: .oneLetter, "the most frequent words of one character"),
      .examples(of: .rare, "the most frequent terms in fewer texts than min_df"),
      .examples(of: .frequent, "the most frequent terms in more texts than max_df"),
      .examples(of: .cut, "the most frequent terms that max_features leaves out"),
      .examples(of: .tied, "terms that are as frequent as the last kept one, and left out"),
    ]
  }

  /// What messages call it.
  public static var kind: String { "account of words" }

  /// Nothing depends on the run.
  public var outline: Outline { Outline() }

  /// A row for each reason.
  public func display(rows: Int) -> [Output] {
    let cells = groups.map { group in
      let examples = group.examples.prefix(max(0, rows)).map {
        "\(abbreviated($0.word, to: 40)) (\($0.occurrences))"
      }
      return [
        Self.words(for: group.reason), String(group.count), String(group.occurrences),
        examples.joined(separator: ", "),
      ]
    }
    let columns = [
      Table.Column("words"), Table.Column("different", .end), Table.Column("occurrences", .end),
      Table.Column("the most frequent"),
    ]
    return [
      .table(
        Table(
          columns: columns, rows: cells,
          remark: "in the training texts; in brackets, how often each word occurs"))
    ]
  }

  private static func words(for reason: Reason) -> String {
    switch reason {
    case .kept: "kept"
    case .stopWord: "dropped: stop word"
    case .oneLetter: "dropped: one letter"
    case .rare: "dropped: rare (min_df)"
    case .frequent: "dropped: frequent (max_df)"
    case .cut: "dropped: cut (max_features)"
    case .tied: "dropped: tie at the cut"
    }
  }
}

extension NamedValue<WordFates> {
  fileprivate static func examples(of reason: WordFates.Reason, _ help: String) -> Self {
    Self(reason.rawValue, help) { fates in
      fates.groups.first { $0.reason == reason }?.examples.map(\.word)
    }
  }
}

extension Field {
  fileprivate mutating func countPerReason() {
    shape = .perReason(.number)
    dimensions = [
      Dimension("reason", labels: WordFates.Reason.allCases.map { spaced($0.rawValue) })
    ]
  }
}

extension Shape {
  fileprivate static func perReason(_ element: Shape) -> Shape {
    .list(count: WordFates.Reason.allCases.count, of: element)
  }
}
