import Learning
import Testing

@Suite("Rules with settings")
struct RuleTests {
  private static let rules: [any Rule.Type] =
    Optimizers.rules.map { $0 } + Schedules.rules.map { $0 } + [EarlyStopping.self]

  @Test("keep each of them in a property of its own")
  func properties() {
    for rule in Self.rules { expectPropertiesOfTheirOwn(rule) }
  }

  private func expectPropertiesOfTheirOwn<Chosen: Rule>(_ rule: Chosen.Type) {
    let properties = rule.settings.compactMap { setting -> AnyKeyPath? in
      switch setting.kind {
      case .number(let property, _): property
      case .count(let property, _): property
      case .flag(let property): property
      case .word: nil
      }
    }
    #expect(Set(properties).count == properties.count, "\(rule.name)")
  }

  @Test("have defaults that a lesson could give")
  func defaults() {
    for rule in Self.rules { expectPossibleDefaults(rule) }
  }

  private func expectPossibleDefaults<Chosen: Rule>(_ type: Chosen.Type) {
    var rule = Chosen()
    for setting in type.settings {
      let isPossible =
        switch setting.kind {
        case .number(let property, .above(let lower)): rule[keyPath: property] > lower
        case .number(let property, .atLeast(let lower)): rule[keyPath: property] >= lower
        case .number(let property, .from(let lower, let upper)):
          (lower..<upper).contains(rule[keyPath: property])
        case .number(let property, .between(let lower, let upper)):
          (lower...upper).contains(rule[keyPath: property])
        case .count(let property, let least): rule[keyPath: property] >= least
        case .flag: true
        case .word(let words, let chosen, let choose):
          words.contains(chosen(rule)) && choose(chosen(rule), &rule)
        }
      #expect(isPossible, "\(type.name): \(setting.name)")
    }
  }

  @Test("choose among their words alone")
  func words() throws {
    var rule = Adam()
    let setting = try #require(Adam.settings.first { $0.name == "convention" })
    guard case .word(["pytorch", "keras"], _, let choose) = setting.kind else {
      Issue.record("the convention is one of two words")
      return
    }
    #expect(choose("keras", &rule) && rule.convention == .keras)
    #expect(!choose("kears", &rule) && rule.convention == .keras)
  }
}
