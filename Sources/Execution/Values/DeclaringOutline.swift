/// An outline that declares the values of its results in one list, from which all that is asked about them follows.
public protocol DeclaringOutline: ValueOutline {
  /// The results.
  associatedtype Subject: LessonValue where Subject.Outline == Self

  /// The values that results have, in the order of results files; some exist only with certain options.
  static var values: [NamedValue<Subject>] { get }
}

extension DeclaringOutline {
  /// The values that the result will have.
  public var fields: [Field] { Self.values.fields(in: self) }

  /// Why the result has no value of a name.
  public func reason(ofMissing name: String) -> String? {
    Self.values.reason(ofMissing: name, in: self)
  }
}

extension LessonValue where Outline: DeclaringOutline, Outline.Subject == Self {
  /// The values that there are.
  public var members: [Value.Member] { Outline.values.members(of: self) }

  /// One value by the name that paths use.
  public func member(_ name: String) -> Value? { Outline.values.member(name, of: self) }
}

extension Command where Value.Outline: DeclaringOutline {
  /// The values as the outline declares them.
  public static var values: [ValueDeclaration] { Value.Outline.values.declarations() }
}
