import Notebook

// Arithmetic with several numbers: with each of a list or a series, and with those of each run of a sweep.

extension Shape {
  /// Why two values cannot be put together element by element.
  enum Mismatch: Error {
    case counts(Int, Int)
    case sweeps
    case levels

    /// The reason, in a sentence.
    var message: String {
      switch self {
      case .counts(let first, let second):
        "arithmetic goes element by element, and here are \(first) and \(second)"
      case .sweeps: "these are values of sweeps that do not vary the same"
      case .levels: "arithmetic goes element by element, and one side has lists as elements"
      }
    }
  }

  /// What is wrong with a value that arithmetic is to be done with; nil for numbers, however many.
  var arithmeticProblem: String? {
    switch self {
    case .number, .series, .unknown: nil
    case .list(_, let element), .grid(_, let element):
      element.arithmeticProblem.map { _ in
        "numbers are needed here, and each element here is \(element.description)"
      }
    case .text, .boolean, .record, .block: "a number is needed here, not \(description)"
    }
  }

  /// What comes of an operation with two values of numbers: a single number is put together with each of the other's.
  func combined(with other: Shape) throws(Mismatch) -> Shape {
    switch (self, other) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.number, let shape), (let shape, .number): return shape
    case (.grid(let axes, let first), .grid(let others, let second)):
      guard axes == others else {
        let single = (ofOnlyRun, other.ofOnlyRun)
        guard single != (self, other) else { throw .sweeps }
        return try single.0.combined(with: single.1)
      }
      return .grid(axes: axes, of: try first.combined(with: second))
    case (.grid(let axes, let cell), let shape), (let shape, .grid(let axes, let cell)):
      return .grid(axes: axes, of: try cell.combined(with: shape))
    case (.list(let count, let first), .list(let otherCount, let second)):
      return .list(
        count: try Self.common(count, otherCount), of: try first.combined(with: second))
    case (.series(let count), .series(let other)):
      return .series(count: try Self.common(count, other))
    case (.series(let count), .list(let other, let element)),
      (.list(let other, let element), .series(let count)):
      guard element == .number || element == .unknown else { throw .levels }
      return .series(count: try Self.common(count, other))
    default: return .unknown
    }
  }

  private static func common(_ first: Int?, _ second: Int?) throws(Mismatch) -> Int? {
    guard let first, let second else { return first ?? second }
    guard first == second else { throw .counts(first, second) }
    return first
  }
}

extension Value {
  /// What becomes of a single number: a whole one if it was one, and has a whole one.
  func changed(by change: (Double) -> Double) -> Value {
    .computed(change(asNumber ?? .nan), from: [self])
  }

  /// What comes of an operation with two single numbers.
  static func computed(by operation: ArithmeticOperator, _ left: Value, _ right: Value) -> Value {
    let result = operation.applied(left.asNumber ?? .nan, right.asNumber ?? .nan)
    return operation == .dividedBy ? .number(result) : .computed(result, from: [left, right])
  }

  /// A number that was computed from others: whole if all of them are. It is a double's result in any case, and stays one
  /// where doubles do not have every whole number.
  private static func computed(_ number: Double, from operands: [Value]) -> Value {
    let areWhole = operands.allSatisfy { operand in
      if case .integer = operand { true } else { false }
    }
    guard areWhole, number.magnitude < 0x1p53, let integer = Int(exactly: number) else {
      return .number(number)
    }
    return .integer(integer)
  }

  /// What becomes of each number.
  func mapNumbers(
    at range: SourceRange, _ change: (Value) -> Value
  ) throws(ExpressionProblem) -> Value {
    switch self {
    case .integer, .number: return change(self)
    case .series(var series):
      series.values = series.values.map { change(.number($0)).asNumber ?? .nan }
      return .series(series)
    case .list(let values):
      var changed: [Value] = []
      for value in values { changed.append(try value.mapNumbers(at: range, change)) }
      return .list(changed)
    case .grid(let grid):
      return .grid(
        try grid.eachRun { cell throws(ExpressionProblem) in
          try cell.mapNumbers(at: range, change)
        })
    case .boolean, .text, .record: throw ExpressionProblem("a number is needed here", range)
    }
  }

