/// The corners of a drawn line, in pieces where values are missing.
struct LineVertices: Sendable, Equatable {
  /// Runs of points that are joined by a line.
  private(set) var pieces: [[Point]] = []

  /// The number of corners up to which a line is drawn as it is.
  static let most = 2000

  /// The line through points; nil stands for a missing value.
  ///
  /// A long line is reduced to the first, lowest, highest and last point of each column of the
  /// drawing's units (the M4 aggregation of Jugel, Jerzak, Hackenbroich and Markl, 2014), so that no
  /// extreme is lost. A gap within one column is too narrow to see and is closed.
  init(_ points: [Point?]) {
    guard points.count > Self.most else {
      pieces = Self.split(points)
      return
    }
    let reduced = Self.reduce(points) { $0.x.rounded(.down) }
    if reduced.count <= 2 * Self.most {
      pieces = Self.split(reduced)
      return
    }
    // A line that runs to and fro has more columns than the drawing: take stretches of it instead.
    let stretch = points.count / (Self.most / 4) + 1
    var index = 0
    pieces = Self.split(
      Self.reduce(points.compactMap(\.self)) { _ in
        index += 1
        return Double(index / stretch)
      })
  }

  private static func split(_ points: [Point?]) -> [[Point]] {
    points.split(separator: nil).map { $0.compactMap(\.self) }
  }

  /// The extremes of each run of points in the same column, and nil where runs are apart.
  private static func reduce(_ points: [Point?], column: (Point) -> Double) -> [Point?] {
    var result: [Point?] = []
    var run: Run?
    var isBroken = false
    for point in points {
      guard let point else {
        isBroken = true
        continue
      }
      let place = column(point)
      if run?.column == place {
        run?.add(point)
      } else {
        if let run { result += run.extremes }
        if isBroken { result.append(nil) }
        run = Run(column: place, point)
      }
      isBroken = false
    }
    return result + (run?.extremes ?? [])
  }

  /// Points that share a column.
  private struct Run {
    let column: Double
    private let first: Point
    private var lowest: (index: Int, point: Point)
    private var highest: (index: Int, point: Point)
    private var last: (index: Int, point: Point)

    init(column: Double, _ point: Point) {
      self.column = column
      first = point
      (lowest, highest, last) = ((0, point), (0, point), (0, point))
    }

    mutating func add(_ point: Point) {
      last = (last.index + 1, point)
      if point.y < lowest.point.y { lowest = last }
      if point.y > highest.point.y { highest = last }
    }

    /// First, lowest, highest and last in the order of the line, each once.
    var extremes: [Point?] {
      var kept = [(0, first)]
      for candidate in [lowest, highest].sorted(by: { $0.index < $1.index }) + [last]
      where candidate.index > kept[kept.count - 1].0 {
        kept.append(candidate)
      }
      return kept.map(\.1)
    }
  }
}
