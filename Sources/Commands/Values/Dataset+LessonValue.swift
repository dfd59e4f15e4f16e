import Execution
import Learning

extension Dataset: LessonValue {
  /// What is known of a data set before it is loaded.
  public struct Outline: ValueOutline {
    var examples: ExamplesOutline
    /// The classes of all rows, where the check has read them.
    var labels: Labels?
    var isText: Bool { examples.columns == .text }

    /// The values that the data set will have.
    public var fields: [Field] {
      [
        Field("rows", .number), Field("columns", .number), Field("classes", .number),
        Field("source", .text), Field("sha256", .text),
      ]
    }
  }

  /// What messages call it.
  public static var kind: String { "data set" }

  /// What is known of it now.
  public var outline: Outline {
    Outline(
      examples: ExamplesOutline(
        columns: featureCount.map { .exactly($0) } ?? .text, classes: labels.classes,
        parts: [.train], rows: [.train: rowCount]),
      labels: labels)
  }

  /// Counts, and where the rows come from.
  public var members: [Value.Member] {
    var members: [Value.Member] = [
      .init("rows", .integer(rowCount)), .init("columns", .integer(inputCount)),
      .init("classes", .integer(labels.classes.count)), .init("source", .text(source.name)),
    ]
    if let digest = source.sha256 { members.append(.init("sha256", .text(digest))) }
    return members
  }

  /// The first rows as a table.
  public func display(rows: Int) -> [Output] {
    let shown = min(rows, min(rowCount, TablePreview.rowLimit))
    let columns = preview.columns
    let cells = (0..<shown).map { row in
      columns.indices.map { abbreviated(preview[row, $0], to: 80) }
    }
    let alignments = columns.indices.map { column in
      let isNumeric = cells.allSatisfy { decimal($0[column]) }
      return Table.Column(columns[column], isNumeric ? .end : .start)
    }
    let remark = "\(shown) of \(rowCount) rows"
    return [.table(Table(columns: alignments, rows: cells, remark: remark))]
  }

  private func decimal(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { "+-.0123456789eE".utf8.contains($0) }
  }
}

/// Text on one line, cut off with an ellipsis when it is long.
func abbreviated(_ text: String, to length: Int) -> String {
  let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return line.count > length ? line.prefix(length - 1) + "…" : line
}
