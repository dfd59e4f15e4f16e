import Execution
import Learning

/// The rows of a part that a network gets most wrong.
struct WorstMistakes: Sendable, Codable {
  /// A row that is taken for what it is not.
  struct Mistake: Sendable, Codable {
    /// Its number in the data, from 0.
    var row: Int
    var label: String
    var predicted: String
    var probability: Double
    var loss: Double
    /// The words that speak most for the wrong class.
    var words: [String]
    var passage: MarkedPassage
  }

  var part: Part
  /// The number of rows of the part, and of those that are mistakes.
  var total: Int
  var count: Int
  /// The worst ones, the worst first.
  var mistakes: [Mistake]
}

extension WorstMistakes: LessonValue {
  /// What is known of mistakes before they are made.
  struct Outline: ValueOutline {
    var fields: [Field] {
      [
        Field("count", .number), Field("row", .list(count: nil, of: .number)),
        Field("label", .list(count: nil, of: .text)),
        Field("predicted", .list(count: nil, of: .text)),
        Field("probability", .list(count: nil, of: .number)),
        Field("loss", .list(count: nil, of: .number)),
        Field("words", .list(count: nil, of: .list(count: nil, of: .text))),
        Field("text", .list(count: nil, of: .text)),
      ]
    }
  }

  static var kind: String { "list of mistakes" }

  var outline: Outline { Outline() }

  var members: [Value.Member] {
    [
      .init("count", .integer(count)), .init("row", .integers(mistakes.map(\.row))),
      .init("label", .texts(mistakes.map(\.label))),
      .init("predicted", .texts(mistakes.map(\.predicted))),
      .init("probability", .numbers(mistakes.map(\.probability))),
      .init("loss", .numbers(mistakes.map(\.loss))),
      .init("words", .list(mistakes.map { .texts($0.words) })),
      .init("text", .texts(mistakes.map { $0.passage.pieces.map(\.text).joined() })),
    ]
  }

  func display(rows: Int) -> [Output] {
    let shown = mistakes.prefix(max(0, rows))
    if shown.isEmpty { return [.note(Note(.information, countText + "."))] }
    let excerpts = shown.map { mistake in
      Excerpt(
        title: "Row \(mistake.row): \(abbreviated(mistake.label, to: 40)), taken for"
          + " \(abbreviated(mistake.predicted, to: 40)) with probability"
          + " \(fixedDecimals(mistake.probability, 4)); loss \(fixedDecimals(mistake.loss, 4))",
        pieces: mistake.passage.pieces.map { Excerpt.Piece($0.text, isMarked: $0.isMarked) })
    }
    return [.excerpts(excerpts)]
  }

  /// What the block says before it shows the mistakes; nil if there are none.
  var heading: String? {
    if mistakes.isEmpty { return nil }
    return countText + (count > mistakes.count ? "; the worst \(mistakes.count):" : ":")
  }

  private var countText: String { "\(count) of \(total) \(part.rawValue) rows are mistakes" }
}
