import Notebook

/// Computes expressions from the values of blocks that have run.
public struct ExpressionEvaluator: Sendable {
  private let values: [String: any LessonValue]
  private let parameters: [String: YAMLNode]

  init(values: [String: any LessonValue], parameters: [String: YAMLNode]) {
    self.values = values
    self.parameters = parameters
  }

  /// The expression's value.
  public func value(of expression: Expression) throws(ExpressionProblem) -> Value {
    switch expression {
    case .integer(let integer, _): return .integer(integer)
    case .number(let number, _): return .number(number)
    case .text(let text, _): return .text(text)
    case .boolean(let flag, _): return .boolean(flag)
    case .parameter(let name, let range): return try parameter(name, at: range)
    case .path(let path): return try value(of: path)
    case .call(let function, .path(let path), _)
    where path.member == nil && function.isAboutSoundness:
      return .boolean((try flaw(ofRunsIn: path) == nil) == (function == .finite))
    case .call(let function, let argument, let range):
      return try apply(function, to: try value(of: argument), at: range)
    case .negation(let negated, _):
      return try value(of: negated).mapNumbers(at: negated.range) { $0.changed(by: -) }
    case .arithmetic(let operation, let left, let right):
      let first = try value(of: left)
      return try first.combined(with: value(of: right), at: expression.range) { left, right in
        .computed(by: operation, left, right)
      }
    case .comparison, .approximation, .range:
      return .boolean(try holds(expression))
    }
  }

  /// The whole value of a block.
  public func block(named name: String) -> (any LessonValue)? {
    values[name]
  }

  /// Whether a claim is true; a comparison with something that is not a number never is.
  public func holds(_ claim: Expression) throws(ExpressionProblem) -> Bool {
    switch claim {
    case .comparison(let comparison, let left, let right):
      return try compare(comparison, left, right)
    case .approximation(let left, let right, let tolerance):
      let difference = try number(left) - (try number(right))
      return difference.magnitude <= (try number(tolerance))
    case .range(let value, let lower, let upper):
      let number = try number(value)
      let (least, greatest) = (try self.number(lower), try self.number(upper))
      return number >= least && number <= greatest
    default:
      guard case .boolean(let flag) = try value(of: claim) else {
        throw ExpressionProblem("this is neither true nor false", claim.range)
      }
      return flag
    }
  }

  private func compare(
    _ comparison: Comparison, _ left: Expression, _ right: Expression
  ) throws(ExpressionProblem) -> Bool {
    let leftValue = try value(of: left).ofOnlyRun
    let rightValue = try value(of: right).ofOnlyRun
    if let first = leftValue.asNumber, let second = rightValue.asNumber {
      return comparison.holds(first, second)
    }
    if case .text(let first) = leftValue, case .text(let second) = rightValue {
      return comparison.holds(first, second)
    }
    if case .boolean(let first) = leftValue, case .boolean(let second) = rightValue {
      return (first == second) == (comparison == .equal)
    }
    throw ExpressionProblem(
      "these two cannot be compared", SourceRange(left.range.lower, right.range.upper))
  }

  private func number(_ expression: Expression) throws(ExpressionProblem) -> Double {
    guard let number = try value(of: expression).ofOnlyRun.asNumber else {
      throw ExpressionProblem("a single number is needed here", expression.range)
    }
    return number
  }

  private func parameter(
    _ name: String, at range: SourceRange
  ) throws(ExpressionProblem) -> Value {
    guard let value = parameters[name], let scalar = value.scalar else {
      throw ExpressionProblem("parameter '\(name)' is not a single value", range)
    }
    if Parameter.kind(of: value) == .boolean { return .boolean(scalar.text == "true") }
    if let integer = scalar.integer { return .integer(integer) }
    return scalar.decimal.map { .number($0) } ?? .text(scalar.text)
  }

