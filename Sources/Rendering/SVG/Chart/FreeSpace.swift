/// Which parts of a plot are taken, on a coarse grid, to find room for words between the lines.
struct FreeSpace: Sendable {
  private static let cell = 4.0
  /// The weight of words, which nothing should lie over.
  private static let words = 20
  private let area: Rectangle
  private let columns: Int
  private let rows: Int
  private var taken: [Int]

  /// An empty plot.
  init(_ area: Rectangle) {
    self.area = area
    columns = max(1, Int((area.width / Self.cell).rounded(.up)))
    rows = max(1, Int((area.height / Self.cell).rounded(.up)))
    taken = Array(repeating: 0, count: columns * rows)
  }

  /// Marks the cells that a line between two points runs through.
  mutating func addLine(from start: Point, to end: Point, weight: Int = 1) {
    for point in Self.steps(from: start, to: end) {
      if let index = index(point) { taken[index] = max(taken[index], weight) }
    }
  }

  /// Marks the cells that a box covers.
  mutating func addBox(_ box: Rectangle, weight: Int) {
    for index in indices(box) { taken[index] = max(taken[index], weight) }
  }

  /// How much a box would hide; a box that leaves the plot costs more than any within.
  func cost(of box: Rectangle) -> Double {
    let outside = area.contains(box) ? 0.0 : 100_000
    return outside + Double(indices(box).reduce(0) { $0 + taken[$1] })
  }

  /// Whether a box lies within the plot and hides nothing.
  func isFree(_ box: Rectangle) -> Bool { cost(of: box) == 0 }

  /// Whether a line between two points crosses nothing of more than a weight.
  func isFree(from start: Point, to end: Point, crossing weight: Int = 0) -> Bool {
    Self.steps(from: start, to: end).allSatisfy { index($0).map { taken[$0] <= weight } ?? true }
  }

  /// Whether a box would lie over words that stand in the plot already.
  func hidesWords(_ box: Rectangle) -> Bool {
    indices(box).contains { taken[$0] >= Self.words }
  }

  /// Which share of a box is taken, from 0 to 1.
  func takenShare(of box: Rectangle) -> Double {
    let indices = indices(box)
    guard !indices.isEmpty else { return 0 }
    return Double(indices.count { taken[$0] > 0 }) / Double(indices.count)
  }

  /// Marks the cells that words cover.
  mutating func addWords(_ box: Rectangle) {
    addBox(box, weight: Self.words)
  }

  private static func steps(from start: Point, to end: Point) -> [Point] {
    let (width, height) = (end.x - start.x, end.y - start.y)
    let count = Int((max(width.magnitude, height.magnitude) / (cell / 2)).rounded(.up))
    return (0...max(count, 1)).map { step in
      let share = Double(step) / Double(max(count, 1))
      return Point(x: start.x + width * share, y: start.y + height * share)
    }
  }

  private func index(_ point: Point) -> Int? {
    let column = Int(((point.x - area.left) / Self.cell).rounded(.down))
    let row = Int(((point.y - area.top) / Self.cell).rounded(.down))
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return nil }
    return row * columns + column
  }

  private func indices(_ box: Rectangle) -> [Int] {
    let left = max(0, Int(((box.left - area.left) / Self.cell).rounded(.down)))
    let right = min(columns - 1, Int(((box.right - area.left) / Self.cell).rounded(.down)))
    let top = max(0, Int(((box.top - area.top) / Self.cell).rounded(.down)))
    let bottom = min(rows - 1, Int(((box.bottom - area.top) / Self.cell).rounded(.down)))
    guard left <= right, top <= bottom else { return [] }
    return (top...bottom).flatMap { row in (left...right).map { row * columns + $0 } }
  }
}
