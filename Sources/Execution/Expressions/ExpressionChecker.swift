import Notebook

/// Finds out before the run whether an expression makes sense: every name, member, index and setting in it.
struct ExpressionChecker {
  var reader: OptionReader

  /// The shape of the expression's value; what is wrong goes to the reader's diagnostics.
  mutating func shape(of expression: Expression) -> Shape {
    switch expression {
    case .integer, .number: return .number
    case .text: return .text
    case .boolean: return .boolean
    case .parameter(let name, let range): return shape(ofParameter: name, at: range)
    case .path(let path): return shape(of: path)
    case .call(let function, let argument, _): return shape(of: function, applied: argument)
    case .negation(let operand, _): return requireNumbers(operand)
    case .arithmetic(_, let left, let right):
      return combine(requireNumbers(left), requireNumbers(right), at: expression.range)
    case .comparison(let comparison, let left, let right):
      compare(comparison, left, right)
      return .boolean
    case .approximation(let left, let right, let tolerance):
      for operand in [left, right, tolerance] { _ = requireNumber(operand) }
      checkSign(ofTolerance: tolerance)
      return .boolean
    case .range(let value, let lower, let upper):
      for operand in [value, lower, upper] { _ = requireNumber(operand) }
      checkOrder(lower, upper)
      return .boolean
    }
  }

  /// No number lies in a range whose greater end stands first.
  private mutating func checkOrder(_ lower: Expression, _ upper: Expression) {
    guard let first = constant(lower), let second = constant(upper), first > second else { return }
    reader.error(
      .outOfRange,
      "no number lies in this range: the smaller one stands first, as in"
        + " [\(formattedSetting(second)), \(formattedSetting(first))]",
      at: SourceRange(lower.range.lower, upper.range.upper))
  }

  /// Nothing is equal to anything up to less than nothing.
  private mutating func checkSign(ofTolerance tolerance: Expression) {
    guard let number = constant(tolerance), number < 0 else { return }
    reader.error(
      .outOfRange, "a tolerance is at least 0, not \(formattedSetting(number))",
      at: tolerance.range)
  }

  private mutating func shape(ofParameter name: String, at range: SourceRange) -> Shape {
    guard let value = reader.parameter(name, at: range) else { return .unknown }
    guard let scalar = value.scalar else {
      reader.error(
        .listParameter, "parameter '\(name)' is a list; a formula takes single values", at: range)
      return .unknown
    }
    if Parameter.kind(of: value) == .boolean { return .boolean }
    return scalar.decimal != nil ? .number : .text
  }

  /// The shape of one number or several; unknown, with a diagnostic, if there is something else among them.
  private mutating func requireNumbers(_ operand: Expression) -> Shape {
    let shape = shape(of: operand)
    guard let problem = shape.arithmeticProblem else { return shape }
    reader.error(.notANumber, problem, at: operand.range)
    return .unknown
  }

  private mutating func combine(_ left: Shape, _ right: Shape, at range: SourceRange) -> Shape {
    do throws(Shape.Mismatch) {
      return try left.combined(with: right)
    } catch {
      reader.error(.notASeries, error.message, at: range)
      return .unknown
    }
  }

  private mutating func requireNumber(_ operand: Expression) -> Shape {
    let shape = shape(of: operand).ofOnlyRun
    switch shape {
    case .number, .unknown: break
    case .series, .list, .grid:
      reader.error(
        .notANumber,
        "a single number is needed here, not \(shape.description)"
          + wayToANumber(in: shape, operand), at: operand.range)
    case .text, .boolean, .record, .block:
      reader.error(
        .notANumber, "a number is needed here, not \(shape.description)", at: operand.range)
    }
    return .number
  }

  private mutating func compare(
    _ comparison: Comparison, _ left: Expression, _ right: Expression
  ) {
    let shapes = [shape(of: left).ofOnlyRun, shape(of: right).ofOnlyRun]
    for (operand, shape, other) in [(left, shapes[0], shapes[1]), (right, shapes[1], shapes[0])] {
      switch shape {
      case .series, .list, .record, .grid, .block:
        let way =
          other == .text ? wayToAText(in: shape, operand) : wayToANumber(in: shape, operand)
        reader.error(
          .incomparable, "\(shape.description) cannot be compared\(way)", at: operand.range)
      case .boolean where operand.isClaim:
        reader.error(
          .incomparable, "a claim cannot be compared: let it stand by itself", at: operand.range)
      case .number, .text, .boolean, .unknown: break
      }
    }
    let both = SourceRange(left.range.lower, right.range.upper)
    if shapes.contains(.text), shapes.contains(.number) {
      reader.error(.incomparable, "a number and a text cannot be compared", at: both)
    } else if !left.isClaim, !right.isClaim, shapes.contains(.boolean) {
      checkTruth(comparison, shapes[0] == .boolean ? shapes[1] : shapes[0], at: both)
    }
  }

