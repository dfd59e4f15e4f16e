import Execution

/// The outlines of the area where a function reaches a level, by marching squares (Lorensen and Cline 1987, in two
/// dimensions): closed lines that run along the edge of the plane where the area meets it.
package struct Contours: Sendable {
  /// Closed lines in steps of the grid, from 0 to the number of columns or rows less 1; the area lies within an odd number of
  /// them.
  package let loops: [[SIMD2<Double>]]

  /// The area where `values`, row after row, are at least `level`.
  package init(values: [Double], columns: Int, rows: Int, level: Double) {
    loops = Squares(values: values, columns: columns, rows: rows, level: level).loops
  }
}

/// The squares between the places of a grid, in each of which an outline runs straight.
private struct Squares {
  let values: [Double]
  let columns: Int
  let rows: Int
  let level: Double

  /// The closed lines around the area, which is on the left of each.
  var loops: [[SIMD2<Double>]] { connected(steps()) }

  /// A line between two neighbours of the grid, one of which reaches the level; `column` and `row` are those of the neighbour
  /// to the left or below, -1 for one outside.
  private struct Edge: Hashable {
    var column: Int
    var row: Int
    var isVertical: Bool
  }

  // MARK: - Squares

  /// For each edge that the outline crosses the one that it crosses next. A ring of squares around the grid closes the
  /// outline at the plane's edge.
  private func steps() -> [Edge: Edge] {
    var next: [Edge: Edge] = [:]
    for row in -1..<rows {
      for column in -1..<columns {
        addSteps(column, row, to: &next)
      }
    }
    return next
  }

  /// Adds the outline's way through the square with this lower left corner; the area is on its left.
  private func addSteps(_ column: Int, _ row: Int, to next: inout [Edge: Edge]) {
    let bottom = Edge(column: column, row: row, isVertical: false)
    let top = Edge(column: column, row: row + 1, isVertical: false)
    let left = Edge(column: column, row: row, isVertical: true)
    let right = Edge(column: column + 1, row: row, isVertical: true)
    let corners = [
      reaches(column, row), reaches(column + 1, row), reaches(column + 1, row + 1),
      reaches(column, row + 1),
    ]
    switch corners {
    case [true, false, false, false]: next[bottom] = left
    case [false, true, false, false]: next[right] = bottom
    case [false, false, true, false]: next[top] = right
    case [false, false, false, true]: next[left] = top
    case [true, true, false, false]: next[right] = left
    case [false, true, true, false]: next[top] = bottom
    case [false, false, true, true]: next[left] = right
    case [true, false, false, true]: next[bottom] = top
    case [true, true, true, false]: next[top] = left
    case [true, true, false, true]: next[right] = top
    case [true, false, true, true]: next[bottom] = right
    case [false, true, true, true]: next[left] = bottom
    case [true, false, true, false]:
      if centerReaches(column, row) {
        (next[bottom], next[top]) = (right, left)
      } else {
        (next[bottom], next[top]) = (left, right)
      }
    case [false, true, false, true]:
      if centerReaches(column, row) {
        (next[right], next[left]) = (top, bottom)
      } else {
        (next[right], next[left]) = (bottom, top)
      }
    default: break
    }
  }

