import Notebook

// What the paths of an expression name: values of blocks, runs of sweeps, and elements of both.
extension ExpressionChecker {
  /// What is known of whole runs of a sweep, which settings select: a grid where these leave several.
  @discardableResult
  mutating func checkRuns(of path: Expression.Path) -> Shape {
    guard let named = reader.lookUp(path.name, at: path.nameRange), let kind = named.kind,
      let outline = named.outline
    else { return .unknown }
    let ofRuns = outline.fields.map(\.shape).first(where: \.isPerRun)
    return select(path.settings, from: ofRuns ?? .block(kind: kind), in: outline)
  }

  mutating func shape(of path: Expression.Path) -> Shape {
    guard let named = reader.lookUp(path.name, at: path.nameRange), let kind = named.kind,
      let outline = named.outline
    else { return .unknown }
    if let run = path.run, !outline.axes.isEmpty {
      let runs = Shape.list(count: nil, of: .record)
      if select(path.settings, from: runs, of: Expression.Path.runs, in: outline) == .unknown {
        return .unknown
      }
      return elements(of: shape(ofValueOf: run, in: path, outline), at: path.indices)
    }
    let fields = outline.fields(where: reader.settled(path.settings))
    let member = path.run == nil ? path.member : Expression.Path.runs
    guard let member, let memberRange = path.run?.range ?? path.memberRange else {
      if !path.settings.isEmpty || !path.indices.isEmpty {
        reader.error(
          .missingValue,
          "name a value of '\(path.name)' here\(advice.examples(of: fields, for: ""))",
          at: path.range)
        return .unknown
      }
      return .block(kind: kind)
    }
    guard let field = fields.first(where: { $0.name == member }) else {
      let owner = "'\(path.name)', \(withArticle(kind)),"
      report(missing: member, in: fields, of: owner, outline, memberRange)
      return .unknown
    }
    if !path.settings.isEmpty, let part = fields.first(where: { $0.name.hasPrefix("\(member).") }) {
      check(path, withPart: part, of: member, at: memberRange, outline)
      return .unknown
    }
    let selected = select(path.settings, from: field.shape, of: member, in: outline)
    return elements(of: selected, at: path.indices)
  }

  /// Settings select from one value, and not from several with one name.
  private mutating func check(
    _ path: Expression.Path, withPart part: Field, of member: String, at range: SourceRange,
    _ outline: any ValueOutline
  ) {
    guard select(path.settings, from: part.shape, of: member, in: outline) != .unknown else {
      return
    }
    let example = advice.example(ofValueIn: .path(path)).map { ", such as \($0)" } ?? ""
    reader.error(.missingValue, "name a value of '\(member)' here\(example)", at: range)
  }

  private mutating func report(
    missing member: String, in fields: [Field], of owner: String, _ outline: any ValueOutline,
    _ range: SourceRange
  ) {
    let reason = outline.reason(ofMissing: member).map { ": \($0)" }
    let hint = suggestion(for: member, among: reason == nil ? fields.map(\.name) : [])
    let known = reason ?? (hint.isEmpty ? advice.examples(of: fields, for: member) : "\(hint)")
    reader.error(
      .unknownValue, "\(owner) has no '\(member)'\(known)", at: range, suggestion: hint)
  }

  /// What is known of a value of the run that stands at a place among a sweep's runs: of one of its settings, or of what it
  /// has as any run.
  private mutating func shape(
    ofValueOf run: Expression.Path.Index, in path: Expression.Path, _ outline: any ValueOutline
  ) -> Shape {
    guard let member = path.member, let range = path.memberRange,
      let settings = settings(ofRunAt: run, along: outline.axes)
    else { return .unknown }
    if let setting = settings[member] { return setting.number == nil ? .text : .number }
    guard let outline = outline.run(where: settings) else { return .unknown }
    guard let field = outline.fields.first(where: { $0.name == member }) else {
      report(missing: member, in: outline.fields, of: "a run of '\(path.name)'", outline, range)
      return .unknown
    }
    return field.shape
  }

  /// The settings of the run that stands at a place among those of a sweep; nil, with a diagnostic, if there is none.
  mutating func settings(
    ofRunAt index: Expression.Path.Index, along axes: [Grid.VariedSetting]
  ) -> [String: Grid.Setting]? {
    let count = axes.reduce(1) { $0 * $1.values.count }
    guard element(of: .list(count: count, of: .record), at: index) == .record,
      let place = reader.settled(index.number)?.number.map({ Int($0) })
    else { return nil }
    let settings = Grid(axes: axes, cells: []).settings(ofCell: place < 0 ? count + place : place)
    return Dictionary(zip(axes.map(\.name), settings)) { first, _ in first }
  }

