/// The cells of one row of a pipe table.
struct PipeTableRow {
  /// The cells without the blanks at their ends.
  let cells: [SourceRange]
  /// The pipes that separate or surround them.
  let pipeCount: Int

  /// Cuts a line at its pipes. A backslash before one makes it part of a cell, even in a code span, as GitHub's
  /// specification says.
  init(_ line: SourceRange, of draft: MarkdownDraft) {
    let row = draft.trimmingBlanks(line)
    var cells: [SourceRange] = []
    var pipes = 0
    var start = row.lower
    var offset = row.lower
    while offset < row.upper {
      let byte = draft.bytes[offset]
      if byte == UInt8(ascii: "|") {
        pipes += 1
        if offset > row.lower {
          cells.append(draft.trimmingBlanks(SourceRange(start, offset)))
        }
        start = offset + 1
      } else if byte == UInt8(ascii: "\\"), offset + 1 < row.upper,
        draft.bytes[offset + 1].isPunctuation
      {
        offset += 1
      }
      offset += 1
    }
    if start < row.upper { cells.append(draft.trimmingBlanks(SourceRange(start, row.upper))) }
    self.cells = cells
    pipeCount = pipes
  }

  /// What a row of dashes and colons says about the columns; nil for any other row.
  func alignments(in draft: MarkdownDraft) -> [Prose.Alignment]? {
    var alignments: [Prose.Alignment] = []
    for cell in cells {
      var marks = draft.bytes[cell.lower..<cell.upper]
      let startsWithColon = marks.first == UInt8(ascii: ":")
      if startsWithColon { marks = marks.dropFirst() }
      let endsWithColon = marks.last == UInt8(ascii: ":")
      if endsWithColon { marks = marks.dropLast() }
      guard !marks.isEmpty, marks.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      switch (startsWithColon, endsWithColon) {
      case (true, true): alignments.append(.center)
      case (false, true): alignments.append(.end)
      case (true, false): alignments.append(.start)
      case (false, false): alignments.append(.automatic)
      }
    }
    return alignments.isEmpty ? nil : alignments
  }
}
