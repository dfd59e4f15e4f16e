/// A table of finished cell texts.
public struct Table: Sendable, Equatable, Codable {
  /// A column's heading and how its cells line up.
  public struct Column: Sendable, Equatable, Codable {
    /// Text lines up at its start, numbers at their end.
    public enum Alignment: String, Sendable, Codable {
      case start, end
    }

    /// The heading.
    public var title: String
    /// How cells line up.
    public var alignment: Alignment

    /// A column with a heading.
    public init(_ title: String, _ alignment: Alignment = .start) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// The columns from left to right.
  public var columns: [Column]
  /// One array per row, as long as `columns`.
  public var rows: [[String]]
  /// One line on what is not shown or how to read the table.
  public var remark: String?

  /// A table; every row has one cell per column.
  public init(columns: [Column], rows: [[String]], remark: String? = nil) {
    self.columns = columns
    self.rows = rows
    self.remark = remark
  }
}
