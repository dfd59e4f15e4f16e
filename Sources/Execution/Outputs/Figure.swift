/// A drawing as data.
public struct Figure: Sendable, Equatable, Codable {
  /// What is drawn.
  public enum Content: Sendable, Equatable, Codable {
    case lineChart(LineChart)
    case heatmap(Heatmap)
  }

  /// A short name for what is drawn, shown above it.
  public var title: String
  /// What is drawn.
  public var content: Content

  /// A line chart.
  public init(title: String, _ chart: LineChart) {
    self.title = title
    content = .lineChart(chart)
  }

  /// A heatmap.
  public init(title: String, _ heatmap: Heatmap) {
    self.title = title
    content = .heatmap(heatmap)
  }
}

/// An axis of a line chart.
public struct Axis: Sendable, Equatable, Codable {
  /// How values become positions.
  public enum Scale: String, Sendable, Codable {
    case linear, logarithmic
  }

  /// What is measured, with its unit where it has one: "epoch", "cross-entropy (nats)".
  public var title: String
  /// How values become positions.
  public var scale: Scale
  /// A value that a linear axis must show although no point lies there; 0 for losses.
  public var includes: Double?

  /// An axis.
  public init(_ title: String, scale: Scale = .linear, includes: Double? = nil) {
    self.title = title
    self.scale = scale
    self.includes = includes
  }
}

/// Curves over a common x axis.
public struct LineChart: Sendable, Equatable, Codable {
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// The curves, in the order of their labels.
  public var series: [Series]
  /// Horizontal lines to compare with.
  public var references: [ReferenceLine]
  /// What the labels of the series tell apart, as a heading for them: "batch size, learning rate".
  public var seriesTitle: String?

  /// A chart of the given series.
  public init(
    x: Axis, y: Axis, series: [Series], references: [ReferenceLine] = [],
    seriesTitle: String? = nil
  ) {
    self.x = x
    self.y = y
    self.series = series
    self.references = references
    self.seriesTitle = seriesTitle
  }
}

/// One curve.
public struct Series: Sendable, Equatable, Codable {
  /// The stroke of a curve: training is solid and validation dashed.
  public enum Stroke: String, Sendable, Codable {
    case solid, dashed
  }

  /// Where a curve's colour comes from.
  public enum Color: Sendable, Equatable, Codable {
    /// The n-th colour of the categorical palette; curves of one run share it.
    case category(Int)
    /// A shade of the n-th categorical hue, from 0 (lightest) to 1 (darkest), for runs ordered by a value.
    case shade(hue: Int, Double)
  }

  /// The words at the end of the curve.
  public var label: String
  /// Where the points lie along the horizontal axis, ascending.
  public var x: [Double]
  /// As long as `x`; a value that is not finite breaks the line.
  public var y: [Double]
  /// How the line is drawn.
  public var stroke: Stroke
  /// The colour of the line.
  public var color: Color
  /// The index of a point to single out, such as the lowest validation loss, with its words.
  public var highlight: Highlight?

  /// A point of a curve that deserves a dot and a few words.
  public struct Highlight: Sendable, Equatable, Codable {
    /// Which point, from 0.
    public var index: Int
    /// The words beside it.
    public var label: String

    /// The point at `index` with its words.
    public init(index: Int, label: String) {
      self.index = index
      self.label = label
    }
  }

  /// A curve through the points (x[i], y[i]).
  public init(
    label: String, x: [Double], y: [Double], stroke: Stroke = .solid, color: Color,
    highlight: Highlight? = nil
  ) {
    self.label = label
    self.x = x
    self.y = y
    self.stroke = stroke
    self.color = color
    self.highlight = highlight
  }
}

/// A horizontal line to compare curves with, such as the loss of guessing.
public struct ReferenceLine: Sendable, Equatable, Codable {
  /// The height of the line.
  public var y: Double
  /// The words at its end.
  public var label: String

  /// A line at height `y`.
  public init(y: Double, label: String) {
    self.y = y
    self.label = label
  }
}

/// A grid of coloured cells.
public struct Heatmap: Sendable, Equatable, Codable {
  /// How values become colours.
  public enum Colors: String, Sendable, Codable {
    /// From low to high, dark to bright (cividis).
    case sequential
    /// From negative over zero to positive.
    case diverging
  }

  /// What the rows and the columns stand for: "true class", "batch size".
  public var rowTitle: String
  /// What the columns stand for.
  public var columnTitle: String
  /// One label per row.
  public var rowLabels: [String]
  /// One label per column.
  public var columnLabels: [String]
  /// values[row][column]; a value that is not finite is drawn hatched.
  public var values: [[Double]]
  /// What stands in each cell, as lines of text: a count, a share.
  public var cellLines: [[[String]]]
  /// What the colours measure, with its unit.
  public var valueTitle: String
  /// How values become colours.
  public var colors: Colors
  /// A cell to single out, such as the best one.
  public var marked: Cell?

  /// A row and a column, from 0.
  public struct Cell: Sendable, Equatable, Codable {
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

  /// A heatmap; `values` and `cellLines` have one entry per row label and column label.
  public init(
    rowTitle: String, columnTitle: String, rowLabels: [String], columnLabels: [String],
    values: [[Double]], cellLines: [[[String]]], valueTitle: String,
    colors: Colors = .sequential, marked: Cell? = nil
  ) {
    self.rowTitle = rowTitle
    self.columnTitle = columnTitle
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.values = values
    self.cellLines = cellLines
    self.valueTitle = valueTitle
    self.colors = colors
    self.marked = marked
  }
}
