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
  }

  var part: Part
  /// The number of rows of the part, and of those that are mistakes.
  var total: Int
  var count: Int
  /// The worst ones, the worst first.
  var mistakes: [Mistake]
  /// What these rows hold.
  var rows: MistakenRows
}

extension WorstMistakes {
  /// The worst mistakes of a ranking, with what their rows hold.
  init(_ worst: [Mistake], of ranking: MistakeRanking, rows: MistakenRows) {
    self.init(
      part: ranking.part, total: ranking.total, count: ranking.places.count, mistakes: worst,
      rows: rows)
  }
}

extension WorstMistakes: LessonValue {
  /// What is known of mistakes before they are made.
  struct Outline: DeclaringOutline {
    /// Whether the rows are texts, whose words tell what misled the network.
    let areTexts: Bool

    static let values: [NamedValue<WorstMistakes>] = [
      .init("count", "how many rows of the part are taken for what they are not") { $0.count },
      .init("row", "the rows of the data with the highest losses, the worst first") {
        $0.mistakes.map(\.row)
      },
      .init("label", "what each of them is") { $0.mistakes.map(\.label) },
      .init("predicted", "what the network takes it for") { $0.mistakes.map(\.predicted) },
      .init("probability", "how probable the network holds that to be") {
        $0.mistakes.map(\.probability)
      },
      .init("loss", "the loss of each row by itself") { $0.mistakes.map(\.loss) },
      .ofTexts("words", "of texts, per row the words that speak most for the wrong class") {
        $0.words
      },
      .ofTexts("text", "of texts, the stretch of each where they stand") {
        $0.passage.pieces.map(\.text).joined()
      },
    ]
  }

  static var kind: String { "list of mistakes" }

  var outline: Outline {
    if case .texts = rows { Outline(areTexts: true) } else { Outline(areTexts: false) }
  }

  func display(rows count: Int) -> [Output] {
    let shown = mistakes.prefix(max(0, count))
    if shown.isEmpty { return [.note(Note(.information, countText + "."))] }
    switch rows {
    case .texts(let texts): return [.excerpts(zip(shown, texts).map(excerpt))]
    case .table(let cells): return [.table(table(of: shown, cells))]
    case .pictures(let pictures):
      return [
        .pictures(
          PictureSheet(
            title: "Worst mistakes on the \(part.rawValue) part",
            entries: Array(pictures.prefix(shown.count)),
            remark: "what it is, and what the network takes it for"))
      ]
    }
  }

  private func excerpt(_ mistake: Mistake, _ text: MistakenRows.MisleadingText) -> Excerpt {
    Excerpt(
      title: "Row \(mistake.row): \(abbreviated(mistake.label, to: 40)), taken for"
        + " \(abbreviated(mistake.predicted, to: 40)) with probability"
        + " \(fixedDecimals(mistake.probability, 4)); loss \(fixedDecimals(mistake.loss, 4))",
      pieces: text.passage.pieces.map { Excerpt.Piece($0.text, isMarked: $0.isMarked) })
  }

  private func table(
    of shown: ArraySlice<Mistake>, _ cells: MistakenRows.MistakenCells
  ) -> Table {
    let columns = [
      Table.Column("row", .end), Table.Column("is"), Table.Column("taken for"),
      Table.Column("probability", .end), Table.Column("loss", .end),
    ]
    let rows = zip(shown, cells.rows).map { mistake, cells in
      [
        String(mistake.row), abbreviated(mistake.label, to: 40),
        abbreviated(mistake.predicted, to: 40), fixedDecimals(mistake.probability, 4),
        fixedDecimals(mistake.loss, 4),
      ] + cells
    }
    let isCut = cells.columns.count < cells.columnCount
    return Table(
      columns: columns + cells.columns, rows: rows,
      remark: isCut ? "the first \(cells.columns.count) of \(cells.columnCount) columns" : nil)
  }

  /// What the block says before it shows the mistakes; nil if there are none.
  var heading: String? {
    if mistakes.isEmpty { return nil }
    return countText + (count > mistakes.count ? "; the worst \(mistakes.count):" : ":")
  }

  private var countText: String { "\(count) of \(total) \(part.rawValue) rows are mistakes" }
}

extension NamedValue<WorstMistakes> {
  /// What each row has that is a text.
  fileprivate static func ofTexts<Content: ValueConvertible>(
    _ name: String, _ help: String,
    _ content: @escaping @Sendable (MistakenRows.MisleadingText) -> Content
  ) -> Self {
    Self(name, help) { mistakes in
      if case .texts(let texts) = mistakes.rows { texts.map(content) } else { nil }
    }
    .exists(if: \.areTexts, else: "that is of texts, and the run was trained on numbers")
  }
}
