/// The result of a block that other blocks can name.
public protocol LessonValue: Referable where Outline: ValueOutline {
  /// "data set", "network": what messages call it.
  static var kind: String { get }

  /// The values that paths and results files name, in a fixed order; those that do not exist are left out.
  var members: [Value.Member] { get }

  /// What is known of the value, now that it exists.
  var outline: Outline { get }

  /// Where the value comes from, if it is not made from other values alone.
  var origins: [Origin] { get }

  /// One value by the name that paths use.
  func member(_ name: String) -> Value?

  /// What `show` shows of the whole value.
  func display(rows: Int) -> [Output]

  /// What `show` shows of a value that is a text of rows and columns; nil for others.
  func table(ofMember name: String) -> Table?

  /// Of the runs of a sweep, the one that has these settings, by the names of the outline's axes; nil for other values.
  func run(where settings: [String: Grid.Setting]) -> (any LessonValue)?
}

extension LessonValue {
  /// The values that the value has.
  public var fields: [Field] { outline.fields }

  /// Most values are made from others.
  public var origins: [Origin] { [] }

  /// One value by the name that paths use.
  public func member(_ name: String) -> Value? { members.value(named: name) }

  /// Most values are shown as they are.
  public func table(ofMember name: String) -> Table? { nil }

  /// Most values are no runs of a sweep.
  public func run(where settings: [String: Grid.Setting]) -> (any LessonValue)? { nil }
}

extension [Value.Member] {
  /// A value by the name that paths use, with a point before each value within a value.
  public func value(named name: String) -> Value? {
    var value: Value? = .record(self)
    for word in name.split(separator: ".", omittingEmptySubsequences: false) {
      guard case .record(let members)? = value else { return nil }
      value = members.first { $0.name == word }?.value
    }
    return value
  }
}

/// What is known of a value before it exists: enough to check everything that refers to it.
public protocol ValueOutline: Sendable {
  /// The values that the result will have.
  var fields: [Field] { get }

  /// The values that the result will have, when only some runs of a sweep are meant: of these, more may be known.
  func fields(where settings: [String: Grid.Setting]) -> [Field]

  /// The settings that each run of a sweep has one value of; none for other values.
  var axes: [Grid.VariedSetting] { get }

  /// What is known of the run that has these settings, one along each axis; nil if there is none.
  func run(where settings: [String: Grid.Setting]) -> (any ValueOutline)?

  /// Why the result has no value of a name that others of its kind have: "accuracies are for classes"; nil where there is
  /// nothing to say.
  func reason(ofMissing name: String) -> String?
}

extension ValueOutline {
  /// Most values are no runs of a sweep.
  public func fields(where settings: [String: Grid.Setting]) -> [Field] { fields }

  /// Most values are no runs of a sweep.
  public var axes: [Grid.VariedSetting] { [] }

  /// Most values are no runs of a sweep.
  public func run(where settings: [String: Grid.Setting]) -> (any ValueOutline)? { nil }

  /// Most values of a kind have the same names.
  public func reason(ofMissing name: String) -> String? { nil }
}

/// What a `Reference` can be to: one kind of value, or any of several.
public protocol Referable: Sendable {
  /// What is known before the run.
  associatedtype Outline: Sendable

  /// The kinds that fit, for messages.
  static var acceptedKinds: [String] { get }

  /// How a value of these kinds that is part of another one is named, for the reference: "of a sweep: rates[batch_size=32]".
  /// Nil if none is.
  static var nameWithinAnother: String? { get }

  /// The outline in this type's terms, or nil if the value is of another kind.
  static func outline(from outline: any ValueOutline) -> Outline?

  /// The value in this type's terms, or nil if it is of another kind.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled` says so, where that takes a look at much data.
  init?(value: any LessonValue, isCancelled: () -> Bool) throws(CancellationError)
}

extension Referable {
  /// Most values are whole ones.
  public static var nameWithinAnother: String? { nil }
}

extension LessonValue {
  /// A value is its own kind, and only that.
  public static var acceptedKinds: [String] { [kind] }

  /// The outline, if it is this type's.
  public static func outline(from outline: any ValueOutline) -> Outline? {
    outline as? Outline
  }

  /// The value itself, if it has this type.
  public init?(value: any LessonValue, isCancelled: () -> Bool) {
    guard let value = value as? Self else { return nil }
    self = value
  }
}

/// The result of a command that makes nothing to refer to, such as `plot`.
public struct NoValue: LessonValue, Codable {
  /// Nothing is known of nothing.
  public struct Outline: ValueOutline {
    /// There are no values.
    public var fields: [Field] { [] }

    /// The outline of nothing.
    public init() {}
  }

  /// What messages call it.
  public static let kind = "block without a value"
  /// There are no values.
  public var members: [Value.Member] { [] }
  /// Nothing is known of nothing.
  public var outline: Outline { Outline() }

  /// Nothing.
  public init() {}

  /// Nothing to show.
  public func display(rows: Int) -> [Output] { [] }
}
