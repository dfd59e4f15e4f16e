import Execution
import Learning

extension DatasetDescription: LessonValue {
  /// What is known of a description before it is made.
  public struct Outline: DeclaringOutline {
    /// The data that are described.
    var examples: ExamplesOutline

    /// Counts.
    public static let values: [NamedValue<DatasetDescription>] = [
      .init("rows", "how many rows there are") { $0.rowCount },
      .ofClasses("classes", "how many classes there are") { $0.classes.count },
      .ofClasses("class_counts", "per class, how many rows it has") { $0.classCounts }
        .known { $0.shape = .list(count: $1.examples.classes?.count, of: .number) },
      .init("duplicates", "how many rows have the inputs of an earlier row, before gaps are filled")
      { $0.duplicates },
      .init("contradictions", "how many of these have another class, or other targets") {
        $0.contradictions
      },
      .init("leaks", "how many rows of other parts the training part has, too") { $0.leaks },
      .ofTexts("empty_texts", "how many texts are empty") { $0.emptyCount },
      .ofTexts("words", "how many different words there are") { $0.vocabularySize },
      .init("constant_columns", "how many columns have one number only") {
        $0.inputs.constantCount
      }
      .exists(if: { !$0.areTexts }, else: "the data are texts, and no numbers"),
    ]

    fileprivate var areTexts: Bool { examples.columns == .text }
  }

  /// What messages call it.
  public static var kind: String { "description" }

  /// What is known of it now.
  public var outline: Outline {
    Outline(
      examples: ExamplesOutline(
        columns: inputs.outline,
        answers: targets.isEmpty
          ? .classes(classes) : .targets(targets.map(\.name), scaling: targetScaling),
        parts: parts.map(\.part)))
  }

  /// How many classes are shown one by one.
  private static let mostClasses = 20

  /// The classes that are shown, in their order: all, or of very many those with the most rows.
  var frequentClasses: [Int] {
    let counts = classCounts
    let ranking = classes.indices.sorted {
      counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1
    }
    return ranking.prefix(Self.mostClasses).sorted()
  }

  /// What to say of classes that are not shown; nil if all are.
  var remarkOnRareClasses: String? {
    classes.count > Self.mostClasses
      ? "the \(Self.mostClasses) most frequent of \(classes.count) classes" : nil
  }

  /// Per class, the number of rows in all parts.
  private var classCounts: [Int] {
    classes.indices.map { index in parts.reduce(0) { $0 + $1.counts[index] } }
  }

  /// Tables and figures of the classes or targets and of the inputs, and what is doubtful. What a caption is most likely to
  /// be about comes first: the classes, or else the inputs.
  public func display(rows: Int) -> [Output] {
    let inputs = inputOutputs(rows: rows)
    if targets.isEmpty {
      return [.table(classTable), .figure(DescriptionFigures(self).classes)] + inputs + notes
    }
    return inputs + [.table(columnTable(targets, targets.count, title: "target"))]
      + (parts.count > 1 ? [.table(partTable)] : []) + notes
  }

  private func inputOutputs(rows: Int) -> [Output] {
    let figures = DescriptionFigures(self)
    switch inputs {
    case .texts(let texts):
      return [
        .table(textTable(texts)), .figure(figures.lengths(texts)), .table(wordTable(texts, rows)),
      ]
    case .columns(let columns):
      return [.table(columnTable(columns, rows, remark: equalRows))]
        + (figures.columns(columns.prefix(rows)).map { [.figure($0)] } ?? [])
    case .pictures(let pictures):
      return [.table(pictureTable(pictures)), .pictures(figures.means(pictures))]
    }
  }

  // MARK: Tables

  private var classTable: Table {
    let titles = parts.count > 1 ? parts.map(\.part.rawValue) + ["all"] : ["rows"]
    let columns = parts.map(\.counts) + (parts.count > 1 ? [classCounts] : [])
    var rows = frequentClasses.map { index in
      [classes[index]] + columns.map { Self.share($0[index], of: $0.reduce(0, +)) }
    }
    rows.append(["all"] + columns.map { Self.share($0.reduce(0, +), of: $0.reduce(0, +)) })
    return Table(
      columns: [.init("class")] + titles.map { .init($0, .end) }, rows: rows,
      remark: remarkOnRareClasses)
  }

  private var partTable: Table {
    Table(
      columns: [.init("part"), .init("rows", .end)],
      rows: parts.map { [$0.part.rawValue, String($0.rowCount)] } + [["all", String(rowCount)]])
  }

