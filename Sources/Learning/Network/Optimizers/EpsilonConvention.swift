/// Where the number that keeps a divisor from 0 is added: frameworks disagree, which shows where gradients are tiny.
enum EpsilonConvention: String, CaseIterable {
  case pytorch
  case keras

  static let setting = RuleSetting(
    "convention", .word(default: pytorch.rawValue, among: allCases.map(\.rawValue)),
    "Whose place of epsilon is followed.")

  init(_ settings: RuleSettings) {
    guard let convention = Self(rawValue: settings.word("convention")) else {
      preconditionFailure("the setting is one of the conventions")
    }
    self = convention
  }
}
