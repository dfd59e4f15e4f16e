/// What is known of a value before anything runs.
public indirect enum Shape: Sendable, Equatable {
  case number
  case text
  case boolean
  /// Numbers along epochs or updates; the count is nil where it depends on the run.
  case series(count: Int?)
  case list(count: Int?, of: Shape)
  /// Values with names, which paths name behind a point.
  case record
  /// One value per combination of a sweep's settings.
  case grid(axes: [Grid.VariedSetting], of: Shape)
  /// A whole block, of which a path names no value; its kind is "run" or the like.
  case block(kind: String)
  /// Nothing is known: every use is allowed.
  case unknown

  /// The shape of one element, when an index is applied; nil when there are no elements.
  public var element: Shape? {
    switch self {
    case .series: .number
    case .list(_, let element): element
    case .grid(let axes, let cell): cell.element.map { .grid(axes: axes, of: $0) }
    case .unknown: .unknown
    case .number, .text, .boolean, .record, .block: nil
    }
  }

  /// Whether this is a series, or one per combination.
  var holdsSeries: Bool {
    switch self {
    case .series: true
    case .grid(_, let cell): cell.holdsSeries
    default: false
    }
  }

  /// The value of the only run, where there is one per combination and a single combination; else the shape itself.
  var ofOnlyRun: Shape {
    guard case .grid(let axes, let cell) = self, axes.allSatisfy({ $0.values.count == 1 }) else {
      return self
    }
    return cell
  }

  /// Whether there is one for each run of a sweep.
  var isPerRun: Bool {
    if case .grid = self { true } else { false }
  }

  /// How many elements there are, if it is known.
  public var count: Int? {
    switch self {
    case .series(let count), .list(let count, _): count
    case .grid(_, let cell): cell.count
    case .number, .text, .boolean, .record, .block, .unknown: nil
    }
  }

  /// "a number", "a series", for messages.
  public var description: String {
    switch self {
    case .number: "a number"
    case .text: "text"
    case .boolean: "true or false"
    case .series: "a series"
    case .list: "a list"
    case .record: "several values"
    case .grid(_, let cell): "\(cell.description) per combination"
    case .block(let kind): withArticle(kind)
    case .unknown: "a value"
    }
  }
}

extension Shape {
  /// The same with what a list has in it: "a list of lists".
  public var descriptionWithElements: String {
    guard case .list(_, let element) = self else { return description }
    let elements =
      switch element {
      case .number: "numbers"
      case .text: "texts"
      case .boolean: "truth values"
      case .series, .list, .grid: "lists"
      case .record, .block, .unknown: "values"
      }
    return "a list of \(elements)"
  }
}

/// A value that a block has, by the name that paths use.
public struct Field: Sendable, Equatable {
  /// What the best element of a series is, if any is.
  public enum Best: Sendable, Equatable {
    case lowest, highest
  }

  /// What the elements of a list stand for, one after the other.
  public struct Dimension: Sendable, Equatable {
    /// What they are: "class".
    public var title: String
    /// One name for each.
    public var labels: [String]

    /// The names of the elements of a list.
    public init(_ title: String, labels: [String]) {
      self.title = title
      self.labels = labels
    }
  }

  /// How a list is drawn as a curve over another value of its block.
  public struct Curve: Sendable, Equatable {
    /// What figures of it are called: "ROC curve".
    public var title: String
    /// The value that runs along x: "roc.false_positive_rate". Both have bounds, which axes show from end to end.
    public var along: String
    /// Whether each value holds from the place before it up to its own, so that steps are drawn.
    public var isStepped: Bool
    /// Whether both axes measure alike, so that the plot is a square.
    public var isSquare: Bool
    /// What the line from corner to corner stands for: "chance"; nil for none.
    public var diagonal: String?

    /// A curve over another value of the same block.
    public init(
      _ title: String, along: String, isStepped: Bool = false, isSquare: Bool = true,
      diagonal: String? = nil
    ) {
      self.title = title
      self.along = along
      self.isStepped = isStepped
      self.isSquare = isSquare
      self.diagonal = diagonal
    }
  }

  /// The name in paths: "val_loss", or "roc.threshold" for a value within a value.
  public var name: String
  /// What is known of it before the run.
  public var shape: Shape
  /// The name in figures: "validation loss".
  public var title: String
  /// What it measures, for an axis: "cross-entropy (nats)"; nil when the title says it.
  public var quantity: String?
  /// Which of its elements deserves to be pointed at.
  public var best: Best?
  /// Whether it is measured on examples that training does not see; curves of such values are dashed.
  public var isHeldOut: Bool
  /// Values that it should be better than, such as the loss of guessing, where the data give some.
  public var baselines: [ReferenceLine] = []
  /// The value of the block that this one would be equal to if nothing were wrong, such as `true` for `predicted`: a plot of
  /// one against the other shows where they are equal.
  public var counterpart: String?
  /// All values that it can have, such as 0 to 1 for a share; nil where there is no bound on both sides.
  public var possible: ClosedRange<Double>?
  /// How many of its elements are defined, where the others are 0 because there is nothing to divide by: curves end there.
  public var definedCount: Int?
  /// What its elements stand for, and those of its elements, and so on; empty where a number says it.
  public var dimensions: [Dimension] = []
  /// What it is drawn over, if it is a curve.
  public var curve: Curve?

  /// A value with its name and shape.
  public init(
    _ name: String, _ shape: Shape, title: String? = nil, quantity: String? = nil,
    best: Best? = nil, isHeldOut: Bool = false
  ) {
    self.name = name
    self.shape = shape
    self.title = title ?? name
    self.quantity = quantity
    self.best = best
    self.isHeldOut = isHeldOut
  }
}
