/// What options of one name mean in several commands, stated once for all of them.
///
///     @Option(.batchSize) var batchSize = 32
public struct OptionMeaning: Sendable {
  /// What the option means, in one sentence.
  let help: String
  /// The numbers that are accepted; nil accepts all.
  let bounds: Bounds?
  /// What a number counts or measures; nil for what has no unit.
  let unit: String?

  /// A meaning with the numbers that fit.
  public init(_ help: String, in bounds: Bounds? = nil, unit: String? = nil) {
    self.help = help
    self.bounds = bounds
    self.unit = unit
  }
}

extension Option where Value: OptionValue {
  /// An option with a default.
  public init(wrappedValue: Value, _ meaning: OptionMeaning) {
    self.init(wrappedValue: wrappedValue, meaning.help, in: meaning.bounds, unit: meaning.unit)
  }

  /// A required option, unless its type is optional.
  public init(_ meaning: OptionMeaning) {
    self.init(meaning.help, in: meaning.bounds, unit: meaning.unit)
  }
}
