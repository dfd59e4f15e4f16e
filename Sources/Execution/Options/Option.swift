import Notebook

/// An option of a block command, declared once: decoding, checking, suggestions and the reference all come from here.
///
///     @Option("Examples per update.", in: .atLeast(1)) var batchSize = 32
///
/// A property `batchSize` is the option `batch_size`. Without a default, the option is required; an optional type
/// makes it optional. `$batchSize` tells where the option was given.
@propertyWrapper
public struct Option<Value: Sendable>: Sendable {
  /// What the option means, in one sentence.
  public let help: String
  /// The numbers that are accepted; nil accepts all.
  public let bounds: Bounds?
  /// What a number counts or measures, such as "examples"; nil for what has no unit.
  public let unit: String?
  private var value: Value?
  private var place = OptionPlace(range: nil, keyRange: nil)
  /// Raised by whoever looks at the option, where a stand-in is in the place of what the lesson means; nil where it is not.
  private var doubt: Doubt?
  /// The option whatever its type. That a value is an `OptionValue` is known where the option is made; to find it out
  /// later, Swift would go through all conformances of the program.
  private let declaration: @Sendable (Option) -> any OptionDeclaration

  /// The option's value. A command is only run when every required option was given. Another value in its place, such as
  /// one of those that a sweep lists, keeps the place in the lesson.
  public var wrappedValue: Value {
    get {
      doubt?.raise()
      guard let value else {
        preconditionFailure("a required option is read before it was decoded")
      }
      return value
    }
    set { value = newValue }
  }

  /// Where the option was given.
  public var projectedValue: OptionPlace {
    // The place of a wrong value is certain; an option that is left out may stand there under a mistyped name.
    if !place.isGiven { doubt?.raise() }
    return place
  }
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

extension Option where Value: OptionValue {
  /// An option with a default.
  public init(
    wrappedValue: Value, _ help: String, in bounds: Bounds? = nil, unit: String? = nil
  ) {
    self.init(value: wrappedValue, help, in: bounds, unit: unit)
  }

  /// A required option, unless its type is optional.
  public init(_ help: String, in bounds: Bounds? = nil, unit: String? = nil) {
    self.init(value: Value.valueWhenLeftOut, help, in: bounds, unit: unit)
  }

  private init(value: Value?, _ help: String, in bounds: Bounds?, unit: String?) {
    self.value = value
    self.help = help
    self.bounds = bounds
    self.unit = unit
    declaration = { $0 }
  }
}

extension Option: Codable {
  /// Options are filled by `OptionDecoder` from their declarations, never by other decoders.
  public init(from decoder: any Decoder) throws {
    throw DecodingError.dataCorrupted(
      .init(codingPath: decoder.codingPath, debugDescription: "options are decoded from lessons"))
  }

  /// Options are collected by `OptionCollector`, never written by other encoders.
  public func encode(to encoder: any Encoder) throws {
    guard let collector = encoder as? OptionCollector else {
      throw EncodingError.invalidValue(
        self,
        .init(codingPath: encoder.codingPath, debugDescription: "options are kept in lessons"))
    }
    collector.collect(declaration(self))
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
  /// Where the option was given.
  var projectedValue: OptionPlace { get }
  /// Whether it has neither a value nor a default.
  var isRequired: Bool { get }
  var typeDescription: String { get }
  /// The default as a lesson would write it; nil when there is none.
  var defaultDescription: String? { get }
  /// The value that the lesson gives, or the default; nil when there is neither.
  var givenValue: (any OptionValue)? { get }
  /// The same option with the value that the lesson gives, or with a stand-in when the value is unfit.
  func filled(from entry: YAMLNode.Entry, with reader: inout OptionReader) -> any OptionDeclaration
  /// The same option with a stand-in: its default, or what its type has for those that are required. It has no value, and
  /// cannot be looked at, if there is neither.
  func doubted(by doubt: Doubt) -> any OptionDeclaration
}

extension Option: OptionDeclaration where Value: OptionValue {
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
    guard let value: Value = reader.read(entry, in: bounds) else {
      // Who writes no value may as well leave the option out.
      if entry.value.isMissing { option.place = OptionPlace(range: nil, keyRange: nil) }
      return option.doubted(by: reader.doubt)
    }
    option.value = value
    return option
  }

  func doubted(by doubt: Doubt) -> any OptionDeclaration {
    var option = self
    option.value = value ?? Value.standIn ?? Self.standInWithOptions(doubtedBy: doubt)
    option.doubt = doubt
    return option
  }

  private static func standInWithOptions(doubtedBy doubt: Doubt) -> Value? {
    guard Value.hasOptions, let type = Value.self as? any ValueWithOptions.Type else { return nil }
    return type.unknown(doubtedBy: doubt) as? Value
  }
}
