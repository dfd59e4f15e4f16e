import Rendering
import Testing

@Suite("Contours")
struct ContoursTests {
  /// Values of a function at the places of a grid.
  private func values(_ columns: Int, _ rows: Int, _ function: (Double, Double) -> Double)
    -> [Double]
  {
    (0..<rows).flatMap { row in (0..<columns).map { function(Double($0), Double(row)) } }
  }

  /// The area within closed lines that have it on their left, by the shoelace formula.
  private func area(_ loops: [[SIMD2<Double>]]) -> Double {
    loops.reduce(0) { sum, loop in
      sum
        + loop.indices.reduce(0) { part, index in
          let (a, b) = (loop[index], loop[(index + 1) % loop.count])
          return part + (a.x * b.y - b.x * a.y) / 2
        }
    }
  }

  @Test(
    "run along the edge where the whole plane reaches the level, and are not there where nothing does"
  )
  func wholeAndNothing() {
    let flat = [Double](repeating: 1, count: 12)
    let whole = Contours(values: flat, columns: 4, rows: 3, level: 1)
    #expect(whole.loops.count == 1 && whole.loops[0].count == 4)
    #expect(area(whole.loops) == 6)
    #expect(Contours(values: flat, columns: 4, rows: 3, level: 1.1).loops.isEmpty)
  }

  @Test("of a plane that rises evenly are straight, wherever they leave it")
  func straight() {
    for (x, y, level) in [(1.0, 0.0, 2.5), (0, 1, 1.25), (1, 1, 4.5), (-2, 1, 0.3), (1, -3, -1)] {
      let contours = Contours(
        values: values(8, 6) { x * $0 + y * $1 }, columns: 8, rows: 6, level: level)
      #expect(contours.loops.count == 1)
      #expect(contours.loops[0].count <= 5, "a straight line and the corners")
      let fine = 2000
      let inside = (0..<fine).reduce(0) { count, step in
        // The share of each line across that lies in the half plane.
        let row = (Double(step) + 0.5) / Double(fine) * 5
        return count
          + (0..<fine).count { x * (Double($0) + 0.5) / Double(fine) * 7 + y * row >= level }
      }
      #expect(abs(area(contours.loops) - 35 * Double(inside) / Double(fine * fine)) < 0.02)
    }
  }

  @Test("of a hill are a circle around it, and around a hollow the other way")
  func circle() {
    let hill = values(81, 81) { -(($0 - 40) * ($0 - 40) + ($1 - 40) * ($1 - 40)).squareRoot() }
    let contours = Contours(values: hill, columns: 81, rows: 81, level: -25)
    #expect(contours.loops.count == 1)
    #expect(abs(area(contours.loops) - Double.pi * 625) < 3)
    let hollow = Contours(values: hill.map { -$0 }, columns: 81, rows: 81, level: 25)
    #expect(hollow.loops.count == 2)
    #expect(abs(area(hollow.loops) - (6400 - Double.pi * 625)) < 3)
  }

  @Test("join opposite corners of a square where its middle reaches the level")
  func saddle() {
    let joined = Contours(values: [1, 0.5, 0.5, 1], columns: 2, rows: 2, level: 0.7)
    #expect(joined.loops.count == 1)
    let apart = Contours(values: [1, 0, 0, 1], columns: 2, rows: 2, level: 0.7)
    #expect(apart.loops.count == 2)
    let other = Contours(values: [0, 1, 1, 0], columns: 2, rows: 2, level: 0.7)
    #expect(abs(area(other.loops) - area(apart.loops)) < 1e-12)
  }

  @Test("leave out what is no number, and stay within the plane", arguments: 0..<40)
  func anything(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    let strange = [Double.nan, .infinity, -.infinity, 0.5, 1e308, -1e308]
    let grid = (0..<63).map { _ in
      let number = next()
      return number < 0.2 ? strange[Int(number * 29.9)] : next()
    }
    let contours = Contours(values: grid, columns: 9, rows: 7, level: 0.5)
    for loop in contours.loops {
      #expect(loop.count > 2)
      #expect(
        loop.allSatisfy { $0.x >= 0 && $0.x <= 8 && $0.y >= 0 && $0.y <= 6 })
    }
    // Places inside by the even-odd rule are those that reach the level, unless they nearly do.
    for row in 0..<7 {
      for column in 0..<9
      where (grid[row * 9 + column] - 0.5).magnitude > 0.05 {
        let place = SIMD2(Double(column) * (1 - 2e-4) + 8e-4, Double(row) * (1 - 2e-4) + 6e-4)
        let isIsolated = isEdgeOfNothing(grid, column, row)
        if isIsolated { continue }
        #expect(contains(contours.loops, place) == (grid[row * 9 + column] >= 0.5))
      }
    }
  }

  /// Whether the area around a place has no extent: a neighbour is no number or infinite, or the place lies at the edge.
  private func isEdgeOfNothing(_ grid: [Double], _ column: Int, _ row: Int) -> Bool {
    (-1...1).contains { up in
      (-1...1).contains { right in
        let (x, y) = (column + right, row + up)
        guard (0..<9).contains(x), (0..<7).contains(y) else { return true }
        return !grid[y * 9 + x].isFinite || grid[y * 9 + x].magnitude > 1e6
      }
    }
  }

  private func contains(_ loops: [[SIMD2<Double>]], _ place: SIMD2<Double>) -> Bool {
    loops.reduce(0) { count, loop in
      count
        + loop.indices.count { index in
          let (a, b) = (loop[index], loop[(index + 1) % loop.count])
          guard (a.y > place.y) != (b.y > place.y) else { return false }
          return place.x < a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x)
        }
    } % 2 == 1
  }
}
