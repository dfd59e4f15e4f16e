import Execution

/// A shape at each point of a series.
struct PointsMark: MarkDrawing {
  static let chartName = "Point chart"

  /// How many points are drawn at most. Of more, one is kept in each small square of the drawing,
  /// and the outermost ones always.
  private static let most = 1500

  private let shape: PointShape
  private let points: [Point]
  private let titles: [String]?
  private let isAscending: Bool
  let covered: Int

  init(_ placed: PlacedSeries) {
    shape = PointShape(rank: placed.rank)
    isAscending = placed.series.isAscending
    if placed.series.x.count <= PlacedSeries.mostTooltips, placed.isSparse {
      let titled = placed.titledPoints
      points = titled.map(\.point)
      titles = titled.map(\.title)
      covered = 0
    } else {
      let all = placed.points.compactMap(\.self)
      points = Self.thinned(all)
      titles = nil
      covered = all.count - points.count
    }
  }

  var outlines: [[Point]] { points.map { [$0, $0] } }

  var end: Point? { isAscending ? points.last : nil }

  func draw(into markup: inout Markup) {
    if let titles {
      for (point, title) in zip(points, titles) {
        shape.draw(at: point, title: title, into: &markup)
      }
    } else {
      markup.empty(
        "path", ["class": shape.style + " dense", "d": points.map(shape.path).joined()])
    }
  }

  func drawSample(at middle: Point, into markup: inout Markup) {
    shape.draw(at: middle, title: nil, into: &markup)
  }

  /// The points, without those that others of the same square cover; squares grow until few are left.
  private static func thinned(_ points: [Point]) -> [Point] {
    var side = 2.0
    var kept = points
    while kept.count > most {
      var taken: Set<SIMD2<Int32>> = []
      let extremes = extremes(of: kept)
      kept = kept.enumerated().filter { index, point in
        let square = SIMD2(Int32(point.x / side), Int32(point.y / side))
        return taken.insert(square).inserted || extremes.contains(index)
      }.map(\.element)
      side *= 1.4
    }
    return kept
  }

  /// The indices of the outermost points.
  private static func extremes(of points: [Point]) -> Set<Int> {
    Set(
      [
        points.indices.min { points[$0].x < points[$1].x },
        points.indices.max { points[$0].x < points[$1].x },
        points.indices.min { points[$0].y < points[$1].y },
        points.indices.max { points[$0].y < points[$1].y },
      ].compactMap(\.self))
  }
}
