import Learning

/// Reads damaged files, and looks at what comes of them: a table that holds together, or one error.
///
/// The input of a number is the same on every machine, so a number is all that a report needs.
public enum ReaderFuzz {
  /// Something that a reader must not do.
  public struct Finding: Error, CustomStringConvertible {
    /// The number of the input.
    public var number: UInt64
    /// What is wrong.
    public var message: String

    /// Both in a line.
    public var description: String { "input \(number): \(message)" }
  }

  /// Reads the input of a number.
  ///
  /// - Returns: whether there was a table to read.
  /// - Throws: a `Finding`.
  @discardableResult
  public static func tryInput(_ number: UInt64) throws(Finding) -> Bool {
    let input = FuzzInput(number: number)
    let table: TextTable
    do throws(TableError) {
      table = try TextTable(parsing: input.bytes, as: input.format)
    } catch {
      guard !error.message.isEmpty, error.line >= 1 else {
        throw Finding(number: number, message: "an error without a place: \(error)")
      }
      return false
    }
    if let problem = problem(of: table) { throw Finding(number: number, message: problem) }
    makeDatasets(of: table)
    return true
  }

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")

  /// What is wrong with a table, if anything: its cells must be texts, and be the same when they are written and read again.
  private static func problem(of table: TextTable) -> String? {
    guard Set(table.header).count == table.columnCount, table.rowCount > 0 else {
      return "columns of one name, or no rows"
    }
    var file: [UInt8] = []
    var cells: [[UInt8]] = []
    for row in 0..<table.rowCount {
      for column in 0..<table.columnCount {
        let cell = table.withUTF8(row: row, column: column) { Array($0) }
        guard String(validating: cell, as: UTF8.self) != nil, !cell.contains(0) else {
          return "the cell in row \(row), column \(column) is no text"
        }
        cells.append(cell)
        // By bytes: for a string, a quote and an accent behind it are one character.
        let doubled = cell.flatMap { $0 == quote ? [quote, quote] : [$0] }
        file += (column > 0 ? [comma, quote] : [quote]) + doubled + [quote]
      }
      file.append(UInt8(ascii: "\n"))
    }
    guard let again = try? TextTable(parsing: file, hasHeader: false),
      again.rowCount == table.rowCount, again.columnCount == table.columnCount
    else { return "the table cannot be written and read again" }
    for row in 0..<table.rowCount {
      for column in 0..<table.columnCount
      where again.withUTF8(row: row, column: column, { Array($0) })
        != cells[row * table.columnCount + column]
      {
        return "the cell in row \(row), column \(column) is another when it is read again"
      }
    }
    return nil
  }

  /// Goes on as a lesson does; every error is welcome.
  private static func makeDatasets(of table: TextTable) {
    let source = DataSource(name: "fuzz")
    let label = table.header[table.columnCount - 1]
    for missing in MissingCells.allCases {
      for categories in [[], [table.header[0]]] {
        let data = try? Dataset(
          table: table, categories: categories, answer: .label(label), missing: missing,
          source: source)
        if let data { _ = try? DatasetDescription(of: data, stopWords: .none) }
      }
    }
    let texts = try? Dataset(
      table: table, text: table.header[0], answer: .label(label), source: source)
    if let texts { _ = try? DatasetDescription(of: texts, stopWords: .english) }
  }
}
