import Execution

/// The pixels of a picture as areas of equal ink: rectangles as large as neighbours allow, one path for each ink.
struct PixelAreas: Sendable {
  /// Inks that are told apart; more steps would not be seen.
  private static let steps = 16

  /// The ink from 0 to 1, ascending, and the outlines of its rectangles in pixels; there are none for bare paper.
  let paths: [(ink: Double, path: String)]

  /// The areas of one ink of a picture.
  init(_ picture: PictureSheet.Entry, ink: [UInt8]) {
    let levels = ink.map { (Int($0) * Self.steps + 127) / 255 }
    var paths = [String](repeating: "", count: Self.steps + 1)
    var isDrawn = levels.map { $0 == 0 }
    for row in 0..<picture.height {
      for column in 0..<picture.width where !isDrawn[row * picture.width + column] {
        let level = levels[row * picture.width + column]
        func isFree(_ row: Int, _ column: Int) -> Bool {
          let index = row * picture.width + column
          return levels[index] == level && !isDrawn[index]
        }
        var (right, bottom) = (column + 1, row + 1)
        while right < picture.width, isFree(row, right) { right += 1 }
        while bottom < picture.height, (column..<right).allSatisfy({ isFree(bottom, $0) }) {
          bottom += 1
        }
        for y in row..<bottom {
          for x in column..<right { isDrawn[y * picture.width + x] = true }
        }
        paths[level] += "M\(column) \(row)h\(right - column)v\(bottom - row)h\(column - right)z"
      }
    }
    self.paths = paths.indices.filter { !paths[$0].isEmpty }
      .map { (Double($0) / Double(Self.steps), paths[$0]) }
  }
}
