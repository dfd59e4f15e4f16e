import Execution
import Learning

extension DatasetDescription: LessonValue {
  /// What is known of a description before it is made.
  public struct Outline: ValueOutline {
    /// The data that are described.
    var examples: ExamplesOutline

    /// The values that the description will have.
    public var fields: [Field] {
      let classes = [
        Field("classes", .number),
        Field("class_counts", .list(count: examples.classes?.count, of: .number)),
      ]
      let ofInputs = areTexts ? ["empty_texts", "words"] : ["constant_columns"]
      return [Field("rows", .number)] + (examples.targets == nil ? classes : [])
        + (["duplicates", "contradictions", "leaks"] + ofInputs).map { Field($0, .number) }
    }

    private var areTexts: Bool { examples.columns == .text }

    /// Whether there are classes, and of what kind the inputs are.
    public func reason(ofMissing name: String) -> String? {
      switch name {
      case "classes", "class_counts":
        examples.targets.map { "the data have \(targetWords($0)), and no classes" }
      case "empty_texts", "words": areTexts ? nil : "the data are numbers, and no texts"
      case "constant_columns": areTexts ? "the data are texts, and no numbers" : nil
      default: nil
      }
    }
  }

  /// What messages call it.
  public static var kind: String { "description" }

  /// What is known of it now.
  public var outline: Outline {
    Outline(
      examples: ExamplesOutline(
        columns: inputs.outline,
        answers: targets.isEmpty ? .classes(classes) : .targets(targets.map(\.name)),
        parts: parts.map(\.part)))
  }

  /// Counts.
  public var members: [Value.Member] {
    var members: [Value.Member] = [.init("rows", .integer(rowCount))]
    if targets.isEmpty {
      members.append(.init("classes", .integer(classes.count)))
      members.append(.init("class_counts", .integers(classCounts)))
    }
    members += [
      .init("duplicates", .integer(duplicates)), .init("contradictions", .integer(contradictions)),
      .init("leaks", .integer(leaks)),
    ]
    switch inputs {
    case .texts(let texts):
      members.append(.init("empty_texts", .integer(texts.emptyCount)))
      members.append(.init("words", .integer(texts.vocabularySize)))
    case .columns(let columns):
      members.append(.init("constant_columns", .integer(columns.count { $0.isConstant })))
    }
    return members
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

  /// Per class, the number of rows in all parts.
  private var classCounts: [Int] {
    classes.indices.map { index in parts.reduce(0) { $0 + $1.counts[index] } }
  }

  /// Tables and figures of the classes or targets and of the inputs, and what is doubtful.
  public func display(rows: Int) -> [Output] {
    let figures = DescriptionFigures(self)
    var outputs: [Output] =
      targets.isEmpty
      ? [.table(classTable), .figure(figures.classes)]
      : (parts.count > 1 ? [.table(partTable)] : [])
        + [.table(columnTable(targets, targets.count, title: "target"))]
    switch inputs {
    case .texts(let texts):
      outputs += [
        .table(textTable(texts)), .figure(figures.lengths(texts)), .table(wordTable(texts, rows)),
      ]
    case .columns(let columns):
      outputs.append(.table(columnTable(columns, rows)))
      if let figure = figures.columns(columns.prefix(rows)) { outputs.append(.figure(figure)) }
    }
    return outputs + notes
  }

  // MARK: Tables

  private var classTable: Table {
    let titles = parts.count > 1 ? parts.map(\.part.rawValue) + ["all"] : ["rows"]
    let columns = parts.map(\.counts) + (parts.count > 1 ? [classCounts] : [])
    let shown = frequentClasses
    var rows = shown.map { index in
      [classes[index]] + columns.map { Self.share($0[index], of: $0.reduce(0, +)) }
    }
    rows.append(["all"] + columns.map { Self.share($0.reduce(0, +), of: $0.reduce(0, +)) })
    return Table(
      columns: [.init("class")] + titles.map { .init($0, .end) }, rows: rows,
      remark: shown.count < classes.count
        ? "the \(shown.count) most frequent of \(classes.count) classes" : nil)
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

  private func columnTable(
    _ columns: [ColumnDescription], _ limit: Int, title: String = "column"
  ) -> Table {
    let titles = ["least", "mean", "greatest", "standard deviation", "different"]
    let isFromFile = columns.contains { $0.missingShare != nil }
    let rows = columns.prefix(limit).map { column in
      [column.name]
        + [column.least, column.mean, column.greatest, column.standardDeviation]
        .map { significantDigits($0, 6) }
        + [String(column.distinctCount)]
        + (isFromFile ? ["\(fixedDecimals(100 * (column.missingShare ?? 0), 1))\u{A0}%"] : [])
    }
    let equal =
      switch duplicates {
      case 0: "no row equals an earlier one"
      case 1: "1 row equals an earlier one"
      default: "\(duplicates) rows equal an earlier one"
      }
    return Table(
      columns: [.init(title)]
        + (titles + (isFromFile ? ["missing"] : [])).map { .init($0, .end) },
      rows: rows,
      remark: (columns.count > limit ? "\(limit) of \(columns.count) columns; " : "") + equal)
  }

  // MARK: Doubts

  private var notes: [Output] {
    let leftOut =
      rowsLeftOut == 0
      ? []
      : [
        Note(
          .information,
          "\(rowsLeftOut) of \(rowCount + rowsLeftOut) rows of the file are left out, since something in"
            + " them is missing.")
      ]
    return (leftOut + warnings.map { Note(.warning, $0) }).map { .note($0) }
  }

  private var warnings: [String] {
    var warnings: [String] = []
    for part in parts where part.leaks > 0 {
      warnings.append(
        "\(part.leaks) of \(part.rowCount) rows of the \(part.part.rawValue) part are in the training"
          + " part, too: what they measure is memory.")
    }
    if contradictions > 0 {
      let rows = contradictions == 1 ? "1 row has" : "\(contradictions) rows have"
      let others = targets.isEmpty ? "another class" : "other targets"
      warnings.append("\(rows) the inputs of an earlier row and \(others).")
    }
    // At the edges of pictures there is mostly nothing, and that is as it should be.
    if case .columns(let columns) = inputs, !arePictures {
      let constant = columns.filter(\.isConstant).map(\.name)
      if !constant.isEmpty {
        let names = constant.prefix(10).joined(separator: ", ")
        warnings.append("Nothing can be learnt from columns of one number: \(names).")
      }
    }
    let unchanging = targets.filter(\.isConstant).map(\.name)
    if !unchanging.isEmpty {
      warnings.append(
        "There is nothing to predict in targets of one number:"
          + " \(unchanging.joined(separator: ", ")).")
    }
    if case .texts(let texts) = inputs, texts.emptyCount > 0 {
      warnings.append(
        texts.emptyCount == 1 ? "1 text is empty." : "\(texts.emptyCount) texts are empty.")
    }
    return warnings
  }
}

extension DatasetDescription.Inputs {
  fileprivate var outline: ExamplesOutline.Columns {
    switch self {
    case .texts: .text
    case .columns(let columns): .exactly(columns.count)
    }
  }
}