  private static func share(_ count: Int, of total: Int) -> String {
    let percent = total == 0 ? 0 : 100 * Double(count) / Double(total)
    return "\(count) (\(fixedDecimals(percent, 1))\u{A0}%)"
  }

  private func textTable(_ texts: TextDescription) -> Table {
    let facts = [
      ("shortest text, in characters", texts.lengths.first ?? 0),
      ("median length", texts.medianLength), ("longest text", texts.lengths.last ?? 0),
      ("empty texts", texts.emptyCount), ("texts that were there before", duplicates),
      ("different words", texts.vocabularySize),
    ]
    return Table(
      columns: [.init("texts"), .init("count", .end)], rows: facts.map { [$0, String($1)] })
  }

  private func wordTable(_ texts: TextDescription, _ limit: Int) -> Table {
    let shown = texts.words.prefix(limit)
    return Table(
      columns: [.init("word"), .init("occurrences", .end), .init("texts with it", .end)],
      rows: shown.map { [$0.text, String($0.occurrences), String($0.documents)] },
      remark: "the \(shown.count) most frequent of \(texts.vocabularySize) words")
  }

  private func pictureTable(_ pictures: PictureDescription) -> Table {
    let numbers = [
      ("least value", pictures.least), ("greatest value", pictures.greatest),
      ("mean", pictures.mean),
    ]
    let counts = [
      ("pixels that never change", pictures.constantCount),
      ("pictures that were there before", duplicates),
    ]
    return Table(
      columns: [.init("pictures"), .init("value", .end)],
      rows: [["size", "\(pictures.shape.width) × \(pictures.shape.height) pixels"]]
        + numbers.map { [$0, significantDigits($1, 6)] } + counts.map { [$0, String($1)] })
  }

  private func columnTable(
    _ columns: [ColumnDescription], _ limit: Int, title: String = "column", remark: String? = nil
  ) -> Table {
    let isFromFile = columns.contains { $0.missingShare != nil }
    // What is looked for first stands first, where a narrow window shows it, too.
    let titles =
      (isFromFile ? ["missing"] : [])
      + ["least", "mean", "greatest", "standard deviation", "different"]
    let rows = columns.prefix(limit).map { column in
      [column.name]
        + (isFromFile ? ["\(fixedDecimals(100 * (column.missingShare ?? 0), 1))\u{A0}%"] : [])
        + [column.least, column.mean, column.greatest, column.standardDeviation]
        .map { significantDigits($0, 6) }
        + [String(column.distinctCount)]
    }
    let cut = columns.count > limit ? "\(limit) of \(columns.count) columns" : nil
    let remarks = [cut, remark].compactMap(\.self)
    return Table(
      columns: [.init(title)] + titles.map { .init($0, .end) }, rows: rows,
      remark: remarks.isEmpty ? nil : remarks.joined(separator: "; "))
  }

  private var equalRows: String {
    switch duplicates {
    case 0: "no row equals an earlier one"
    case 1: "1 row equals an earlier one"
    default: "\(duplicates) rows equal an earlier one"
    }
  }
}

extension DatasetDescription.Inputs {
  fileprivate var outline: ExamplesOutline.Columns {
    switch self {
    case .texts: .text
    case .columns(let columns): .exactly(columns.count)
    case .pictures(let pictures): .exactly(pictures.shape.pixelCount)
    }
  }

  /// How many columns or pixels are the same in all rows; nil of texts.
  fileprivate var constantCount: Int? {
    switch self {
    case .texts: nil
    case .columns(let columns): columns.count { $0.isConstant }
    case .pictures(let pictures): pictures.constantCount
    }
  }
}

extension NamedValue<DatasetDescription> {
  fileprivate static func ofClasses<Content: ValueConvertible>(
    _ name: String, _ help: String, _ content: @escaping @Sendable (DatasetDescription) -> Content
  ) -> Self {
    Self(name, help) { $0.targets.isEmpty ? content($0) : nil }
      .exists(unless: {
        $0.examples.targets.map { "the data have \(targetWords($0)), and no classes" }
      })
  }

  fileprivate static func ofTexts(
    _ name: String, _ help: String, _ count: @escaping @Sendable (TextDescription) -> Int
  ) -> Self {
    Self(name, help) { description in
      if case .texts(let texts) = description.inputs { count(texts) } else { nil }
    }
    .exists(if: \.areTexts, else: "the data are numbers, and no texts")
  }
}
