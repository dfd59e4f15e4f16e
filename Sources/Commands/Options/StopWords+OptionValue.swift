import Execution
import Learning
import Notebook

extension StopWords: OptionValue {
  private static let lists: [(name: String, words: StopWords)] = [
    ("none", .none), ("english", .english),
  ]

  /// The lists that have names, or one of the lesson's own.
  public static var typeDescription: String {
    "\(choices.joined(separator: ", ")) or a list of words"
  }
  /// The names of lists.
  public static var choices: [String] { lists.map(\.name) }

  /// A list by its name, or words.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> StopWords? {
    guard let node = reader.resolve(node) else { return nil }
    if case .sequence(let items) = node.content {
      let words = items.compactMap { readWord($0, of: entry, with: &reader) }
      return words.count == items.count ? .listed(words) : nil
    }
    let name = node.scalar?.text ?? ""
    if let list = lists.first(where: { $0.name == name }) { return list.words }
    let hint = suggestion(for: name, among: choices)
    reader.mismatch(node, of: entry, expected: typeDescription, .unknownChoice, hint: hint)
    return nil
  }

  /// A word, of which texts that are cut into words can have one. The name of a list is none among words: who writes it
  /// wants to add to that list.
  private static func readWord(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> String? {
    guard let node = reader.resolve(node) else { return nil }
    guard let text = node.text else {
      reader.mismatch(node, of: entry, expected: typeDescription)
      return nil
    }
    if node.scalar?.isQuoted == false, choices.contains(text) {
      reader.error(
        .conflictingOptions,
        "a list is either known by its name or made of words: '\(text)' stands without brackets,"
          + " and is a word only in quotes", at: node.range)
      return nil
    }
    if let word = StopWords.word(text) { return word }
    reader.error(
      .outOfRange,
      "'\(text)' is not one word of a text: words are two or more letters, digits and '_'",
      at: node.range)
    return nil
  }

  /// The name of the list, or the words in brackets.
  public var written: String? {
    if case .listed(let words) = self { return words.written }
    return Self.lists.first { $0.words == self }?.name
  }
}