  private func value(_ column: Int, _ row: Int) -> Double? {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return nil }
    let value = values[row * columns + column]
    return value.isNaN ? nil : value
  }

  private func reaches(_ column: Int, _ row: Int) -> Bool {
    value(column, row).map { $0 >= level } ?? false
  }

  /// Whether opposite corners that reach the level are joined: their mean does.
  private func centerReaches(_ column: Int, _ row: Int) -> Bool {
    let corners = [
      value(column, row), value(column + 1, row), value(column, row + 1),
      value(column + 1, row + 1),
    ].compactMap(\.self)
    return corners.count == 4 && corners.reduce(0, +) / 4 >= level
  }

  // MARK: - Lines

  /// Joins steps to closed lines, in the order of the squares.
  private func connected(_ steps: [Edge: Edge]) -> [[SIMD2<Double>]] {
    var steps = steps
    var loops: [[SIMD2<Double>]] = []
    let order = steps.keys.sorted {
      ($0.row, $0.column, $0.isVertical ? 1 : 0) < ($1.row, $1.column, $1.isVertical ? 1 : 0)
    }
    for start in order {
      var line: [SIMD2<Double>] = []
      var edge = start
      while let following = steps.removeValue(forKey: edge) {
        let place = place(of: edge)
        if !Self.areOne(line.last, place) { line.append(place) }
        edge = following
      }
      while line.count > 1, Self.areOne(line.last, line[0]) { line.removeLast() }
      let simplified = Self.simplified(line)
      // An area of no extent, such as a single place, is nothing to paint.
      if simplified.count > 2 { loops.append(simplified) }
    }
    return loops
  }

  /// Whether nobody could tell the places apart.
  private static func areOne(_ first: SIMD2<Double>?, _ second: SIMD2<Double>) -> Bool {
    guard let first else { return false }
    let distance = first - second
    return distance.x.magnitude < 1e-6 && distance.y.magnitude < 1e-6
  }

  /// Where the function crosses the level between two neighbours, which it is taken to do in a straight line.
  private func place(of edge: Edge) -> SIMD2<Double> {
    let start = SIMD2(Double(edge.column), Double(edge.row))
    let step: SIMD2<Double> = edge.isVertical ? [0, 1] : [1, 0]
    let first = value(edge.column, edge.row)
    let second = value(
      edge.column + (edge.isVertical ? 0 : 1), edge.row + (edge.isVertical ? 1 : 0))
    switch (first, second) {
    case (let first?, let second?) where first.isFinite && second.isFinite:
      return start + step * ((level - first) / (second - first))
    case (.some, .some): return start + step * 0.5
    // Next to the plane's edge, or to what is no number, the area ends where its values do.
    case (.some, nil): return start
    case (nil, _): return start + step
    }
  }

  // MARK: - Fewer places

  /// How far a line may be from where it was, in steps of the grid: less than can be seen.
  private static let tolerance = 0.03

  /// The closed line without the places that it does not need (Douglas and Peucker 1973).
  private static func simplified(_ line: [SIMD2<Double>]) -> [SIMD2<Double>] {
    // It is cut at two places that are far apart, and so are certainly needed.
    let start = farthest(from: 0, in: line)
    let line = Array(line[start...] + line[..<start])
    let middle = farthest(from: 0, in: line)
    if middle == 0 { return [] }
    var isKept = line.map { _ in false }
    (isKept[0], isKept[middle]) = (true, true)
    // The line ends where it begins.
    let closed = line + [line[0]]
    var stretches = [(0, middle), (middle, line.count)]
    while let (start, end) = stretches.popLast() {
      let between = (start + 1)..<max(start + 1, end)
      let offsets = between.map { offset(of: closed[$0], from: closed[start], to: closed[end]) }
      guard let most = offsets.indices.max(by: { offsets[$0] < offsets[$1] }),
        offsets[most] > tolerance
      else { continue }
      let index = between.lowerBound + most
      isKept[index] = true
      stretches += [(start, index), (index, end)]
    }
    return line.indices.filter { isKept[$0] }.map { line[$0] }
  }

  /// The index of the place that is farthest from one of them.
  private static func farthest(from index: Int, in line: [SIMD2<Double>]) -> Int {
    line.indices.max { distance(line[$0], line[index]) < distance(line[$1], line[index]) } ?? index
  }

  private static func distance(_ first: SIMD2<Double>, _ second: SIMD2<Double>) -> Double {
    let step = second - first
    return (step.x * step.x + step.y * step.y).squareRoot()
  }

  /// How far a place is from the way between two others.
  private static func offset(
    of place: SIMD2<Double>, from start: SIMD2<Double>, to end: SIMD2<Double>
  ) -> Double {
    let length = distance(start, end)
    if length == 0 { return distance(start, place) }
    let (way, other) = (end - start, place - start)
    let share = (way.x * other.x + way.y * other.y) / (length * length)
    return distance(start + way * max(0, min(1, share)), place)
  }
}
