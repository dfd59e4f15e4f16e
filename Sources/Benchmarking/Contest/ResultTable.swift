/// The table of all workloads, as text that is also Markdown.
package struct ResultTable: Sendable {
  /// The cells of one workload; the heading's are the first row.
  private var rows: [[String]]

  /// A table with its heading.
  package init(columns: [String]) {
    rows = [columns]
  }

  /// Adds a row with a cell for each column.
  package mutating func append(_ cells: [String]) {
    precondition(cells.count == rows[0].count, "a row has a cell for each column")
    rows.append(cells)
  }

  /// The lines of the table: the first and the last column to the left, numbers between them to the right.
  package var text: String {
    let last = rows[0].count - 1
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let padded = cells.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 || column == last ? cell + padding : padding + cell
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = widths.enumerated().map { column, width in
      let dashes = String(repeating: "-", count: width - 1)
      return column == 0 || column == last ? dashes + "-" : dashes + ":"
    }
    return
      ([line(rows[0]), "| " + rule.joined(separator: " | ") + " |"]
      + rows.dropFirst().map(line)).joined(separator: "\n")
  }
}
