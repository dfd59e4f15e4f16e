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
    case .number(let number, _): return .number(number)
    case .text(let text, _): return .text(text)
    case .parameter(let name, let range): return try parameter(name, at: range)
    case .path(let path): return try value(of: path)
    case .call(let function, .path(let path), _)
    where path.member == nil && function.isAboutSoundness:
      return .boolean(try isSound(path) == (function == .finite))
    case .call(let function, let argument, let range):
      return try apply(function, to: try value(of: argument), at: range)
    case .negation(let operand, _): return .number(-(try number(operand)))
    case .arithmetic(let operation, let left, let right):
      return .number(operation.applied(try number(left), try number(right)))
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
    let leftValue = try value(of: left)
    let rightValue = try value(of: right)
    if let first = leftValue.asNumber, let second = rightValue.asNumber {
      return comparison.holds(first, second)
    }
    if case .text(let first) = leftValue, case .text(let second) = rightValue {
      return comparison.holds(first, second)
    }
    throw ExpressionProblem(
      "these two cannot be compared", SourceRange(left.range.lower, right.range.upper))
  }

  private func number(_ expression: Expression) throws(ExpressionProblem) -> Double {
    guard let number = try value(of: expression).asNumber else {
      throw ExpressionProblem("a single number is needed here", expression.range)
    }
    return number
  }

  private func parameter(
    _ name: String, at range: SourceRange
  ) throws(ExpressionProblem) -> Value {
    guard let scalar = parameters[name]?.scalar else {
      throw ExpressionProblem("parameter '\(name)' is not a single value", range)
    }
    return scalar.decimal.map { .number($0) } ?? .text(scalar.text)
  }

  private func value(of path: Expression.Path) throws(ExpressionProblem) -> Value {
    guard let block = values[path.name] else {
      throw ExpressionProblem("'\(path.name)' has no result", path.nameRange, .notRun)
    }
    guard let member = path.member, let found = block.member(member) else {
      throw ExpressionProblem(
        "'\(path.name)' has no '\(path.member ?? "")' in this run", path.range, .unknownValue)
    }
    var value = found
    if !path.settings.isEmpty {
      guard case .grid(let grid) = value else {
        throw ExpressionProblem("only a sweep's runs are selected by settings", path.range)
      }
      value = grid.selecting(try numbers(of: path.settings))
    }
    for index in path.indices { value = try element(of: value, at: index) }
    return value
  }

  /// What settings are fixed to, by their names.
  private func numbers(
    of settings: [Expression.Path.Setting]
  ) throws(ExpressionProblem) -> [String: Double] {
    var numbers: [String: Double] = [:]
    for setting in settings { numbers[setting.name] = try number(setting.value) }
    return numbers
  }

  private func element(
    of value: Value, at index: Expression.Path.Index
  ) throws(ExpressionProblem) -> Value {
    switch value {
    case .grid(let grid):
      return .grid(
        try eachRun(of: grid) { cell throws(ExpressionProblem) in
          try element(of: cell, at: index)
        })
    case .series(let series):
      guard let number = series.number(at: index.number) else {
        let reason = series.breakWords.map { ", \($0)" } ?? ""
        throw ExpressionProblem(
          "there are only \(series.values.count) elements\(reason)", index.range, .noElements)
      }
      return .number(number)
    default:
      guard let elements = value.elements else {
        throw ExpressionProblem("this value has no elements", index.range, .noElements)
      }
      let position = index.number < 0 ? elements.count + index.number : index.number
      guard elements.indices.contains(position) else {
        throw ExpressionProblem(
          "there are only \(elements.count) elements", index.range, .noElements)
      }
      return elements[position]
    }
  }

  /// What becomes of the value of each run of a sweep. A problem names the run that it is with.
  private func eachRun(
    of grid: Grid, _ change: (Value) throws(ExpressionProblem) -> Value
  ) throws(ExpressionProblem) -> Grid {
    var changed = grid
    for (index, cell) in grid.cells.enumerated() {
      do {
        changed.cells[index] = try change(cell)
      } catch {
        var problem = error
        problem.message = "\(grid.label(ofCell: index)): \(error.message)"
        throw problem
      }
    }
    return changed
  }
}

// MARK: - Functions

