/// A cell of a pipe table, and what begins and ends with it.
struct PipeTableCell {
  var isHeader: Bool
  var alignment: Prose.Alignment
  /// The alignments of all columns, if the table begins here.
  var opensTable: [Prose.Alignment]?
  var opensRow: Bool
  /// The alignments of the cells that the row lacks, if it ends here.
  var closesRow: [Prose.Alignment]?
  var closesTable: Bool
}

/// Finds pipe tables in paragraphs and makes each cell a heading of one line, which cmark knows.
///
/// Source: GitHub Flavored Markdown, section 4.10. A heading needs no blank lines around it, so lists stay as tight as
/// they are.
struct PipeTables {
  /// More cells than anybody reads, and few enough for any browser.
  private static let greatestCellCount = 100_000
  private static let marker = Array("###### ".utf8)
  private static let caption = Array("Table:".utf8)
  private static let blank = [UInt8(ascii: " ")]

  private let draft: MarkdownDraft
  private var placeholders: Placeholders
  private var edits: [MarkdownDraft.Edit] = []
  private var problems: [Diagnostic] = []

  /// The draft with the cells of its tables as headings; placeholders begin and end each of them.
  static func replacing(
    in draft: MarkdownDraft, _ placeholders: inout Placeholders,
    into diagnostics: inout [Diagnostic]
  ) -> MarkdownDraft {
    guard draft.bytes.contains(UInt8(ascii: "|")) else { return draft }
    var tables = PipeTables(draft: draft, placeholders: placeholders)
    for block in TextBlock.all(in: draft) { tables.findTable(in: block) }
    placeholders = tables.placeholders
    diagnostics += tables.problems
    return draft.applying(tables.edits)
  }

  private init(draft: MarkdownDraft, placeholders: Placeholders) {
    self.draft = draft
    self.placeholders = placeholders
  }

  private mutating func findTable(in block: TextBlock) {
    guard block.lines.count > 1 else { return }
    for line in block.lines.dropFirst() {
      let dashes = block.content(ofLine: line, in: draft)
      guard draft.bytes[dashes.lower..<dashes.upper].allSatisfy(\.belongsToDelimiterRow) else {
        continue
      }
      let delimiters = PipeTableRow(dashes, of: draft)
      let header = PipeTableRow(block.content(ofLine: line - 1, in: draft), of: draft)
      guard let alignments = delimiters.alignments(in: draft),
        header.pipeCount + delimiters.pipeCount > 0
      else { continue }
      if header.cells.count != alignments.count {
        noteDifference(of: header, alignments.count, at: dashes)
        continue
      }
      replaceTable(in: block, header, below: line, alignments)
      return
    }
  }

  private mutating func replaceTable(
    in block: TextBlock, _ header: PipeTableRow, below delimiterLine: Int,
    _ alignments: [Prose.Alignment]
  ) {
    let headerLine = block.content(ofLine: delimiterLine - 1, in: draft)
    var end = block.content(ofLine: delimiterLine, in: draft).upper
    var rows = [header]
    for line in block.lines where line > delimiterLine {
      let content = block.content(ofLine: line, in: draft)
      let row = PipeTableRow(content, of: draft)
      if isCaption(content, row) || block.isHeading && isRule(content) { break }
      rows.append(row)
      end = content.upper
    }
    guard rows.count * alignments.count <= Self.greatestCellCount else {
      problems.append(
        .error(
          .tooMuch, "a table has at most \(Self.greatestCellCount) cells",
          at: draft.source(of: headerLine)))
      return
    }
    let linePrefix = prefix(before: headerLine.lower)
    var pieces: [MarkdownDraft.Piece] = []
    for (number, row) in rows.enumerated() {
      noteExcess(of: row, over: alignments.count)
      for (column, cell) in row.cells.prefix(alignments.count).enumerated() {
        let isLast = column == min(row.cells.count, alignments.count) - 1
        let mark = PipeTableCell(
          isHeader: number == 0, alignment: alignments[column],
          opensTable: number == 0 && column == 0 ? alignments : nil, opensRow: column == 0,
          closesRow: isLast ? Array(alignments[(column + 1)...]) : nil,
          closesTable: isLast && number == rows.count - 1)
        if !pieces.isEmpty { pieces.append(.inserted(linePrefix)) }
        pieces += self.pieces(of: cell, mark)
      }
    }
    edits.append(.init(range: SourceRange(headerLine.lower, end), pieces: pieces))
  }

  /// A line's end and what the lines of a table begin with: as much as its first line has, without the markers of lists.
  private func prefix(before start: Int) -> [UInt8] {
    let line = draft.range(ofLine: draft.lines.line(of: start)).lower
    return [UInt8(ascii: "\n")]
      + draft.bytes[line..<start].map { byte in
        byte == UInt8(ascii: ">") || byte.isBlank ? byte : UInt8(ascii: " ")
      }
  }

  /// A cell as a heading. Its escaped pipes lose their backslashes, since cmark leaves those in code.
  private mutating func pieces(of cell: SourceRange, _ mark: PipeTableCell) -> [MarkdownDraft.Piece]
  {
    var pieces: [MarkdownDraft.Piece] = [
      .inserted(Self.marker + placeholders.add(.cell(mark)) + Self.blank)
    ]
    var start = cell.lower
    var offset = cell.lower
    while offset + 1 < cell.upper {
      if draft.bytes[offset] == UInt8(ascii: "\\"), draft.bytes[offset + 1].isPunctuation {
        if draft.bytes[offset + 1] == UInt8(ascii: "|") {
          pieces.append(.copied(SourceRange(start, offset)))
          start = offset + 1
        }
        offset += 1
      }
      offset += 1
    }
    pieces.append(.copied(SourceRange(start, cell.upper)))
    pieces.append(.inserted(Self.blank + placeholders.add(.cellEnd)))
    return pieces
  }

  /// What looks like a table and is none.
  private mutating func noteDifference(
    of header: PipeTableRow, _ count: Int, at dashes: SourceRange
  ) {
    guard header.pipeCount > 0 else { return }
    problems.append(
      .warning(
        .cellCount,
        "this is no table: its first row has \(header.cells.count) cells and its row of dashes \(count);"
          + " a pipe within a cell is written '\\|'", at: draft.source(of: dashes)))
  }

  /// Cells that have no column are left out, which hardly anybody means.
  private mutating func noteExcess(of row: PipeTableRow, over count: Int) {
    guard row.cells.count > count, let last = row.cells.last else { return }
    problems.append(
      .warning(
        .cellCount,
        "this row has \(row.cells.count) cells and the table \(count) columns; a pipe within a cell is"
          + " written '\\|'", at: draft.source(of: SourceRange(row.cells[count].lower, last.upper)))
    )
  }

  /// A caption may stand right below a table, too.
  private func isCaption(_ line: SourceRange, _ row: PipeTableRow) -> Bool {
    row.pipeCount == 0 && draft.bytes[line.lower..<line.upper].starts(with: Self.caption)
  }

  /// What underlines a heading in a paragraph is a thematic break below a table.
  private func isRule(_ line: SourceRange) -> Bool {
    let marks = draft.trimmingBlanks(line)
    return marks.upper - marks.lower >= 3
      && draft.bytes[marks.lower..<marks.upper].allSatisfy { $0 == UInt8(ascii: "-") }
  }
}

extension UInt8 {
  fileprivate var belongsToDelimiterRow: Bool {
    isBlank || self == UInt8(ascii: "-") || self == UInt8(ascii: ":") || self == UInt8(ascii: "|")
  }
}
