import Notebook

/// An option of a block command, declared once: decoding, checking, suggestions and the reference all come from here.
///
///     @Option("Examples per update.", in: .atLeast(1)) var batchSize = 32
///
/// A property `batchSize` is the option `batch_size`. Without a default, the option is required; an optional type
/// makes it optional. `$batchSize` tells where the option was given.
@propertyWrapper
public struct Option<Value: OptionValue>: Sendable {
  /// What the option means, in one sentence.
  public let help: String
  /// The numbers that are accepted; nil accepts all.
  public let bounds: Bounds?
  /// What a number counts or measures, such as "examples"; nil for what has no unit.
  public let unit: String?
  private var value: Value?
  private var place = OptionPlace(range: nil, keyRange: nil)

  /// An option with a default.
  public init(
    wrappedValue: Value, _ help: String, in bounds: Bounds? = nil, unit: String? = nil
  ) {
    self.unit = unit
    self.help = help
    self.bounds = bounds
    value = wrappedValue
  }

  /// A required option, unless its type is optional.
  public init(_ help: String, in bounds: Bounds? = nil, unit: String? = nil) {
    self.unit = unit
    self.help = help
    self.bounds = bounds
    value = Value.valueWhenLeftOut
  }

  /// The option's value. A command is only run when every required option was given.
  public var wrappedValue: Value {
    guard let value else { preconditionFailure("a required option is read before it was decoded") }
    return value
  }

  /// Where the option was given.
  public var projectedValue: OptionPlace { place }
}

/// Where an option stands in the lesson.
public struct OptionPlace: Sendable, Equatable {
  /// The value's place; nil when the option was left out.
  public var range: SourceRange?
  /// The key's place; nil when the option was left out.
  public var keyRange: SourceRange?

  /// Whether the lesson gives the option.
  public var isGiven: Bool { range != nil }
}

extension Option: Decodable {
  /// Options are filled by `OptionDecoder` from their declarations, never by other decoders.
  public init(from decoder: any Decoder) throws {
    throw DecodingError.dataCorrupted(
      .init(codingPath: decoder.codingPath, debugDescription: "options are decoded from lessons"))
  }
}

/// A declared option whatever its type.
protocol OptionDeclaration: Sendable {
  var help: String { get }
  var bounds: Bounds? { get }
  var unit: String? { get }
  /// The words to choose from; none where any value may be written.
  var choices: [String] { get }
  /// What each of the words means.
  var explanations: [OptionExplanation] { get }
  var isRequired: Bool { get }
  var typeDescription: String { get }
  /// The default as a lesson would write it; nil when there is none.
  var defaultDescription: String? { get }
  /// The value that the lesson gives, or the default; nil when there is neither.
  var givenValue: (any OptionValue)? { get }
  /// The same option with the value that the lesson gives, or with its default when the value is unfit.
  func filled(from entry: YAMLNode.Entry, with reader: inout OptionReader) -> any OptionDeclaration
}

extension Option: OptionDeclaration {
  var isRequired: Bool { value == nil }
  var typeDescription: String { Value.typeDescription }
  var choices: [String] { Value.choices }
  var explanations: [OptionExplanation] { Value.explanations }
  var defaultDescription: String? { value.flatMap { $0.written } }
  var givenValue: (any OptionValue)? { value }

  func filled(
    from entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> any OptionDeclaration {
    var option = self
    option.place = OptionPlace(range: entry.value.range, keyRange: entry.keyRange)
    let problemsBefore = reader.diagnostics.count
    guard let value = Value.read(entry.value, of: entry, with: &reader) else { return option }
    if let bounds, reader.diagnostics.count == problemsBefore {
      reader.check(value.boundedNumbers, of: entry, in: bounds)
    }
    option.value = value
    return option
  }
}
