import Notebook

/// One value, or a list of them.
public struct OneOrMany<Element: OptionValue>: OptionValue {
  /// The values, at least one.
  public let values: [Element]
  /// Whether a list was written, be it of one value.
  public let isList: Bool
  /// Where the values of a list stand; none for a single value.
  public let ranges: [SourceRange]
  /// The numbers of all values; those of a list have their own places.
  public let boundedNumbers: [(number: Double, range: SourceRange?)]

  /// A single value.
  public init(_ value: Element) {
    values = [value]
    isList = false
    ranges = []
    boundedNumbers = value.boundedNumbers
  }

  private init(list: [Placed<Element>]) {
    values = list.map(\.value)
    isList = true
    ranges = list.map(\.range)
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
