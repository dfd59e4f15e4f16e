/// Words with what they mean, below each other: a line for each, with the meanings in a column of their own.
///
/// - Parameter width: how many characters the column of the words has at least, so that several lists agree.
public func columns(_ rows: [(word: String, meaning: String)], width: Int = 0) -> [String] {
  let width = rows.map(\.word.count).reduce(width, max)
  return rows.map { word, meaning in
    word + String(repeating: " ", count: width - word.count) + "  " + meaning
  }
}
