/// One of several ways to do something, with settings of its own: an optimizer, a schedule of learning rates.
///
/// A rule is one file and one entry in the list of its family. What it declares serves decoding, checking, suggestions and
/// the reference alike.
public protocol Rule: Sendable {
  /// The word in lessons.
  static var name: String { get }
  /// What the rule does, in one sentence.
  static var summary: String { get }
  /// Its settings with their defaults; none by default.
  static var settings: [RuleSetting] { get }

  /// The rule with its settings, all of them within their bounds.
  init(_ settings: RuleSettings)
}

extension Rule {
  /// Most rules have no settings.
  public static var settings: [RuleSetting] { [] }
}

/// The rules among which a lesson chooses.
public protocol RuleFamily: Sendable {
  /// What they all are: `any Optimizer`.
  associatedtype Member: Sendable

  /// What each of them is: "an optimizer".
  static var noun: String { get }
  /// All of them, in the order of the reference; the first one is the usual one.
  static var rules: [FamilyRule<Member>] { get }
}

/// A rule of a family before it has its settings.
public struct FamilyRule<Member: Sendable>: Sendable {
  /// What it is by itself.
  public let type: any Rule.Type
  /// The rule with its settings, as what it is in its family.
  public let make: @Sendable (RuleSettings) -> Member

  /// A rule, and how it is one of its family.
  init<Chosen: Rule>(_ type: Chosen.Type, as member: @escaping @Sendable (Chosen) -> Member) {
    self.type = type
    make = { member(Chosen($0)) }
  }
}

/// A setting of a rule: a number, a whole number, one of a few words or a flag.
public struct RuleSetting: Sendable {
  /// What values it takes, and which it has when the lesson is silent.
  public enum Kind: Sendable {
    case number(default: Double, RuleBounds)
    case count(default: Int, atLeast: Int)
    case word(default: String, among: [String])
    case flag(default: Bool)
  }

  /// The name in lessons.
  public let name: String
  /// What it takes.
  public let kind: Kind
  /// What it means, in one sentence.
  public let help: String

  /// A setting with its meaning.
  public init(_ name: String, _ kind: Kind, _ help: String) {
    self.name = name
    self.kind = kind
    self.help = help
  }
}

/// The numbers that a setting accepts.
public enum RuleBounds: Sendable {
  /// Numbers greater than this one.
  case above(Double)
  /// Numbers from this one on.
  case atLeast(Double)
  /// Numbers from the first up to, but without, the second.
  case from(Double, below: Double)
  /// Numbers from the first up to, and with, the second.
  case between(Double, Double)
}

/// The settings of a rule as a lesson gives them; those that it leaves out have their defaults.
public struct RuleSettings: Sendable {
  private var numbers: [String: Double] = [:]
  private var words: [String: String] = [:]

  /// The defaults of the declared settings.
  public init(defaultsOf declared: [RuleSetting]) {
    for setting in declared {
      switch setting.kind {
      case .number(let value, _): numbers[setting.name] = value
      case .count(let value, _): numbers[setting.name] = Double(value)
      case .flag(let value): numbers[setting.name] = value ? 1 : 0
      case .word(let value, _): words[setting.name] = value
      }
    }
  }

  /// Gives a number, a count or, as 0 or 1, a flag.
  public mutating func set(_ name: String, to number: Double) { numbers[name] = number }

  /// Gives a word.
  public mutating func set(_ name: String, to word: String) { words[name] = word }

  /// A declared number.
  func number(_ name: String) -> Double {
    guard let number = numbers[name] else { preconditionFailure("'\(name)' is declared a number") }
    return number
  }

  /// A declared count.
  func count(_ name: String) -> Int { Int(number(name)) }

  /// A declared flag.
  func flag(_ name: String) -> Bool { number(name) != 0 }

  /// A declared word.
  func word(_ name: String) -> String {
    guard let word = words[name] else { preconditionFailure("'\(name)' is declared a word") }
    return word
  }
}

extension Rule {
  /// The rule with the defaults of all its settings.
  public init() {
    self.init(RuleSettings(defaultsOf: Self.settings))
  }
}