  /// What is true or false equals such values or not; it is neither smaller nor larger than they.
  private mutating func checkTruth(
    _ comparison: Comparison, _ other: Shape, at range: SourceRange
  ) {
    if other == .number || other == .text {
      reader.error(
        .incomparable, "\(other.description) is not compared with what is true or false", at: range)
    } else if comparison != .equal, comparison != .notEqual {
      reader.error(
        .incomparable, "true and false have no order: compare them with = or !=", at: range)
    }
  }

  /// How a text is got in the place of something else, as the end of a message: the name of a block may be meant as a word.
  private func wayToAText(in shape: Shape, _ operand: Expression) -> String {
    guard case .block = shape, case .path(let path) = operand else {
      return wayToANumber(in: shape, operand)
    }
    return ": a word in double quotes is text, \"\(path.name)\""
  }

  /// How a single number is got out of several, as the end of a message.
  private func wayToANumber(in shape: Shape, _ operand: Expression) -> String {
    switch shape {
    case .grid(let axes, let cell): ": \(wayToANumber(along: axes, in: cell, operand))"
    case .record: example(ofValueIn: operand).map { ": name one of them, such as \($0)" } ?? ""
    case .block: example(ofValueIn: operand).map { ": name one of its values, such as \($0)" } ?? ""
    default: ": pick a number with [-1], min(…) or the like"
    }
  }

  /// How one is got out of a value of a sweep: by all settings that the lesson leaves open.
  private func wayToANumber(
    along axes: [Grid.VariedSetting], in cell: Shape, _ operand: Expression
  ) -> String {
    var settings = axes.filter { $0.values.count > 1 }.map {
      "\($0.name)=\($0.values.first?.description ?? "…")"
    }
    if case .path(let path) = operand { settings = path.settings.map { "\($0.name)=…" } + settings }
    let run = "pick a run with [\(settings.joined(separator: ", "))]"
    return cell.element == nil
      ? "\(run), or a number with min(…) or the like"
      : "\(run) and a number with [-1], min(…) or the like"
  }

  /// The path to a value of a block, of several values within it or of one of a sweep's runs, to a curve if there is one; nil
  /// where no path leads on.
  private func example(ofValueIn operand: Expression) -> String? {
    guard case .path(let path) = operand else { return nil }
    var fields = reader.fields(ofBlockIn: operand)
    var whole = ""
    switch (path.member, path.indices.count) {
    case (nil, 0): break
    case (Expression.Path.runs, 1): fields = fields.filter(\.shape.isPerRun)
    case (let member?, 0):
      whole = "\(member)."
      fields = fields.filter { $0.name.hasPrefix(whole) }
    default: return nil
    }
    let field = fields.first { $0.shape.holdsSeries } ?? fields.first
    return field.map { "\(path).\($0.name.dropFirst(whole.count))" }
  }

  private mutating func shape(of function: ExpressionFunction, applied argument: Expression)
    -> Shape
  {
    if function.isAboutSoundness, case .path(let path) = argument, path.selectsRuns {
      checkRuns(of: path)
      return .boolean
    }
    if function.isOfEachNumber { return requireNumbers(argument) }
    let shape = shape(of: argument)
    if function.isAboutSoundness, shape == .number || isRun(shape, argument) { return .boolean }
    guard let element = shape.functionElement else {
      let possible = function.isAboutSoundness ? "a number, a series" : "a series"
      reader.error(
        .notASeries,
        "'\(function.rawValue)' is of \(possible) or a list, not of \(shape.description)",
        at: argument.range)
      return .unknown
    }
    if function.needsNumbers, !element.isNumeric {
      reader.error(
        .notANumber,
        "'\(function.rawValue)' is of numbers, and each element here is \(element.description)",
        at: argument.range)
      return .unknown
    }
    if function.isClaim { return .boolean }
    if function == .first || function == .last { return element }
    if case .grid(let axes, let cell) = shape, cell.element != nil {
      return .grid(axes: axes, of: .number)
    }
    return .number
  }

  /// Whether the argument is a block with curves, whose soundness can be asked as a whole.
  private func isRun(_ shape: Shape, _ argument: Expression) -> Bool {
    guard case .block = shape else { return false }
    return reader.fields(ofBlockIn: argument).contains { $0.shape.holdsSeries }
  }

  /// What is known of whole runs of a sweep, which settings select: a grid where these leave several.
  @discardableResult
  mutating func checkRuns(of path: Expression.Path) -> Shape {
    guard let named = reader.lookUp(path.name, at: path.nameRange), let kind = named.kind,
      let outline = named.outline
    else { return .unknown }
    let ofRuns = outline.fields.map(\.shape).first(where: \.isPerRun)
    return select(path.settings, from: ofRuns ?? .block(kind: kind), in: outline)
  }

