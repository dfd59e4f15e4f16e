/// Why the table in a file cannot be read, and where.
public struct TableError: Error, Sendable, Equatable {
  /// What is wrong, in one sentence without its place.
  public let message: String
  /// The record, counted from 1; the header, if there is one, is row 1. Nil when the records are not known yet.
  public let row: Int?
  /// The line of the file, counted from 1, on which the mistake is; quoted fields may span several.
  public let line: Int
  /// The field in its record, counted from 1; nil when the record as a whole is wrong or ends too early.
  public let column: Int?
  /// What may stand between the fields instead, if the first record is one field that holds it.
  public internal(set) var likelyDelimiter: CSVDelimiter?
  /// The mistakes of the same kind further down in the file, as far as they are told.
  public internal(set) var others: [TableError] = []
  /// How many there are of which nothing else is told.
  public internal(set) var untoldCount = 0
}

extension TableError {
  /// There is not even a header.
  static let emptyFile = TableError(message: "the file is empty", row: 1, line: 1, column: nil)
}

extension TableError: CustomStringConvertible {
  /// The place and the message: `row 3 (line 7), column 2: …`, or `line 7: …`.
  public var description: String {
    let field = column.map { ", column \($0)" } ?? ""
    let place = row.map { "row \($0) (line \(line))" } ?? "line \(line)"
    return "\(place)\(field): \(message)"
  }
}
