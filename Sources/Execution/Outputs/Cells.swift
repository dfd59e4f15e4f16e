/// The cells of a heatmap: one for each category of the horizontal axis in each category of the vertical one.
public struct Cells: Sendable, Equatable, Codable {
  /// How values become colours.
  public enum Colors: String, Sendable, Codable {
    /// From low to high, dark to bright (cividis).
    case sequential
    /// From negative over zero to positive.
    case diverging
  }

  /// A row and a column, from 0.
  public struct Place: Sendable, Equatable, Codable {
    /// The row, from 0.
    public var row: Int
    /// The column, from 0.
    public var column: Int

    /// The cell in a row and a column.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// Parts of a whole, one for each value, which the colours show in its place.
  public struct Shares: Sendable, Equatable, Codable {
    /// values[row][column], in percent.
    public var percentages: [[Double]]
    /// What they are shares of, for the scale of the colours: "% of the true class".
    public var title: String

    /// The shares of all cells.
    public init(percentages: [[Double]], title: String) {
      self.percentages = percentages
      self.title = title
    }
  }

  /// values[row][column]; a value that is not finite is drawn hatched.
  public var values: [[Double]]
  /// What stands in each cell, as lines of text: a count, a share.
  public var texts: [[[String]]]
  /// What the values measure, with its unit.
  public var valueTitle: String
  /// How values become colours.
  public var colors: Colors
  /// The values at the ends of the colours, where several figures have them in common; nil for the lowest and the highest here.
  public var ends: ClosedRange<Double>?
  /// What the colours show, if not the values.
  public var shares: Shares?
  /// A cell to single out, such as the best one.
  public var marked: Place?
  /// Whether rows and columns are of one kind, as in a confusion matrix, so that cells are squares.
  public var areSquares: Bool

  /// The cells of a grid.
  public init(
    values: [[Double]], texts: [[[String]]], valueTitle: String, colors: Colors = .sequential,
    ends: ClosedRange<Double>? = nil, shares: Shares? = nil, marked: Place? = nil,
    areSquares: Bool = false
  ) {
    self.values = values
    self.texts = texts
    self.valueTitle = valueTitle
    self.colors = colors
    self.ends = ends
    self.shares = shares
    self.marked = marked
    self.areSquares = areSquares
  }
}