  private func value(of path: Expression.Path) throws(ExpressionProblem) -> Value {
    guard let block = values[path.name] else {
      throw ExpressionProblem("'\(path.name)' has no result", path.nameRange, .notRun)
    }
    guard let member = path.member, var value = try self.value(of: member, of: block, path.run)
    else {
      throw ExpressionProblem(
        "'\(path.name)' has no '\(path.member ?? "")' in this run", path.range, .unknownValue)
    }
    if !path.settings.isEmpty {
      guard case .grid(let grid) = value else {
        throw ExpressionProblem("only a sweep's runs are selected by settings", path.range)
      }
      value = grid.selecting(try fixed(path.settings))
    }
    for index in path.indices {
      value = try element(of: value, at: try place(of: index), index.range)
    }
    return value
  }

  /// A value of a block, or of the run that stands at a place among those of a sweep; nil if it has none of that name.
  private func value(
    of member: String, of block: any LessonValue, _ run: Expression.Path.Index?
  ) throws(ExpressionProblem) -> Value? {
    guard let run else { return block.member(member) }
    guard let runs = block.member(Expression.Path.runs) else { return nil }
    guard case .record(let members) = try element(of: runs, at: try place(of: run), run.range)
    else { return nil }
    return members.value(named: member)
  }

  private func place(of index: Expression.Path.Index) throws(ExpressionProblem) -> Int {
    guard let place = Int(exactly: try number(index.number)) else {
      throw ExpressionProblem("an index is a whole number", index.number.range)
    }
    return place
  }

  /// What settings are fixed to, by their names.
  private func fixed(
    _ settings: [Expression.Path.Setting]
  ) throws(ExpressionProblem) -> [String: Grid.Setting] {
    var fixed: [String: Grid.Setting] = [:]
    for setting in settings {
      guard let value = Grid.Setting(try value(of: setting.value)) else {
        throw ExpressionProblem("a number or a word is needed here", setting.value.range)
      }
      fixed[setting.name] = value
    }
    return fixed
  }

  private func element(
    of value: Value, at place: Int, _ range: SourceRange
  ) throws(ExpressionProblem) -> Value {
    switch value {
    case .grid(let grid):
      return .grid(
        try grid.eachRun { cell throws(ExpressionProblem) in
          try element(of: cell, at: place, range)
        })
    case .series(let series):
      guard let number = series.number(at: place) else {
        let reason = series.breakWords.map { ", \($0)" } ?? ""
        throw ExpressionProblem(
          "there are only \(series.values.count) elements\(reason)", range, .noElements)
      }
      return .number(number)
    default:
      guard let elements = value.elements else {
        throw ExpressionProblem("this value has no elements", range, .noElements)
      }
      let position = place < 0 ? elements.count + place : place
      guard elements.indices.contains(position) else {
        throw ExpressionProblem("there are only \(elements.count) elements", range, .noElements)
      }
      return elements[position]
    }
  }
}

// MARK: - Functions

extension ExpressionEvaluator {
  /// What is not finite in a block, or in the runs of it that settings select; nil if all their curves are finite to their
  /// ends.
  func flaw(ofRunsIn path: Expression.Path) throws(ExpressionProblem) -> String? {
    guard let block = values[path.name] else {
      throw ExpressionProblem("'\(path.name)' has no result", path.nameRange, .notRun)
    }
    let fixed = try fixed(path.settings)
    return block.fields.lazy.compactMap { field -> String? in
      guard let value = block.member(field.name) else { return nil }
      if fixed.isEmpty {
        return value.flaw.map { value.asNumber == nil ? $0 : "\(field.name): \($0)" }
      }
      // What is no value of each run belongs to all of them, as does what lacks one of the settings.
      guard case .grid(let grid) = value, grid.varies(fixed.keys) else { return nil }
      return grid.selecting(fixed).flaw
    }.first
  }
}

