import Notebook

/// A type that options can have.
public protocol OptionValue: Sendable {
  /// What a lesson has to write: "a whole number".
  static var typeDescription: String { get }

  /// The words to choose from; none where any value may be written.
  static var choices: [String] { get }

  /// What each of the words means, for the reference; empty where the words say it.
  static var explanations: [OptionExplanation] { get }

  /// What an option of this type is when the lesson leaves it out and it has no default; nil if it must be given.
  static var valueWhenLeftOut: Self? { get }

  /// What a check may see in the place of a required option that is missing or wrong; nil if there is nothing, and then
  /// the block is not checked. A lesson could say it, but it is to say as little as possible.
  static var standIn: Self? { get }

  /// Whether its values have options of their own. What is wrong with one of these leaves the others certain.
  static var hasOptions: Bool { get }

  /// The value that a node says, or nil with a diagnostic.
  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Self?

  /// The value as a lesson would write it, for the reference; nil when there is nothing to write.
  var written: String? { get }

  /// The numbers in it that bounds apply to, with their places where they have one of their own.
  var boundedNumbers: [(number: Double, range: SourceRange?)] { get }
}

extension OptionValue {
  /// Most types are not a choice of words.
  public static var choices: [String] { [] }
  /// Most types say it all in their description.
  public static var explanations: [OptionExplanation] { [] }
  /// An option must be given unless its type is optional.
  public static var valueWhenLeftOut: Self? { nil }
  /// Nothing stands in for most values.
  public static var standIn: Self? { nil }
  /// Most values have no options.
  public static var hasOptions: Bool { false }
  /// No bounds apply unless a type says so.
  public var boundedNumbers: [(number: Double, range: SourceRange?)] { [] }
}

/// A word that an option takes, with its meaning.
public struct OptionExplanation: Sendable, Equatable {
  /// The word, or the name of a setting.
  public var word: String
  /// What it means, in sentences.
  public var help: String

  /// A word with its meaning.
  public init(_ word: String, _ help: String) {
    self.word = word
    self.help = help
  }
}

extension Int: OptionValue {
  /// What a lesson has to write.
  public static var typeDescription: String { "a whole number" }

  /// A whole number in decimal digits.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Int? {
    guard let node = reader.resolve(node) else { return nil }
    if let integer = node.scalar?.integer { return integer }
    reader.mismatch(node, of: entry, expected: typeDescription, isText: false)
    return nil
  }

  /// The digits.
  public var written: String? { String(self) }

  /// The number itself.
  public var boundedNumbers: [(number: Double, range: SourceRange?)] { [(Double(self), nil)] }
}

extension Double: OptionValue {
  /// What a lesson has to write.
  public static var typeDescription: String { "a number" }

  /// A finite decimal number.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Double? {
    guard let node = reader.resolve(node) else { return nil }
    if let number = node.scalar?.decimal { return number }
    reader.mismatch(node, of: entry, expected: typeDescription, isText: false)
    return nil
  }

  /// The shortest digits that read back to the same number.
  public var written: String? { formattedSetting(self) }

  /// The number itself.
  public var boundedNumbers: [(number: Double, range: SourceRange?)] { [(self, nil)] }
}

extension Bool: OptionValue {
  /// What a lesson has to write.
  public static var typeDescription: String { "true or false" }

  /// A truth value in any of YAML's spellings.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Bool? {
    guard let node = reader.resolve(node) else { return nil }
    if let flag = node.scalar?.boolean { return flag }
    reader.mismatch(node, of: entry, expected: typeDescription, isText: false)
    return nil
  }

  /// "true" or "false".
  public var written: String? { String(self) }
}

extension String: OptionValue {
  /// What a lesson has to write.
  public static var typeDescription: String { "text" }

  /// Text, as written.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> String? {
    guard let node = reader.resolve(node) else { return nil }
    if let scalar = node.scalar, !node.isMissing { return scalar.text }
    reader.mismatch(node, of: entry, expected: typeDescription)
    return nil
  }

  /// The text itself.
  public var written: String? { self }
}

extension Optional: OptionValue where Wrapped: OptionValue {
  /// An optional option may be left out.
  public static var valueWhenLeftOut: Wrapped?? { .some(nil) }

