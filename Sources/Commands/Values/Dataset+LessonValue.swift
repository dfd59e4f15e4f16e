import Execution
import Learning

extension Dataset: LessonValue {
  /// What is known of a data set before it is loaded.
  public struct Outline: DeclaringOutline {
    var examples: ExamplesOutline
    /// The classes of all rows, where the check has read them.
    var labels: Labels?
    /// Whether the rows are those of one file, or may be.
    var hasDigest: Bool

    /// Counts, and where the rows come from.
    public static let values: [NamedValue<Dataset>] = [
      .init("rows", "how many examples there are") { $0.rowCount },
      .init("columns", "how many inputs an example has") { $0.inputCount },
      .init("classes", "how many classes there are") { $0.labels?.classes.count }
        .exists(unless: {
          $0.examples.targets.map { "it has \(targetWords($0)), and no classes" }
        }),
      .init("targets", "instead of classes, how many numbers are to be predicted") {
        $0.targets?.names.count
      }
      .exists(if: { $0.examples.targets != nil }, else: "it has classes, and no targets")
      .toldLast(),
      .init("source", "where the data come from") { $0.source.name },
      .init("sha256", "the digest of the file that was read") { $0.source.sha256 }
        .exists(if: \.hasDigest, else: "it is not read from one file"),
    ]
  }

  /// What messages call it.
  public static var kind: String { "data set" }

  /// What is known of it now.
  public var outline: Outline {
    Outline(
      examples: ExamplesOutline(
        columns: featureCount.map { .exactly($0) } ?? .text, inputColumns: inputColumns,
        answers: answers.outline, labelName: labelName, parts: [.train],
        rows: [.train: rowCount]),
      labels: labels, hasDigest: source.sha256 != nil)
  }

  /// The source, and the file with the labels, if they have one of their own.
  public var origins: [Origin] {
    let labels = source.labels.map { Origin(name: $0.name, sha256: $0.sha256, part: "labels") }
    return [Origin(name: source.name, sha256: source.sha256), labels].compactMap(\.self)
  }

  /// The first rows as a table, or as pictures if they are some.
  public func display(rows: Int) -> [Output] {
    let shown = min(rows, min(rowCount, TablePreview.rowLimit))
    if let sheet = pictures(ofRows: Array(0..<shown)) {
      return [.pictures(sheet)]
    }
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

extension Dataset {
  /// Some rows as pictures with their classes below; nil if they are none.
  func pictures(ofRows rows: [Int]) -> PictureSheet? {
    guard let labels else { return nil }
    let entries = rows.compactMap { row in
      picture(ofRow: row, words: labels.classes[labels.indices[row]])
    }
    guard pictureShape != nil else { return nil }
    return PictureSheet(
      title: source.name, entries: entries, remark: "\(entries.count) of \(rowCount) pictures")
  }

  /// A row as a picture; nil if it is none.
  func picture(ofRow row: Int, words: String) -> PictureSheet.Entry? {
    guard let shape = pictureShape, let pixels = matrix(of: [row])?.elements else { return nil }
    return PictureSheet.Entry(shape, pixels: pixels, words: words)
  }
}

extension PictureSheet.Entry {
  /// A picture of pixels from 0 for paper to 1 for ink.
  init(_ shape: PictureShape, pixels: [Double], words: String) {
    let ink = pixels.map { UInt8(max(0, min(255, ($0 * 255).rounded()))) }
    let entry = PictureSheet.Entry(
      width: shape.width, height: shape.height, ink: ink, words: words)
    self = entry.reduced
  }
}
