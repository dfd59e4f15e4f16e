/// A square of paper on which lines are drawn with a round pen.
struct DrawnPicture {
  private let size: Int
  private let thickness: Double
  /// Per pixel the square of the distance to the nearest line, in sides of the square.
  private var distances: [Double]

  /// Blank paper of size x size pixels for a pen of the given thickness, a share of the paper's side.
  init(size: Int, thickness: Double) {
    self.size = size
    self.thickness = thickness
    distances = Array(repeating: .infinity, count: size * size)
  }

  /// Draws the line through some points, at least one.
  mutating func draw(_ points: [DigitHand.Point]) {
    for (start, end) in zip(points, points.dropFirst()) { draw(from: start, to: end) }
  }

  private mutating func draw(from start: DigitHand.Point, to end: DigitHand.Point) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    for row in 0..<size {
      let y = (Double(row) + 0.5) / Double(size) - start.y
      for column in 0..<size {
        let x = (Double(column) + 0.5) / Double(size) - start.x
        // The nearest place of the line, as a share of its length.
        let share = length > 0 ? max(0, min(1, (x * dx + y * dy) / length)) : 0
        let (ex, ey) = (x - share * dx, y - share * dy)
        let index = row * size + column
        distances[index] = min(distances[index], ex * ex + ey * ey)
      }
    }
  }

  /// The ink of each pixel, line by line, from 0 to 1: at the edge of a line it fades within one pixel.
  var pixels: [Double] {
    distances.map { distance in
      max(0, min(1, (thickness / 2 - distance.squareRoot()) * Double(size) + 0.5))
    }
  }
}
