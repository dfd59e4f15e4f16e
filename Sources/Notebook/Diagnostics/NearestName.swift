/// A name that an author may have meant, as the end of a message.
public struct Suggestion: Sendable, Equatable, CustomStringConvertible {
  /// What is written.
  public var written: String
  /// What is probably meant; nil when nothing is near.
  public var meant: String?

  /// A suggestion, or none.
  public init(written: String, meant: String?) {
    self.written = written
    self.meant = meant
  }

  /// "; did you mean 'learning_rate'?", or nothing.
  public var description: String { meant.map { "; did you mean '\($0)'?" } ?? "" }

  /// Whether there is nothing to suggest.
  public var isEmpty: Bool { meant == nil }
}

/// Nobody means anything by a longer name.
private let mostLetters = 64

/// What may be meant by a name that is not there: one a few slips away, or else the only one that it is short or long for.
public func suggestion(for name: String, among candidates: some Sequence<String>) -> Suggestion {
  let candidates = Array(candidates)
  let meant =
    nearestName(to: name, among: candidates)
    ?? onlyName(for: name, among: candidates, where: beginAlike)
    ?? onlyName(for: name, among: candidates) { $0 == initials(of: $1) }
  return Suggestion(written: name, meant: meant)
}

/// The only candidate that fits a name, both in lower case; nil if none or several do.
private func onlyName(
  for name: String, among candidates: [String], where fits: (String, String) -> Bool
) -> String? {
  let written = name.lowercased()
  guard written.unicodeScalars.count <= mostLetters else { return nil }
  let fitting = candidates.filter { fits(written, $0.lowercased()) }
  return fitting.count == 1 ? fitting[0] : nil
}

/// Fewer letters than these say too little about what begins with them.
private let fewestLettersInCommon = 4

/// Whether one name begins with the other: "batch_norm" and "batch_normalization", "test_size" and "test".
private func beginAlike(_ first: String, _ second: String) -> Bool {
  min(first.count, second.count) >= fewestLettersInCommon
    && (first.hasPrefix(second) || second.hasPrefix(first))
}

/// The first letters of a name's words, such as "lr" of "learning_rate"; nil of a single word.
private func initials(of name: String) -> String? {
  let words = name.split(separator: "_")
  return words.count > 1 ? String(words.compactMap(\.first)) : nil
}

/// The candidate that differs least from a mistyped name, if that is little enough for a slip of the fingers.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let written = Array(name.lowercased().unicodeScalars)
  guard !written.isEmpty, written.count <= mostLetters else { return nil }
  let ranked = candidates.map { candidate in
    (candidate, editDistance(written, Array(candidate.lowercased().unicodeScalars)))
  }
  guard let (best, distance) = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
  let tolerated = min(3, max(written.count, best.unicodeScalars.count) / 3)
  return distance <= tolerated ? best : nil
}

/// The fewest insertions, deletions, replacements and swaps of neighbours that turn one text into the other.
///
/// Source: the optimal string alignment variant of the Damerau–Levenshtein distance.
private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int](repeating: 0, count: second.count + 1)
  var last = Array(0...second.count)
  for row in 0..<first.count {
    var current = [row + 1]
    for column in 0..<second.count {
      let cost = first[row] == second[column] ? 0 : 1
      var distance = min(last[column] + cost, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      current.append(distance)
    }
    beforeLast = last
    last = current
  }
  return last[second.count]
}
