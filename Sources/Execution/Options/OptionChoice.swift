import Notebook

/// One of a few words.
public protocol OptionChoice: OptionValue, CaseIterable, RawRepresentable where RawValue == String {
  /// Choices by the words that other programs have for them, which are suggested and not taken.
  static var synonyms: [String: String] { get }
}

extension OptionChoice {
  /// Most choices are called alike everywhere.
  public static var synonyms: [String: String] { [:] }
  /// The words to choose from.
  public static var typeDescription: String { listOfAlternatives(choices) }
  /// The words.
  public static var choices: [String] { allCases.map(\.rawValue) }

  /// The choice that the word names.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Self? {
    guard let node = reader.resolve(node) else { return nil }
    let word = node.scalar?.text ?? ""
    if let choice = Self(rawValue: word) { return choice }
    let hint = suggestion(for: word, among: choices, synonyms: synonyms)
    reader.mismatch(node, of: entry, expected: typeDescription, .unknownChoice, hint: hint)
    return nil
  }

  /// The word.
  public var written: String? { rawValue }
}

/// What may be meant by a word that is no choice: what other programs call one so, or a mistyped one.
public func suggestion(
  for word: String, among choices: [String], synonyms: [String: String]
) -> Suggestion {
  var hint = suggestion(for: word, among: choices)
  if let choice = synonyms[word.lowercased()] { hint.meant = choice }
  return hint
}
