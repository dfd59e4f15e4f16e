import Execution
import Learning

extension WordFates: LessonValue {
  /// What is known of the words before they are counted.
  public struct Outline: ValueOutline {
    /// A count for each reason, and the words that fell to it.
    public var fields: [Field] {
      let count = Reason.allCases.count
      var counts = [
        Field("terms", .list(count: count, of: .number), title: "different words"),
        Field("occurrences", .list(count: count, of: .number)),
      ]
      for index in counts.indices {
        counts[index].dimensions = [
          Field.Dimension("reason", labels: Reason.allCases.map { spaced($0.rawValue) })
        ]
      }
      return [Field("reason", .list(count: count, of: .text))] + counts
        + Reason.allCases.map { Field($0.rawValue, .list(count: nil, of: .text)) }
    }
  }

  /// What messages call it.
  public static var kind: String { "account of words" }

  /// Nothing depends on the run.
  public var outline: Outline { Outline() }

  /// The counts, and the most frequent words for each reason.
  public var members: [Value.Member] {
    [
      .init("reason", .texts(groups.map(\.reason.rawValue))),
      .init("terms", .integers(groups.map(\.count))),
      .init("occurrences", .integers(groups.map(\.occurrences))),
    ] + groups.map { .init($0.reason.rawValue, .texts($0.examples.map(\.word))) }
  }

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
