import Notebook

/// One run of a sweep in the place of a block's name: `rates[batch_size=32, learning_rate=0.1]`.
struct RunSelection {
  /// The sweep's name.
  let block: String
  /// A value for each setting that the sweep varies.
  let settings: [String: Grid.Setting]
  /// The run as figures and messages call it, with its settings in the order of the sweep.
  let name: String
  /// What is known of the run before it is made; nil when a mistake in the sweep leaves that open.
  let outline: (any ValueOutline)?

  /// The run that some words select; nil, with a diagnostic, if they do not select one.
  ///
  /// - Parameters:
  ///   - words: what stands there, with parameters by their names, so that their values keep their types.
  ///   - entry: the option that takes the run.
  static func read(
    _ words: String, at range: SourceRange, of entry: YAMLNode.Entry,
    with reader: inout OptionReader
  ) -> RunSelection? {
    let block = String(words.prefix { $0 != "[" && $0 != "." })
    let named = reader.names[block]
    let axes = named?.outline?.axes ?? []
    let mistake: Diagnostic
    do {
      let expression = try ExpressionParser.parse(
        words, labels: { _ in [] }, exampleOfRun: { _ in nil },
        placed: reader.places(in: words, at: range))
      var settings: [String: Grid.Setting] = [:]
      if case .path(let path) = expression {
        if !path.settings.isEmpty {
          return read(path, words, at: range, of: entry, with: &reader)
        }
        settings = Self.settings(ofRunAtPlaceIn: path, along: axes, with: reader)
      }
      let example = name(ofRunOf: block, axes, where: settings)
      let sentence = "a run of a sweep is named by all its settings, as in \(example)"
      mistake = .error(.wrongKind, sentence, at: range)
    } catch {
      mistake = .error(
        error.code, error.message, at: error.range, suggestion: error.suggestion)
    }
    if let named, named.outline == nil {
      // Something is wrong with the sweep, so that nobody knows what its runs are called.
      reader.dependencies.insert(named.block)
      return RunSelection(block: block, settings: [:], name: words, outline: nil)
    }
    reader.diagnostics.append(
      axes.isEmpty ? reader.names.problem(ofMissing: words, at: range) : mistake)
    return nil
  }

  private static func read(
    _ path: Expression.Path, _ words: String, at range: SourceRange, of entry: YAMLNode.Entry,
    with reader: inout OptionReader
  ) -> RunSelection? {
    let problemsBefore = reader.diagnostics.count
    var checker = ExpressionChecker(reader: reader)
    let selected = checker.checkRuns(of: path).ofOnlyRun
    let given = checker.reader.settled(path.settings)
    reader = checker.reader
    guard reader.diagnostics.count == problemsBefore else { return nil }
    let outline = reader.names[path.name]?.outline
    let settings = given.merging(onlySettings(along: outline?.axes ?? [])) { given, _ in given }
    let name = outline.map { Self.name(ofRunOf: path.name, $0.axes, where: settings) } ?? words
    if let behind = path.memberRange ?? path.indices.first?.range {
      reader.error(
        .wrongKind, "'\(entry.key)' is a whole run: nothing stands behind its settings", at: behind)
    } else if let computed = path.settings.first(where: { settings[$0.name] == nil }) {
      reader.error(
        .wrongKind, "which run this is has to be known before any runs: write a number or a word",
        at: computed.value.range)
    } else if case .grid(let open, _) = selected {
      reader.error(
        .wrongKind,
        "'\(entry.key)' is one run, and this leaves"
          + " \(listOfAll(open.filter { $0.values.count > 1 }.map { "'\($0.name)'" })) open:"
          + " name one such as \(name)", at: range)
    } else {
      return RunSelection(
        block: path.name, settings: settings, name: name, outline: outline?.run(where: settings))
    }
    return nil
  }

  /// The settings of the run that a path picks by its place, as formulas do with `rates.runs[1]`; none where there is no such
  /// run.
  private static func settings(
    ofRunAtPlaceIn path: Expression.Path, along axes: [Grid.VariedSetting],
    with reader: OptionReader
  ) -> [String: Grid.Setting] {
    guard
      let place = path.run ?? (path.member == Expression.Path.runs ? path.indices.first : nil)
    else { return [:] }
    var checker = ExpressionChecker(reader: reader)
    return checker.settings(ofRunAt: place, along: axes) ?? [:]
  }

  /// The settings that all runs have, so that no path needs to give them.
  private static func onlySettings(along axes: [Grid.VariedSetting]) -> [String: Grid.Setting] {
    let known = axes.filter { $0.values.count == 1 }.map { ($0.name, $0.values[0]) }
    return Dictionary(known) { first, _ in first }
  }

  /// The name of a run with some settings, and the first values of all others.
  static func name(
    ofRunOf block: String, _ axes: [Grid.VariedSetting],
    where settings: [String: Grid.Setting] = [:]
  ) -> String {
    let words = axes.compactMap { axis in
      (settings[axis.name] ?? axis.values.first).map { "\(axis.name)=\($0.inPath)" }
    }
    return "\(block)[\(words.joined(separator: ", "))]"
  }
}
