/// "a, b or c".
public func listOfAlternatives(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " or " + last
}

/// "a, b and c".
public func listOfAll(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}

/// "a network", "an evaluation".
func withArticle(_ noun: String) -> String {
  (noun.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + noun
}