  /// What a lesson has to write, if anything.
  public static var typeDescription: String { Wrapped.typeDescription }
  /// The wrapped type's words.
  public static var choices: [String] { Wrapped.choices }
  /// Their meanings.
  public static var explanations: [OptionExplanation] { Wrapped.explanations }

  /// The wrapped type's value.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Wrapped?? {
    Wrapped.read(node, of: entry, with: &reader).map { .some($0) }
  }

  /// Nothing, if there is nothing.
  public var written: String? { flatMap { $0.written } }

  /// The wrapped value's numbers.
  public var boundedNumbers: [(number: Double, range: SourceRange?)] { self?.boundedNumbers ?? [] }
}

extension Array: OptionValue where Element: OptionValue {
  /// What a lesson has to write.
  public static var typeDescription: String { "a list, each entry \(Element.typeDescription)" }
  /// The words for each entry.
  public static var choices: [String] { Element.choices }
  /// A list may be empty.
  public static var standIn: [Element]? { [] }

  /// Every entry of a list.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> [Element]? {
    guard let node = reader.resolve(node) else { return nil }
    guard case .sequence(let items) = node.content else {
      reader.mismatch(node, of: entry, expected: typeDescription)
      return nil
    }
    let values = items.compactMap { Element.read($0, of: entry, with: &reader) }
    if values.count == items.count { return values }
    // Nobody else gets to see the entries that can be read, and they may be wrong, too.
    reader.check(values.boundedNumbers, of: entry)
    return nil
  }

  /// The entries in brackets.
  public var written: String? {
    "[" + compactMap(\.written).joined(separator: ", ") + "]"
  }

  /// The numbers of all entries.
  public var boundedNumbers: [(number: Double, range: SourceRange?)] { flatMap(\.boundedNumbers) }
}

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

/// A value that keeps its own place, for messages about one entry of a list.
public struct Placed<Value: OptionValue>: OptionValue {
  /// The value.
  public var value: Value
  /// Where it stands.
  public var range: SourceRange

  /// A value at a place.
  public init(value: Value, range: SourceRange) {
    self.value = value
    self.range = range
  }

  /// What a lesson has to write.
  public static var typeDescription: String { Value.typeDescription }
  /// The value's words.
  public static var choices: [String] { Value.choices }

  /// The value with its place.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Placed<Value>? {
    Value.read(node, of: entry, with: &reader).map { Placed(value: $0, range: node.range) }
  }

  /// The value as a lesson would write it.
  public var written: String? { value.written }

  /// The value's numbers, at its place.
  public var boundedNumbers: [(number: Double, range: SourceRange?)] {
    value.boundedNumbers.map { ($0.number, $0.range ?? range) }
  }
}

/// One value, or a list of them.
public struct OneOrMany<Element: OptionValue>: OptionValue {
  /// The values, at least one.
  public let values: [Element]
  /// Whether a list was written, be it of one value.
  public let isList: Bool
  /// The numbers of all values; those of a list have their own places.
  public let boundedNumbers: [(number: Double, range: SourceRange?)]

  /// A single value.
  public init(_ value: Element) {
    values = [value]
    isList = false
    boundedNumbers = value.boundedNumbers
  }

  private init(list: [Placed<Element>]) {
    values = list.map(\.value)
    isList = true
    boundedNumbers = list.boundedNumbers
  }

  /// What a lesson has to write.
  public static var typeDescription: String { "\(Element.typeDescription), or a list of these" }
  /// The words for each value.
  public static var choices: [String] { Element.choices }
  /// Their meanings.
  public static var explanations: [OptionExplanation] { Element.explanations }
  /// What stands in for one of them.
  public static var standIn: OneOrMany<Element>? { Element.standIn.map { OneOrMany($0) } }

  /// A value or a list of values.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> OneOrMany<Element>? {
    guard let resolved = reader.resolve(node) else { return nil }
    guard case .sequence(let items) = resolved.content else {
      return Element.read(node, of: entry, with: &reader).map { OneOrMany($0) }
    }
    if items.isEmpty {
      reader.error(.emptyList, "'\(entry.key)' is an empty list", at: node.range)
      return nil
    }
    return [Placed<Element>].read(node, of: entry, with: &reader).map { OneOrMany(list: $0) }
  }

  /// The value, or the list.
  public var written: String? { isList ? values.written : values.first?.written }
}
