/// Which texts in a table say that there is nothing in their cell. An empty cell always does.
public struct MissingValues: Sendable, Hashable {
  /// The words of pandas that people write.
  public static let usual = MissingValues([
    "NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "None", "#N/A",
  ])

  /// In UTF-8.
  private let texts: [[UInt8]]
  /// Whether one of them begins with a byte: most cells say something, and most of these can be told by their first byte.
  private let mayBegin: [Bool]

  /// The given texts and no others.
  public init(_ texts: [String]) {
    self.texts = texts.map { Array($0.utf8) }
    var mayBegin = [Bool](repeating: false, count: 256)
    for case let first? in self.texts.map(\.first) { mayBegin[Int(first)] = true }
    self.mayBegin = mayBegin
  }

  /// Whether a cell says that there is nothing.
  func contain(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first else { return true }
    return mayBegin[Int(first)] && texts.contains { $0.elementsEqual(cell) }
  }
}
