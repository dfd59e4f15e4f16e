/// A property of a rule that lessons can set: a number, a whole number, a flag or one of a few words.
public struct RuleSetting<Chosen: Rule>: Sendable {
  /// Which property it is, and the values that it takes.
  public enum Kind: Sendable {
    case number(any WritableKeyPath<Chosen, Double> & Sendable, RuleBounds)
    case count(any WritableKeyPath<Chosen, Int> & Sendable, atLeast: Int)
    case flag(any WritableKeyPath<Chosen, Bool> & Sendable)
    /// `choose` says whether there is such a word.
    case word(
      among: [String], chosen: @Sendable (Chosen) -> String,
      choose: @Sendable (String, inout Chosen) -> Bool)
  }

  /// The name in lessons.
  public let name: String
  /// What it takes.
  public let kind: Kind
  /// What it means, in one sentence.
  public let help: String

  /// A number within bounds.
  init(
    _ name: String, _ property: any WritableKeyPath<Chosen, Double> & Sendable,
    _ bounds: RuleBounds, _ help: String
  ) {
    self.init(name: name, kind: .number(property, bounds), help: help)
  }

  /// A whole number.
  init(
    _ name: String, _ property: any WritableKeyPath<Chosen, Int> & Sendable, atLeast least: Int,
    _ help: String
  ) {
    self.init(name: name, kind: .count(property, atLeast: least), help: help)
  }

  /// A flag.
  init(
    _ name: String, _ property: any WritableKeyPath<Chosen, Bool> & Sendable, _ help: String
  ) {
    self.init(name: name, kind: .flag(property), help: help)
  }

  /// One of the words of a type.
  init<Word: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ property: any WritableKeyPath<Chosen, Word> & Sendable, _ help: String
  ) {
    self.init(
      name: name,
      kind: .word(
        among: Word.allCases.map(\.rawValue), chosen: { $0[keyPath: property].rawValue },
        choose: { text, rule in
          guard let word = Word(rawValue: text) else { return false }
          rule[keyPath: property] = word
          return true
        }),
      help: help)
  }

  private init(name: String, kind: Kind, help: String) {
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
