import Execution

/// The shapes that a mark makes of one series. A new mark is one file with such a type, a case of
/// `Mark`, and the line below that joins them.
protocol MarkDrawing: Sendable {
  /// What a chart of such marks is called: "Line chart".
  static var chartName: String { get }
  /// Whether the shapes stand on 0, so that the axis has to show it.
  static var standsOnZero: Bool { get }
  /// Whether the shapes of several series stand side by side, sharing the room between two places.
  static var sharesRoom: Bool { get }

  /// The shapes of a series.
  init(_ placed: PlacedSeries)

  /// What words had better not hide.
  var outlines: [[Point]] { get }
  /// Where the series ends, for its name; nil when it has no end to speak of.
  var end: Point? { get }
  /// Where values stand that the mark writes itself.
  var words: [Rectangle] { get }

  /// How many values are not drawn because others cover them.
  var covered: Int { get }

  /// Draws the shapes, in the colour of their surroundings.
  func draw(into markup: inout Markup)
  /// Draws a small sample around a point, for a list of names.
  func drawSample(at middle: Point, into markup: inout Markup)
}

extension MarkDrawing {
  static var standsOnZero: Bool { false }
  static var sharesRoom: Bool { false }
  var words: [Rectangle] { [] }
  var covered: Int { 0 }
}

extension Mark {
  /// The type that draws the mark.
  var drawing: any MarkDrawing.Type {
    switch self {
    case .line: LineMark.self
    case .points: PointsMark.self
    case .bars: BarsMark.self
    case .area: AreaMark.self
    }
  }
}
