import Notebook

/// Finds out before the run whether an expression makes sense: every name, member, index and setting in it.
struct ExpressionChecker {
  var reader: OptionReader

  var advice: ExpressionAdvice { ExpressionAdvice(reader: reader) }

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
          + advice.wayToANumber(in: shape, operand), at: operand.range)
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
          other == .text
          ? advice.wayToAText(in: shape, operand) : advice.wayToANumber(in: shape, operand)
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

  /// The number that an expression is whatever the run finds; nil for others.
  private func constant(_ expression: Expression) -> Double? { reader.settled(expression)?.number }
}

extension Shape {
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
