import Execution

/// Tables with aligned columns.
enum TerminalTable {
  /// The widest that a cell gets before it is cut.
  private static let widestCell = 60

  /// Heading, rule, rows and remark.
  static func lines(of table: Table) -> [String] {
    let titles = table.columns.map { cell($0.title) }
    let rows = table.rows.map { row in
      titles.indices.map { row.indices.contains($0) ? cell(row[$0]) : "" }
    }
    let widths = titles.indices.map { column in
      rows.map { TerminalLine.width($0[column]) }.reduce(TerminalLine.width(titles[column]), max)
    }
    let aligned = { (cells: [String]) -> String in
      let parts = cells.indices.map { column in
        TerminalLine.padded(
          cells[column], to: widths[column], atEnd: table.columns[column].alignment == .start)
      }
      return TerminalLine.withoutTrailingBlanks(parts.joined(separator: "  "))
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return [aligned(titles), rule] + rows.map(aligned) + (table.remark.map { [$0] } ?? [])
  }

  /// A cell in one line, cut when it is very long.
  private static func cell(_ text: String) -> String {
    let line = TerminalLine.safe(text).split(whereSeparator: \.isNewline).joined(separator: " ")
    guard TerminalLine.width(line) > widestCell else { return line }
    return TerminalLine.prefix(of: line, within: widestCell - 1) + "…"
  }
}