  private mutating func elements(of shape: Shape, at indices: [Expression.Path.Index]) -> Shape {
    var shape = shape
    for index in indices { shape = element(of: shape, at: index) }
    return shape
  }

  /// What settings leave of a value; unknown, with diagnostics, if one of them does not fit.
  ///
  /// - Parameter member: the name of the value; nil for whole runs.
  private mutating func select(
    _ settings: [Expression.Path.Setting], from shape: Shape, of member: String? = nil,
    in outline: any ValueOutline
  ) -> Shape {
    if settings.isEmpty || shape == .unknown { return shape }
    var (axes, cell) = shape.alongSettings
    guard !axes.isEmpty || !outline.axes.isEmpty else {
      reader.error(
        .unknownSetting, "only a sweep's runs are selected by settings", at: settings[0].nameRange)
      return .unknown
    }
    let needless = Set(outline.axes.map(\.name)).subtracting(axes.map(\.name))
    var fitCount = 0
    for (index, setting) in settings.enumerated() {
      if let member, needless.contains(setting.name) {
        reader.error(
          .unknownSetting,
          "'\(member)' does not depend on '\(setting.name)': leave this setting out",
          at: setting.nameRange)
      } else if check(setting, after: settings[..<index], along: axes) {
        fitCount += 1
      }
      axes.removeAll { $0.name == setting.name }
    }
    guard fitCount == settings.count else { return .unknown }
    return axes.isEmpty ? cell : .grid(axes: axes, of: cell)
  }

  /// Whether a setting fits one of the axes that those before it leave.
  private mutating func check(
    _ setting: Expression.Path.Setting, after earlier: ArraySlice<Expression.Path.Setting>,
    along axes: [Grid.VariedSetting]
  ) -> Bool {
    if earlier.contains(where: { $0.name == setting.name }) {
      reader.error(
        .duplicateKey, "the setting '\(setting.name)' is given twice", at: setting.nameRange)
      return false
    }
    guard let axis = axes.first(where: { $0.name == setting.name }) else {
      let hint = suggestion(for: setting.name, among: axes.map(\.name))
      reader.error(
        .unknownSetting, "the sweep does not vary '\(setting.name)'\(hint)",
        at: setting.nameRange, suggestion: hint)
      return false
    }
    let value = self.shape(of: setting.value)
    if ![.number, .text, .boolean, .unknown].contains(value) {
      reader.error(
        .notANumber, "a number or a word is needed here, not \(value.description)",
        at: setting.value.range)
      return false
    }
    if let value = reader.settled(setting.value), !axis.values.contains(value) {
      report(value, ofNoRunAlong: axis, at: setting.value.range)
      return false
    }
    return true
  }

  private mutating func report(
    _ value: Grid.Setting, ofNoRunAlong axis: Grid.VariedSetting, at range: SourceRange
  ) {
    let known = axis.values.map(\.description)
    let hint: Suggestion? =
      if case .word(let word) = value { suggestion(for: word, among: known) } else { nil }
    reader.error(
      .unknownSetting,
      "the sweep has no \(axis.name)=\(value); it has \(listOfAlternatives(known))", at: range,
      suggestion: hint)
  }

  private mutating func element(of shape: Shape, at index: Expression.Path.Index) -> Shape {
    guard let element = shape.element else {
      reader.error(.noElements, "\(shape.description) has no elements", at: index.range)
      return .unknown
    }
    guard let place = wholeNumber(index.number) else { return .unknown }
    if let count = shape.count, !(-count..<count).contains(place) {
      reader.error(.noElements, "there are only \(count) elements", at: index.range)
      return .unknown
    }
    return element
  }

  /// The whole number that picks an element, or nil with a diagnostic.
  private mutating func wholeNumber(_ number: Expression) -> Int? {
    _ = shape(of: number)
    // A parameter that does not exist, or has no negative, is told of already.
    guard let value = reader.settled(number) else { return nil }
    if let whole = value.number.flatMap({ Int(exactly: $0) }) { return whole }
    reader.error(.notANumber, "an index is a whole number, not '\(value)'", at: number.range)
    return nil
  }
}

extension Shape {
  /// The settings that there is a value for each combination of, none if there is a single one, and what each is.
  fileprivate var alongSettings: (axes: [Grid.VariedSetting], cell: Shape) {
    if case .grid(let axes, let cell) = self { (axes, cell) } else { ([], self) }
  }
}
