import Execution
import Learning
import Notebook

/// An option of which each run of a sweep has one value: one of several, if there is a list of them.
struct SweptOption<Options> {
  /// Its name in paths, results and figures.
  let name: String
  /// The values of its list, in the order written; empty if it has none.
  let settings: [Grid.Setting]
  /// Where each of them stands.
  let places: [SourceRange]
  /// Where its value is written; nil if it is left out.
  let range: SourceRange?
  /// Gives some options one of the values, by its place in the list.
  let set: (inout Options, Int) -> Void

  var hasList: Bool { !settings.isEmpty }

  /// Where values stand that the list has further above, too.
  var repetitions: [SourceRange] {
    var seen: Set<Grid.Setting> = []
    return zip(settings, places).filter { !seen.insert($0.0).inserted }.map(\.1)
  }

  var axis: Grid.VariedSetting { Grid.VariedSetting(name: name, values: settings) }

  /// An option with its value or values, or none if it has no default and is left out.
  init<Value: SweptValue>(
    _ name: String, _ values: OneOrMany<Value>?, at range: SourceRange?,
    set: @escaping (inout Options, Value) -> Void
  ) {
    let listed = values.flatMap { $0.isList ? $0.values : nil } ?? []
    self.init(
      name: name, settings: listed.map(\.setting), places: values?.ranges ?? [], range: range
    ) { options, place in
      set(&options, listed[place])
    }
  }

  private init(
    name: String, settings: [Grid.Setting], places: [SourceRange], range: SourceRange?,
    set: @escaping (inout Options, Int) -> Void
  ) {
    self.name = name
    self.settings = settings
    self.places = places
    self.range = range
    self.set = set
  }

  /// The same option of options within others.
  func of<Outer>(_ inner: WritableKeyPath<Outer, Options>) -> SweptOption<Outer> {
    SweptOption<Outer>(name: name, settings: settings, places: places, range: range) {
      outer, place in set(&outer[keyPath: inner], place)
    }
  }
}

/// A value that runs of a sweep can differ in.
protocol SweptValue: OptionValue {
  /// The value as paths, results and figures have it.
  var setting: Grid.Setting { get }
}

extension Int: SweptValue {
  var setting: Grid.Setting { .number(Double(self)) }
}

extension Double: SweptValue {
  var setting: Grid.Setting { .number(self) }
}

extension Bool: SweptValue {
  /// "true" or "false".
  var setting: Grid.Setting { .word(String(self)) }
}

extension Activation: SweptValue {
  var setting: Grid.Setting { .word(rawValue) }
}

extension Initialization: SweptValue {
  /// "he" or "normal 0.01".
  var setting: Grid.Setting {
    switch self {
    case .normal(let deviation): .word("normal \(formattedSetting(deviation))")
    case .uniform(let bound): .word("uniform \(formattedSetting(bound))")
    default: .word(written ?? "")
    }
  }
}

extension RuleChoice: SweptValue {
  var setting: Grid.Setting { .word(shortName) }
}

extension LayerSize: SweptValue {
  var setting: Grid.Setting { units.map { .number(Double($0)) } ?? .word("auto") }
}
