/// One of several ways to do something, with settings of its own: an optimizer, a schedule of learning rates.
///
/// A rule is one file and one entry in the list of its family. Its settings are properties with defaults; what it declares of
/// them serves decoding, checking, suggestions and the reference alike.
public protocol Rule: Sendable {
  /// The word in lessons.
  static var name: String { get }
  /// What the rule does, in one sentence.
  static var summary: String { get }
  /// What lessons can set; nothing by default.
  static var settings: [RuleSetting<Self>] { get }

  /// The rule with the defaults of all its settings.
  init()
}

extension Rule {
  /// Most rules have no settings.
  public static var settings: [RuleSetting<Self>] { [] }
}

/// A rule that is one of a family.
public protocol FamilyRule<Member>: Rule {
  /// What all of the family are: `any Optimizer`.
  associatedtype Member: Sendable

  /// The rule as one of its family.
  var member: Member { get }
}

/// The rules among which a lesson chooses.
public protocol RuleFamily: Sendable {
  /// What they all are: `any Optimizer`.
  associatedtype Member: Sendable

  /// What each of them is: "an optimizer".
  static var noun: String { get }
  /// All of them, in the order of the reference; the first one is the usual one.
  static var rules: [any FamilyRule<Member>.Type] { get }
}