  /// What comes of an operation with the numbers of two values: a single number is put together with each of the other's.
  func combined(
    with other: Value, at range: SourceRange, _ operation: (Value, Value) -> Value
  ) throws(ExpressionProblem) -> Value {
    if other.asNumber != nil { return try mapNumbers(at: range) { operation($0, other) } }
    if asNumber != nil { return try other.mapNumbers(at: range) { operation(self, $0) } }
    switch (self, other) {
    case (.grid(let first), .grid(let second)):
      let single = (ofOnlyRun, other.ofOnlyRun)
      if first.axes != second.axes, single != (self, other) {
        return try single.0.combined(with: single.1, at: range, operation)
      }
      return .grid(try first.combined(with: second, at: range, operation))
    case (.grid(let grid), _):
      return .grid(
        try grid.eachRun { cell throws(ExpressionProblem) in
          try cell.combined(with: other, at: range, operation)
        })
    case (_, .grid(let grid)):
      return .grid(
        try grid.eachRun { cell throws(ExpressionProblem) in
          try combined(with: cell, at: range, operation)
        })
    case (.series(let first), .series(let second)):
      return .series(try first.combined(with: second, at: range, operation))
    case (.series(let series), .list(let values)):
      let second = try series.with(values, at: range)
      return .series(try series.combined(with: second, at: range, operation))
    case (.list(let values), .series(let series)):
      return .series(
        try series.with(values, at: range).combined(with: series, at: range, operation))
    case (.list(let first), .list(let second)):
      return .list(try first.combined(with: second, at: range, operation))
    default: throw ExpressionProblem("a number is needed here", range)
    }
  }
}

extension [Value] {
  /// What comes of an operation with the elements of two lists that have equally many.
  fileprivate func combined(
    with other: [Value], at range: SourceRange, _ operation: (Value, Value) -> Value
  ) throws(ExpressionProblem) -> [Value] {
    guard count == other.count else {
      throw ExpressionProblem(Shape.Mismatch.counts(count, other.count).message, range)
    }
    var results: [Value] = []
    for (left, right) in zip(self, other) {
      results.append(try left.combined(with: right, at: range, operation))
    }
    return results
  }
}

extension NumberSeries {
  /// What comes of an operation with the numbers of two series at the same places. Where one has broken off, so has the result.
  fileprivate func combined(
    with other: NumberSeries, at range: SourceRange, _ operation: (Value, Value) -> Value
  ) throws(ExpressionProblem) -> NumberSeries {
    let (shorter, longer) = values.count <= other.values.count ? (self, other) : (other, self)
    let count = shorter.values.count
    guard count == longer.values.count || shorter.brokenAt != nil else {
      throw ExpressionProblem(
        Shape.Mismatch.counts(values.count, other.values.count).message, range)
    }
    guard positionTitle == other.positionTitle, longer.positions.starts(with: shorter.positions)
    else {
      throw ExpressionProblem("these two series are not of the same places", range)
    }
    var result = shorter
    result.values = (0..<count).map { index in
      operation(.number(values[index]), .number(other.values[index])).asNumber ?? .nan
    }
    return result
  }

  /// Other numbers at the same places.
  fileprivate func with(
    _ numbers: [Value], at range: SourceRange
  ) throws(ExpressionProblem) -> NumberSeries {
    var series = self
    series.values = numbers.compactMap(\.asNumber)
    guard series.values.count == numbers.count else {
      throw ExpressionProblem(Shape.Mismatch.levels.message, range)
    }
    guard numbers.count == values.count else {
      throw ExpressionProblem(Shape.Mismatch.counts(values.count, numbers.count).message, range)
    }
    return series
  }
}

extension Grid {
  /// What comes of an operation with the values of two sweeps over the same settings, run by run.
  fileprivate func combined(
    with other: Grid, at range: SourceRange, _ operation: (Value, Value) -> Value
  ) throws(ExpressionProblem) -> Grid {
    guard axes == other.axes else {
      throw ExpressionProblem(Shape.Mismatch.sweeps.message, range)
    }
    var cells = other.cells.makeIterator()
    return try eachRun { cell throws(ExpressionProblem) in
      guard let partner = cells.next() else { return cell }
      return try cell.combined(with: partner, at: range, operation)
    }
  }

  /// What becomes of the value of each run of a sweep. A problem names the run that it is with.
  func eachRun(
    _ change: (Value) throws(ExpressionProblem) -> Value
  ) throws(ExpressionProblem) -> Grid {
    var changed = self
    for (index, cell) in cells.enumerated() {
      do {
        changed.cells[index] = try change(cell)
      } catch {
        var problem = error
        problem.message = "\(label(ofCell: index)): \(error.message)"
        throw problem
      }
    }
    return changed
  }
}
