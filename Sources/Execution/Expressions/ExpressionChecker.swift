import Notebook

/// Finds out before the run whether an expression makes sense: every name, member, index and setting in it.
struct ExpressionChecker {
  var reader: OptionReader

  /// The shape of the expression's value; what is wrong goes to the reader's diagnostics.
  mutating func shape(of expression: Expression) -> Shape {
    switch expression {
    case .number: return .number
    case .text: return .text
    case .parameter(let name, let range): return shape(ofParameter: name, at: range)
    case .path(let path): return shape(of: path)
    case .call(let function, let argument, _): return shape(of: function, applied: argument)
    case .negation(let operand, _): return requireNumber(operand)
    case .arithmetic(_, let left, let right):
      _ = requireNumber(left)
      return requireNumber(right)
    case .comparison(_, let left, let right):
      compare(left, right)
      return .boolean
    case .approximation(let left, let right, let tolerance):
      for operand in [left, right, tolerance] { _ = requireNumber(operand) }
      return .boolean
    case .range(let value, let lower, let upper):
      for operand in [value, lower, upper] { _ = requireNumber(operand) }
      return .boolean
    }
  }

  private mutating func shape(ofParameter name: String, at range: SourceRange) -> Shape {
    guard let value = reader.parameter(name, at: range) else { return .unknown }
    guard let scalar = value.scalar else {
      reader.error(
        .listParameter, "parameter '\(name)' is a list; a formula takes single values", at: range)
      return .unknown
    }
    return scalar.decimal != nil ? .number : .text
  }

  private mutating func requireNumber(_ operand: Expression) -> Shape {
    let shape = shape(of: operand)
    switch shape {
    case .number, .unknown: break
    case .series, .list, .grid:
      reader.error(
        .notANumber,
        "a single number is needed here, not \(shape.description): pick one with [-1], min(…) or"
          + " the like", at: operand.range)
    case .text, .boolean, .record, .block:
      reader.error(
        .notANumber, "a number is needed here, not \(shape.description)", at: operand.range)
    }
    return .number
  }

  private mutating func compare(_ left: Expression, _ right: Expression) {
    let shapes = [shape(of: left), shape(of: right)]
    for (shape, operand) in zip(shapes, [left, right]) {
      switch shape {
      case .series, .list, .record, .grid, .block:
        reader.error(
          .incomparable,
          "\(shape.description) cannot be compared: pick a number with [-1], min(…) or the like",
          at: operand.range)
      default: break
      }
    }
    if shapes.contains(.text), shapes.contains(.number) {
      reader.error(
        .incomparable, "a number and a text cannot be compared",
        at: SourceRange(left.range.lower, right.range.upper))
    }
  }

  private mutating func shape(of function: ExpressionFunction, applied argument: Expression)
    -> Shape
  {
    let shape = shape(of: argument)
    if function == .abs {
      if shape != .number, shape != .unknown {
        reader.error(
          .notANumber, "'abs' is of a number, not of \(shape.description)", at: argument.range)
      }
      return .number
    }
    if function.isAboutSoundness, case .block = shape, hasSeries(argument) { return .boolean }
    guard let element = shape.element else {
      if case .grid = shape { return function.isClaim ? .boolean : .number }
      reader.error(
        .notASeries, "'\(function.rawValue)' is of a series or a list, not of \(shape.description)",
        at: argument.range)
      return .unknown
    }
    if function.isClaim { return .boolean }
    if function == .first || function == .last { return element }
    if case .grid(let axes, _) = shape { return .grid(axes: axes, of: .number) }
    return .number
  }

  /// Whether the argument is a block with curves, whose soundness can be asked as a whole.
  private func hasSeries(_ argument: Expression) -> Bool {
    guard case .path(let path) = argument, let outline = reader.names[path.name]?.outline else {
      return false
    }
    return outline.fields.contains { $0.shape.holdsSeries }
  }

  private mutating func shape(of path: Expression.Path) -> Shape {
    guard let named = reader.lookUp(path.name, at: path.nameRange), let kind = named.kind,
      let outline = named.outline
    else { return .unknown }
    let fields = outline.fields
    guard let member = path.member, let memberRange = path.memberRange else {
      if !path.settings.isEmpty || !path.indices.isEmpty {
        reader.error(
          .missingValue, "name a value of '\(path.name)' here\(examples(of: fields, for: ""))",
          at: path.range)
        return .unknown
      }
      return .block(kind: kind)
    }
    guard let field = fields.first(where: { $0.name == member }) else {
      let reason = outline.reason(ofMissing: member).map { ": \($0)" }
      let hint = suggestion(for: member, among: reason == nil ? fields.map(\.name) : [])
      let known = reason ?? (hint.isEmpty ? examples(of: fields, for: member) : "\(hint)")
      reader.error(
        .unknownValue, "'\(path.name)', \(withArticle(kind)), has no '\(member)'\(known)",
        at: memberRange,
        suggestion: hint)
      return .unknown
    }
    var shape = select(path.settings, from: field.shape)
    for index in path.indices { shape = element(of: shape, at: index) }
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

  private mutating func select(_ settings: [Expression.Path.Setting], from shape: Shape) -> Shape {
    if settings.isEmpty { return shape }
    guard case .grid(var axes, let cell) = shape else {
      if shape != .unknown {
        reader.error(
          .unknownSetting, "only a sweep's runs are selected by settings", at: settings[0].nameRange
        )
      }
      return .unknown
    }
    for setting in settings {
      guard let axis = axes.first(where: { $0.name == setting.name }) else {
        let hint = suggestion(for: setting.name, among: axes.map(\.name))
        reader.error(
          .unknownSetting, "the sweep does not vary '\(setting.name)'\(hint)",
          at: setting.nameRange,
          suggestion: hint)
        return .unknown
      }
      _ = requireNumber(setting.value)
      if let value = constant(setting.value), !axis.values.contains(value) {
        reader.error(
          .unknownSetting,
          "the sweep has no \(axis.name)=\(formattedSetting(value)); it has"
            + " \(listOfAlternatives(axis.values.map(formattedSetting)))", at: setting.value.range)
        return .unknown
      }
      axes.removeAll { $0.name == axis.name }
    }
    return axes.isEmpty ? cell : .grid(axes: axes, of: cell)
  }

  private func constant(_ expression: Expression) -> Double? {
    switch expression {
    case .number(let number, _): number
    case .parameter(let name, _): reader.parameters[name]?.scalar?.decimal
    case .negation(let operand, _): constant(operand).map { -$0 }
    default: nil
    }
  }

  private mutating func element(of shape: Shape, at index: Expression.Path.Index) -> Shape {
    guard let element = shape.element else {
      reader.error(.noElements, "\(shape.description) has no elements", at: index.range)
      return .unknown
    }
    if let count = shape.count, index.number >= count || index.number < -count {
      reader.error(.noElements, "there are only \(count) elements", at: index.range)
      return .unknown
    }
    return element
  }
}
