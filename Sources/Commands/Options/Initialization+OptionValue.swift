import Execution
import Learning
import Notebook

extension Initialization: OptionValue {
  private static let words: [(word: String, value: Initialization)] = [
    ("he", .he), ("glorot", .glorot), ("lecun", .lecun), ("zeros", .zeros),
  ]

  /// Distributions by their words, with what is to be said of their size.
  private static let sizes = ["normal": "standard deviation", "uniform": "bound"]

  /// What Keras and PyTorch call them.
  private static let synonyms = [
    "xavier": "glorot", "xavier_normal": "glorot", "glorot_normal": "glorot", "kaiming": "he",
    "kaiming_normal": "he", "he_normal": "he", "lecun_normal": "lecun",
  ]

  /// What a lesson has to write.
  public static var typeDescription: String {
    "he, glorot, lecun, zeros, {normal: standard deviation} or {uniform: bound}"
  }

  /// A named rule, or a distribution with its size.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Initialization? {
    guard let node = reader.resolve(node) else { return nil }
    switch node.content {
    case .scalar(let scalar):
      if let known = words.first(where: { $0.word == scalar.text }) { return known.value }
      if let size = sizes[scalar.text] {
        reader.error(
          .unknownChoice,
          "'\(scalar.text)' needs its \(size), as in '\(entry.key): {\(scalar.text): 0.1}'",
          at: node.range)
        return nil
      }
      let hint = suggestion(
        for: scalar.text, among: words.map(\.word) + sizes.keys.sorted(), synonyms: synonyms)
      reader.mismatch(node, of: entry, expected: typeDescription, .unknownChoice, hint: hint)
      return nil
    case .mapping(let entries) where entries.count == 1:
      return distribution(entries[0], with: &reader)
    case .mapping(let entries) where entries.count > 1:
      reader.refuse(second: entries[1], of: entry)
      return nil
    default:
      reader.mismatch(node, of: entry, expected: typeDescription)
      return nil
    }
  }

  private static func distribution(
    _ entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Initialization? {
    guard sizes[entry.key] != nil else {
      let hint = suggestion(for: entry.key, among: sizes.keys.sorted())
      reader.error(
        .unknownChoice, "unknown distribution '\(entry.key)'\(hint)", at: entry.keyRange,
        suggestion: hint)
      return nil
    }
    guard let size = Double.read(entry.value, of: entry, with: &reader) else { return nil }
    guard size >= 0 else {
      reader.error(
        .outOfRange, "'\(entry.key)' is at least 0, not \(formattedSetting(size))",
        at: entry.value.range)
      return nil
    }
    return entry.key == "normal" ? .normal(standardDeviation: size) : .uniform(bound: size)
  }

  /// The rule as a lesson writes it.
  public var written: String? {
    switch self {
    case .normal(let deviation): "{normal: \(formattedSetting(deviation))}"
    case .uniform(let bound): "{uniform: \(formattedSetting(bound))}"
    default: Self.words.first { $0.value == self }?.word
    }
  }
}
