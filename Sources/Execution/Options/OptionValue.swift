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
    if let text = node.text { return text }
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