extension ExpressionEvaluator {
  /// Whether all curves of a block, or of the runs of it that settings select, are finite to their ends.
  private func isSound(_ path: Expression.Path) throws(ExpressionProblem) -> Bool {
    guard let block = values[path.name] else {
      throw ExpressionProblem("'\(path.name)' has no result", path.nameRange, .notRun)
    }
    let found = block.fields.compactMap { block.member($0.name) }
    if path.settings.isEmpty { return found.allSatisfy { isSound($0) } }
    let fixed = try numbers(of: path.settings)
    return found.allSatisfy { value in
      // What is no value of each run belongs to all of them.
      if case .grid(let grid) = value { isSound(grid.selecting(fixed)) } else { true }
    }
  }

  private func isSound(_ value: Value) -> Bool {
    switch value {
    case .series(let series): series.brokenAt == nil && series.values.allSatisfy(\.isFinite)
    case .number(let number): number.isFinite
    case .list(let values): values.allSatisfy { isSound($0) }
    case .record(let members): members.allSatisfy { isSound($0.value) }
    case .grid(let grid): grid.cells.allSatisfy { isSound($0) }
    default: true
    }
  }
}

extension ExpressionEvaluator {
  private func apply(
    _ function: ExpressionFunction, to value: Value, at range: SourceRange
  ) throws(ExpressionProblem) -> Value {
    if function.isOfOneNumber {
      guard let number = value.asNumber else {
        throw ExpressionProblem("'\(function.rawValue)' is of a number", range)
      }
      // IEEE 754 rounds the root correctly, so every machine has the same.
      return .number(function == .sqrt ? number.squareRoot() : number.magnitude)
    }
    // Before the runs of a sweep are looked at one by one, so that whatever is not finite diverges.
    if function.isAboutSoundness { return .boolean(isSound(value) == (function == .finite)) }
    if case .grid(let grid) = value {
      if grid.cells.allSatisfy({ $0.asNumber != nil }) {
        return try apply(function, to: .list(grid.cells), at: range)
      }
      let results = try eachRun(of: grid) { cell throws(ExpressionProblem) in
        try apply(function, to: cell, at: range)
      }
      if function.isClaim { return .boolean(results.cells.allSatisfy { $0 == .boolean(true) }) }
      return .grid(results)
    }
    guard let elements = value.elements else {
      throw ExpressionProblem("'\(function.rawValue)' is of a series or a list", range)
    }
    switch function {
    case .length: return .integer(elements.count)
    case .first: return try element(of: value, at: Expression.Path.Index(number: 0, range: range))
    case .last: return try element(of: value, at: Expression.Path.Index(number: -1, range: range))
    default: break
    }
    if elements.isEmpty {
      if isSound(value) {
        throw ExpressionProblem(
          "'\(function.rawValue)' of nothing has no value", range, .noElements)
      }
      // A run that was lost at once has no numbers, and nothing that is computed from them is one.
      return function.isClaim ? .boolean(false) : .number(.nan)
    }
    let numbers = elements.compactMap(\.asNumber)
    guard numbers.count == elements.count else {
      throw ExpressionProblem("'\(function.rawValue)' is of numbers", range)
    }
    if function == .decreasing || function == .increasing {
      return .boolean(isSound(value) && isOrdered(numbers, function))
    }
    return reduce(function, numbers, positions: positions(of: value))
  }

  private func isOrdered(_ numbers: [Double], _ function: ExpressionFunction) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { function == .decreasing ? $0 > $1 : $0 < $1 }
  }

  private func positions(of value: Value) -> [Int]? {
    if case .series(let series) = value { series.positions } else { nil }
  }

  private func reduce(
    _ function: ExpressionFunction, _ numbers: [Double], positions: [Int]?
  ) -> Value {
    switch function {
    case .mean: return .number(numbers.reduce(0, +) / Double(numbers.count))
    default: break
    }
    let isLowest = function == .min || function == .argmin
    let index = indexOfExtreme(numbers) { isLowest ? $0 < $1 : $0 > $1 }
    if function == .min || function == .max { return .number(numbers[index]) }
    return .integer(positions?[index] ?? index)
  }

  /// The first extreme, or the first that is not a number, as in NumPy.
  private func indexOfExtreme(_ numbers: [Double], better: (Double, Double) -> Bool) -> Int {
    if let index = numbers.firstIndex(where: \.isNaN) { return index }
    return numbers.indices.dropFirst().reduce(0) { better(numbers[$1], numbers[$0]) ? $1 : $0 }
  }
}
