import Execution
import Learning

/// The words that speak most for a class, and most against it.
struct TellingWords: Sendable, Codable {
  /// A word and what it adds to the log-odds of the class, averaged over rows.
  struct Word: Sendable, Codable {
    var word: String
    var contribution: Double
  }

  var className: String
  var part: Part
  /// The strongest first.
  var pro: [Word]
  var against: [Word]

  /// The strongest of all words on either side; those that add nothing are on none.
  init(className: String, part: Part, words: [String], contributions: [Double], top: Int) {
    self.className = className
    self.part = part
    // Words are in the order of their code points, in which equal ones stay.
    let order = contributions.indices.sorted {
      (contributions[$1], $0) < (contributions[$0], $1)
    }
    let strongest = order.prefix(top).filter { contributions[$0] > 0 }
    let opposing = contributions.indices.sorted {
      (contributions[$0], $0) < (contributions[$1], $1)
    }.prefix(top).filter { contributions[$0] < 0 }
    pro = strongest.map { Word(word: words[$0], contribution: contributions[$0]) }
    against = opposing.map { Word(word: words[$0], contribution: contributions[$0]) }
  }
}

extension TellingWords: LessonValue {
  /// What is known of the words before the run.
  struct Outline: DeclaringOutline {
    var words: [String] = []
    var againstWords: [String] = []

    static let values: [NamedValue<TellingWords>] = [
      .init("class", "the class that the words are about") { $0.className },
      .init("word", "the words that speak most for the class, the strongest first") {
        $0.pro.map(\.word)
      },
      .init("contribution", "what each adds to the class's log-odds, averaged over rows") {
        $0.pro.map(\.contribution)
      }
      .known { $0.tellContributions(of: $1.words) },
      .init("against_word", "the words that speak most against it") { $0.against.map(\.word) },
      .init("against_contribution", "what each adds, below 0") { $0.against.map(\.contribution) }
        .known { $0.tellContributions(of: $1.againstWords) },
    ]
  }

  static var kind: String { "explanation" }

  var outline: Outline {
    Outline(words: pro.map(\.word), againstWords: against.map(\.word))
  }

  func display(rows: Int) -> [Output] {
    let count = min(max(0, rows), max(pro.count, against.count))
    let cells = (0..<count).map { row in Self.cells(pro, row) + Self.cells(against, row) }
    let columns = [
      Table.Column("for \(className)"), Table.Column("adds", .end),
      Table.Column("against \(className)"), Table.Column("adds", .end),
    ]
    let remark =
      "what each word adds to the log-odds of \(className), averaged over the \(part.rawValue) part"
    return [.table(Table(columns: columns, rows: cells, remark: remark))]
      + (pro.isEmpty ? [] : [.figure(figure)])
  }

  private static func cells(_ words: [Word], _ row: Int) -> [String] {
    guard words.indices.contains(row) else { return ["", ""] }
    return [abbreviated(words[row].word, to: 40), fixedDecimals(words[row].contribution, 4)]
  }

  private var figure: Figure {
    let words = pro.map { abbreviated($0.word, to: 40) }
    return Figure(
      title: "Words that speak for \(className)", x: Axis("word", categories: words),
      y: Axis("mean contribution (log-odds)", includes: 0),
      layers: [
        .series(
          [
            Series(
              label: "", x: words.indices.map(Double.init), y: pro.map(\.contribution),
              color: .category(0))
          ], by: .bars)
      ])
  }
}

extension Field {
  fileprivate mutating func tellContributions(of words: [String]) {
    title = "contribution"
    quantity = "log-odds"
    dimensions = [Dimension("word", labels: words)]
  }
}
