/// A drawing as data: layers of marks over two axes.
public struct Figure: Sendable, Equatable, Codable {
  /// A short name for what is drawn, shown above it.
  public var title: String
  /// The horizontal axis, of all panels that have none of their own.
  public var x: Axis
  /// The vertical axis, of all panels.
  public var y: Axis
  /// One panel, or small multiples side by side.
  public var panels: [Panel]
  /// Lines to compare with, in every panel.
  public var references: [ReferenceLine]
  /// Whether both axes measure alike, so that a single panel is a square.
  public var isSquare = false
  /// What the labels of the series tell apart, as a heading for them: "batch size, learning rate".
  public var seriesTitle: String?
  /// Those of its titles and labels that the lesson gives, in the language of its prose; all others are English.
  public var wordsOfAuthor: [String] = []

  /// Small multiples over common axes.
  public init(
    title: String, x: Axis, y: Axis, panels: [Panel], references: [ReferenceLine] = [],
    seriesTitle: String? = nil
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.panels = panels
    self.references = references
    self.seriesTitle = seriesTitle
  }

  /// A single panel.
  public init(
    title: String, x: Axis, y: Axis, layers: [Layer], references: [ReferenceLine] = [],
    seriesTitle: String? = nil
  ) {
    self.init(
      title: title, x: x, y: y, panels: [Panel(title: "", layers: layers)],
      references: references, seriesTitle: seriesTitle)
  }
}

extension Figure {
  /// Whether panels measure different things along their horizontal axes.
  public var hasOwnAxes: Bool { panels.contains { $0.x != nil } }

  /// All series of all panels.
  public var allSeries: [Series] { panels.flatMap(\.allSeries) }
}

/// One plot of a figure.
public struct Panel: Sendable, Equatable, Codable {
  /// What sets it apart from the others, such as "batch size 32"; empty for the only one.
  public var title: String
  /// What is drawn, the lowest first.
  public var layers: [Layer]
  /// Its own horizontal axis, where the panels measure different things along it.
  public var x: Axis?

  /// A plot of layers.
  public init(title: String, layers: [Layer], x: Axis? = nil) {
    self.title = title
    self.layers = layers
    self.x = x
  }

  /// The planes below the series.
  public var planes: [Plane] {
    layers.compactMap { layer in
      if case .plane(let plane) = layer { plane } else { nil }
    }
  }

  /// All series of all layers.
  public var allSeries: [Series] {
    layers.flatMap { layer -> [Series] in
      guard case .series(let series, _) = layer else { return [] }
      return series
    }
  }
}

/// Values with the mark that they are drawn by.
public enum Layer: Sendable, Equatable, Codable {
  /// Numbers along the horizontal axis.
  case series([Series], by: Mark)
  /// One number for each pair of categories of the two axes.
  case cells(Cells)
  /// Functions of both axes, as shades.
  case plane(Plane)
}

/// How a series is drawn. A new mark is a case here and one file with its drawing.
public enum Mark: String, Sendable, Codable, CaseIterable {
  case line, points, bars, area
}

/// A line to compare with, such as the loss of guessing.
public struct ReferenceLine: Sendable, Equatable, Codable {
  /// Where the line runs.
  public enum Course: Sendable, Equatable, Codable {
    /// At one height.
    case level(Double)
    /// Upwards from one place along the horizontal axis.
    case place(Double)
    /// Where both axes have the same value.
    case identity
  }

  /// Where the line runs.
  public var course: Course
  /// The words at its end.
  public var label: String
  /// Whether it is drawn. One that lies far from all values would take room from them: only words tell of it.
  public var isDrawn = true

  /// A line at height `y`.
  public init(y: Double, label: String) {
    course = .level(y)
    self.label = label
  }

  /// A line upwards from `x` on the horizontal axis.
  public init(x: Double, label: String) {
    course = .place(x)
    self.label = label
  }

  /// The line through all points whose two values are equal.
  public static func identity(label: String) -> ReferenceLine {
    var line = ReferenceLine(y: 0, label: label)
    line.course = .identity
    return line
  }

  /// The height of a line at one height; nil for others.
  public var y: Double? {
    if case .level(let y) = course { y } else { nil }
  }
}
