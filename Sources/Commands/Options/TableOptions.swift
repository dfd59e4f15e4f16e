import Execution
import Learning
import Notebook

extension TextEncoding: OptionChoice {
  /// Other names for the same encodings.
  public static var synonyms: [String: String] {
    [
      "ansi": "windows-1252", "cp1252": "windows-1252", "iso-8859-1": "latin-1",
      "utf-8-sig": "utf-8",
    ]
  }
}

extension MissingCells: OptionChoice {}

extension ScalingRule: OptionChoice {}

/// Whether double quotes hold a cell together.
enum QuoteStyle: String, OptionChoice {
  case double, none
}

extension CSVDelimiter: OptionValue {
  /// Delimiters that are easier to say than to write.
  private static let words: KeyValuePairs<String, String> = [
    "comma": ",", "tab": "\t", "semicolon": ";", "pipe": "|", "space": " ",
  ]

  /// What a lesson has to write.
  public static var typeDescription: String {
    "one character, such as \";\", or \(listOfAlternatives(words.map(\.key)))"
  }

  /// A character or its name.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> CSVDelimiter? {
    guard let node = reader.resolve(node) else { return nil }
    let text = node.scalar?.text ?? ""
    let character = words.first { $0.key == text }?.value ?? text
    if let delimiter = CSVDelimiter(character) { return delimiter }
    reader.mismatch(node, of: entry, expected: typeDescription)
    return nil
  }

  /// The character's name, or the character in quotes.
  public var written: String? {
    let character = String(Unicode.Scalar(byte))
    return Self.words.first { $0.value == character }?.key ?? "\"\(character)\""
  }
}

extension DecimalMark: OptionValue {
  /// What a lesson has to write.
  public static var typeDescription: String {
    listOfAlternatives(allCases.map(\.setting) + allCases.map(\.name))
  }

  /// A mark or its name.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> DecimalMark? {
    guard let node = reader.resolve(node) else { return nil }
    let text = node.scalar?.text ?? ""
    if let mark = allCases.first(where: { text == $0.name || text == String($0.character) }) {
      return mark
    }
    reader.mismatch(node, of: entry, expected: typeDescription)
    return nil
  }

  /// The mark in quotes.
  public var written: String? { setting }

  /// The mark as a lesson writes it.
  var setting: String { "\"\(character)\"" }

  /// The mark itself.
  var character: Character { Character(Unicode.Scalar(byte)) }

  /// What it is called.
  var name: String {
    switch self {
    case .point: "point"
    case .comma: "comma"
    }
  }
}

extension CSVDelimiter {
  /// What to say of a file whose first line is a single cell that holds this.
  var advice: String {
    let character = String(Unicode.Scalar(byte))
    let (cell, setting) =
      self == .tab ? ("a tab", "tab") : ("'\(character)'", "\"\(character)\"")
    return "its first line is a single cell that holds \(cell); if that separates the cells, write"
      + " 'delimiter: \(setting)'"
  }
}
