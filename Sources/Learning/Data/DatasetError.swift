/// Why columns cannot become a data set, and where.
public struct DatasetError: Error, Sendable, Equatable {
  /// What stands in a cell that cannot be used.
  public enum Cell: Sendable, Equatable {
    /// It is empty, or its text says that there is nothing.
    case missing(String)
    /// A text, where a number belongs.
    case text(String)
  }

  /// What is wrong, in one sentence without its place.
  public let message: String
  /// The record in its file, counted from 1 with the header as row 1; for rows written in a lesson just their number.
  public let row: Int?
  /// The name of the column.
  public let column: String?
  /// What stands in the cell; nil if it is not what a cell says that is wrong.
  public let cell: Cell?
  /// What is wrong with further cells of the column, as far as it is told.
  public internal(set) var others: [DatasetError] = []
  /// How many more such cells there are of which nothing else is told.
  public internal(set) var untoldCount = 0

  init(_ message: String, row: Int? = nil, column: String? = nil, cell: Cell? = nil) {
    self.message = message
    self.row = row
    self.column = column
    self.cell = cell
  }
}

extension DatasetError: CustomStringConvertible {
  /// The place and the message: `row 3, column 'age': …`.
  public var description: String {
    let place = [row.map { "row \($0)" }, column.map { "column '\($0)'" }].compactMap(\.self)
    return place.isEmpty ? message : place.joined(separator: ", ") + ": " + message
  }
}

extension DatasetError {
  /// All that is wrong with rows that a lesson gives in place, row by row: their lengths differ from the first one's, or a
  /// number is not finite.
  ///
  /// - Parameter what: what their numbers are, "feature" or "target".
  public static func mistakes(inRows rows: [[Double]], of what: String) -> [DatasetError] {
    let expected = rows.first?.count ?? 0
    return rows.enumerated().compactMap { index, row in
      if row.count != expected {
        return raggedRow(index + 1, of: what, expected: expected, found: row.count)
      }
      return row.allSatisfy(\.isFinite) ? nil : notFinite(row: index + 1, what: what)
    }
  }

  /// The labels among those given in place that say nothing.
  public static func mistakes(inLabels labels: [String]) -> [DatasetError] {
    labels.indices.filter { labels[$0].isEmpty }.map {
      missingLabel("", row: $0 + 1, column: "label")
    }
  }
}

extension DatasetError {
  static func missingColumn(_ name: String, among names: [String]) -> DatasetError {
    DatasetError("there is no column '\(name)'; the columns are \(shown(names))")
  }

  static func otherColumns(_ names: [String], than expected: [String]) -> DatasetError {
    DatasetError(
      "the files have different columns: \(shown(names)) instead of \(shown(expected))")
  }

  private static func shown(_ names: [String]) -> String {
    names.prefix(20).map { "'\($0)'" }.joined(separator: ", ") + (names.count > 20 ? ", …" : "")
  }

  static func labelAmongInputs(_ name: String) -> DatasetError {
    DatasetError("column '\(name)' is the label, so it cannot be an input too")
  }

  static func targetAmongInputs(_ name: String) -> DatasetError {
    DatasetError("column '\(name)' is a target, so it cannot be an input too")
  }

  /// A column of categories that is no input.
  public static func categoryNotAmongFeatures(_ name: String) -> DatasetError {
    DatasetError("column '\(name)' is said to hold categories, and is no feature")
  }

  /// A column that stands twice in a list.
  public static func repeatedColumn(_ name: String) -> DatasetError {
    DatasetError("column '\(name)' is listed twice")
  }

  static let noFeatures = DatasetError("there are no features; every row needs at least one number")

  static func noCompleteRow(emptyColumn: String?) -> DatasetError {
    let reason = emptyColumn.map { "; all cells of column '\($0)' are missing" } ?? ""
    return DatasetError("every row has a missing cell, so none is left\(reason)")
  }

  static func tooManyCategories(_ count: Int, limit: Int, column: String) -> DatasetError {
    DatasetError(
      "there are \(count) categories, and at most \(limit) become columns", column: column)
  }

  static func missingLabel(_ text: String, row: Int, column: String) -> DatasetError {
    DatasetError(
      text.isEmpty ? "the label is empty" : "'\(text)' says that the label is missing",
      row: row, column: column, cell: .missing(text))
  }

  static func missingCategory(_ text: String, row: Int, column: String) -> DatasetError {
    DatasetError(
      text.isEmpty ? "a category is missing" : "'\(text)' says that the category is missing",
      row: row, column: column, cell: .missing(text))
  }

  static func missingNumber(_ text: String, row: Int, column: String) -> DatasetError {
    DatasetError(
      text.isEmpty ? "a number is missing" : "'\(text)' says that the number is missing",
      row: row, column: column, cell: .missing(text))
  }

  static func noNumber(column: String, rule: ImputationRule) -> DatasetError {
    DatasetError("no row has a number to take the \(rule.rawValue) of", column: column)
  }

  static func notANumber(_ text: String, row: Int, column: String) -> DatasetError {
    let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
    return DatasetError(
      "'\(shown)' is not a decimal number", row: row, column: column, cell: .text(text))
  }

  static func outOfRange(_ text: String, row: Int, column: String) -> DatasetError {
    let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
    return DatasetError("\(shown) is too large for a number", row: row, column: column)
  }

  static func notFinite(row: Int, what: String) -> DatasetError {
    DatasetError("a \(what) is not a finite number", row: row)
  }

  static func raggedRow(_ row: Int, of what: String, expected: Int, found: Int) -> DatasetError {
    DatasetError(
      "expected \(expected) \(what)\(expected == 1 ? "" : "s") as in row 1, found \(found)",
      row: row)
  }

  static func unequalCounts(features: Int, labels: Int) -> DatasetError {
    DatasetError("there are \(features) rows of features and \(labels) labels")
  }

  static func unequalCounts(features: Int, targets: Int) -> DatasetError {
    DatasetError("there are \(features) rows of features and \(targets) targets")
  }

  static func unequalNames(columns: Int, names: Int) -> DatasetError {
    DatasetError("there are \(columns) features in a row and \(names) names")
  }
}