extension ExpressionEvaluator {
  private func apply(
    _ function: ExpressionFunction, to value: Value, at range: SourceRange
  ) throws(ExpressionProblem) -> Value {
    // Whatever is not finite diverges, so the runs of a sweep are not asked one by one.
    if case .grid(let grid) = value, !function.isAboutSoundness, !function.isOfEachNumber {
      return try apply(function, toRunsOf: grid, at: range)
    }
    switch function {
    case .finite: return .boolean(value.flaw == nil)
    case .diverges: return .boolean(value.flaw != nil)
    case .abs: return try value.mapNumbers(at: range) { $0.changed(by: \.magnitude) }
    // IEEE 754 rounds the root correctly, so every machine has the same.
    case .sqrt:
      return try value.mapNumbers(at: range) { .number(($0.asNumber ?? .nan).squareRoot()) }
    case .length: return .integer(try elements(of: value, for: function, at: range).count)
    case .first: return try element(of: value, at: 0, range)
    case .last: return try element(of: value, at: -1, range)
    case .mean:
      let numbers = try numbers(of: value, for: function, at: range)
      return .number(numbers.reduce(0, +) / Double(numbers.count))
    case .min, .max:
      let numbers = try numbers(of: value, for: function, at: range)
      let index = indexOfExtreme(numbers, isLowest: function == .min)
      return index.flatMap { value.elements?[$0] } ?? .number(.nan)
    case .argmin, .argmax:
      let numbers = try numbers(of: value, for: function, at: range)
      let index = indexOfExtreme(numbers, isLowest: function == .argmin)
      return index.map { .integer(positions(of: value)?[$0] ?? $0) } ?? .number(.nan)
    case .decreasing, .increasing:
      _ = try numbers(of: value, for: function, at: range)
      return .boolean(value.disorder(isFalling: function == .decreasing) == nil)
    }
  }

  /// Of the numbers of all runs, if each has one, else of each run.
  private func apply(
    _ function: ExpressionFunction, toRunsOf grid: Grid, at range: SourceRange
  ) throws(ExpressionProblem) -> Value {
    if grid.cells.allSatisfy({ $0.asNumber != nil }) {
      return try apply(function, to: .list(grid.cells), at: range)
    }
    let results = try grid.eachRun { cell throws(ExpressionProblem) in
      try apply(function, to: cell, at: range)
    }
    if function.isClaim { return .boolean(results.cells.allSatisfy { $0 == .boolean(true) }) }
    return .grid(results)
  }

  private func elements(
    of value: Value, for function: ExpressionFunction, at range: SourceRange
  ) throws(ExpressionProblem) -> [Value] {
    guard let elements = value.elements else {
      throw ExpressionProblem("'\(function.rawValue)' is of a series or a list", range)
    }
    return elements
  }

  /// The elements as numbers. There are none if a run was lost at once, and then nothing that is computed from them is a
  /// number.
  private func numbers(
    of value: Value, for function: ExpressionFunction, at range: SourceRange
  ) throws(ExpressionProblem) -> [Double] {
    let elements = try elements(of: value, for: function, at: range)
    if elements.isEmpty, value.flaw == nil {
      throw ExpressionProblem("'\(function.rawValue)' of nothing has no value", range, .noElements)
    }
    let numbers = elements.compactMap(\.asNumber)
    guard numbers.count == elements.count else {
      throw ExpressionProblem("'\(function.rawValue)' is of numbers", range)
    }
    return numbers
  }

  private func positions(of value: Value) -> [Int]? {
    if case .series(let series) = value { series.positions } else { nil }
  }

  /// The first extreme, or the first that is not a number, as in NumPy; nil of no numbers.
  private func indexOfExtreme(_ numbers: [Double], isLowest: Bool) -> Int? {
    if let index = numbers.firstIndex(where: \.isNaN) { return index }
    return isLowest
      ? numbers.indices.min { numbers[$0] < numbers[$1] }
      : numbers.indices.min { numbers[$0] > numbers[$1] }
  }
}
