/// What becomes of cells in which nothing is written, or a word for nothing.
public enum MissingCells: String, Sendable, CaseIterable {
  /// They are a mistake in the data.
  case error
  /// Their rows are left out.
  case drop
  /// They are zero.
  case zero

  /// The words for nothing, beside the empty cell: those of pandas that people write.
  private static let words: [StaticString] = [
    "NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "None", "#N/A",
  ]

  /// Whether a cell says that there is nothing.
  static func isMissing(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first else { return true }
    // Most cells say something, and most of these can be told by their first byte.
    guard cell.count <= 4,
      first == UInt8(ascii: "N") || first == UInt8(ascii: "n")
        || first == UInt8(ascii: "#")
    else { return false }
    return words.contains { word in
      cell.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
  }
}