  private mutating func shape(of path: Expression.Path) -> Shape {
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
    let fields = outline.fields(where: settled(path.settings))
    let member = path.run == nil ? path.member : Expression.Path.runs
    guard let member, let memberRange = path.run?.range ?? path.memberRange else {
      if !path.settings.isEmpty || !path.indices.isEmpty {
        reader.error(
          .missingValue, "name a value of '\(path.name)' here\(examples(of: fields, for: ""))",
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
    let example = example(ofValueIn: .path(path)).map { ", such as \($0)" } ?? ""
    reader.error(.missingValue, "name a value of '\(member)' here\(example)", at: range)
  }

  private mutating func report(
    missing member: String, in fields: [Field], of owner: String, _ outline: any ValueOutline,
    _ range: SourceRange
  ) {
    let reason = outline.reason(ofMissing: member).map { ": \($0)" }
    let hint = suggestion(for: member, among: reason == nil ? fields.map(\.name) : [])
    let known = reason ?? (hint.isEmpty ? examples(of: fields, for: member) : "\(hint)")
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
      let place = settled(index.number)?.number.map({ Int($0) })
    else { return nil }
    let settings = Grid(axes: axes, cells: []).settings(ofCell: place < 0 ? count + place : place)
    return Dictionary(zip(axes.map(\.name), settings)) { first, _ in first }
  }

  private mutating func elements(of shape: Shape, at indices: [Expression.Path.Index]) -> Shape {
    var shape = shape
    for index in indices { shape = element(of: shape, at: index) }
    return shape
  }

  /// What there is to choose from; of values within values, those of the one that was named.
  private func examples(of fields: [Field], for member: String) -> String {
    if fields.isEmpty { return "; it has no values" }
    let whole = member.split(separator: ".").dropLast().joined(separator: ".") + "."
    let within = fields.map(\.name).filter { $0.hasPrefix(whole) }
    let names = within.isEmpty ? fields.map(\.name).filter { !$0.contains(".") } : within
    return "; it has \(listOfAlternatives(names))"
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
    if let value = settled(setting.value), !axis.values.contains(value) {
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

  /// The settings that are certain before the run.
  func settled(_ settings: [Expression.Path.Setting]) -> [String: Grid.Setting] {
    let known = settings.compactMap { setting in
      settled(setting.value).map { (setting.name, $0) }
    }
    return Dictionary(known) { first, _ in first }
  }

  /// What an expression is whatever the run finds.
  private func settled(_ expression: Expression) -> Grid.Setting? {
    switch expression {
    case .integer(let integer, _): .number(Double(integer))
    case .number(let number, _): .number(number)
    case .text(let text, _): .word(text)
    case .boolean(let flag, _): .word(String(flag))
    case .parameter(let name, _):
      reader.parameters[name]?.scalar.map { scalar in
        scalar.decimal.map { .number($0) } ?? .word(scalar.text)
      }
    case .negation(let operand, _): constant(operand).map { .number(-$0) }
    default: nil
    }
  }

  private func constant(_ expression: Expression) -> Double? { settled(expression)?.number }

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
    guard let value = settled(number) else { return nil }
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

  /// What a function is given one after the other; of a sweep's runs with one value each, these values. Nil when there are
  /// no elements.
  fileprivate var functionElement: Shape? {
    if case .grid(_, let cell) = self, cell.element == nil { return cell }
    return element
  }

  /// Whether it is, or may be, a number, or one per combination.
  fileprivate var isNumeric: Bool {
    switch self {
    case .number, .unknown: true
    case .grid(_, let cell): cell.isNumeric
    default: false
    }
  }
}

extension Expression.Path {
  /// Whether it stands for whole runs of a sweep: `rates[batch_size=32]`.
  fileprivate var selectsRuns: Bool { member == nil && !settings.isEmpty && indices.isEmpty }
}

extension OptionReader {
  /// What is known of all values of the block that a path begins with; nothing for other formulas, and for a block that is
  /// wrong itself.
  public func fields(ofBlockIn expression: Expression) -> [Field] {
    guard case .path(let path) = expression else { return [] }
    return names[path.name]?.outline?.fields ?? []
  }

  /// What one of the runs of a sweep is called; nil for other blocks, and for one that is wrong itself.
  func exampleOfRun(ofBlockNamed name: String) -> String? {
    guard let axes = names[name]?.outline?.axes, !axes.isEmpty else { return nil }
    return RunSelection.name(ofRunOf: name, axes)
  }

  /// What the elements of a path stand for, one after the other, such as classes; empty where that is not known.
  func labels(ofElementsOf path: Expression.Path) -> [String] {
    let field = fields(ofBlockIn: .path(path)).first { $0.name == path.member }
    return field?.dimensions.dropFirst(path.indices.count).first?.labels ?? []
  }
}
