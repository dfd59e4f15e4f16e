/// A claim held against a run: whether it is true, and the numbers that decided it.
public struct TestedClaim: Sendable, Equatable {
  /// Whether the claim is true.
  public var holds: Bool
  /// What its right-hand side came to, such as "> 0.0421"; nil where the claim says the numbers itself.
  public var expected: String?
  /// What its left-hand side came to, or what speaks against it; nil where nothing needs to be said.
  public var found: String?
  /// What a comparison compares.
  public var sides: [ClaimSide] = []
}

extension ExpressionEvaluator {
  /// Holds a claim against the values of the run. A problem says it as what was found: "no value: there are only 20 elements".
  public func test(_ claim: Expression) throws(ExpressionProblem) -> TestedClaim {
    do throws(ExpressionProblem) {
      return try evidence(for: claim)
    } catch {
      var problem = error
      problem.message = "no value: \(error.message)"
      throw problem
    }
  }

  private func evidence(for claim: Expression) throws(ExpressionProblem) -> TestedClaim {
    let holds = try holds(claim)
    switch claim {
    case .comparison(let comparison, let left, let right):
      let (sides, texts) = try sides([(.left, left), (.right, right)], distinct: !holds)
      return TestedClaim(
        holds: holds, expected: right.isConstant ? nil : "\(comparison.rawValue) \(texts[1])",
        found: texts[0], sides: sides)
    case .approximation(let left, let right, let tolerance):
      let (sides, texts) = try sides(
        [(.left, left), (.right, right), (.tolerance, tolerance)], distinct: !holds)
      let isWritten = right.isConstant && tolerance.isConstant
      return TestedClaim(
        holds: holds, expected: isWritten ? nil : "\(texts[1]) ± \(texts[2])", found: texts[0],
        sides: sides)
    case .range(let value, let lower, let upper):
      let (sides, texts) = try sides(
        [(.left, value), (.lower, lower), (.upper, upper)], distinct: !holds)
      let isWritten = lower.isConstant && upper.isConstant
      return TestedClaim(
        holds: holds, expected: isWritten ? nil : "in [\(texts[1]), \(texts[2])]",
        found: texts[0], sides: sides)
    case .call(let function, let argument, _) where !holds:
      return TestedClaim(holds: false, found: try objection(to: function, argument))
    default:
      return TestedClaim(holds: holds)
    }
  }

  /// What a comparison compares, as values and for readers: numbers with six digits, or with all of them where six would
  /// make a false claim look true. One that is not a number says where it comes from.
  private func sides(
    _ written: [(place: ClaimSide.Place, expression: Expression)], distinct: Bool
  ) throws(ExpressionProblem) -> (sides: [ClaimSide], texts: [String]) {
    var values: [Value] = []
    for (_, expression) in written { values.append(try value(of: expression)) }
    let sides = zip(written, values).compactMap { ClaimSide($0.place, $1) }
    let short = values.map { $0.shortText }
    let needsAllDigits = distinct && short.dropFirst().contains(short[0])
    let texts = needsAllDigits ? values.map { $0.fullText } : short
    let explained = zip(written, zip(values, texts)).map { side, found in
      let (value, text) = found
      guard value.asNumber?.isNaN == true, let reason = breakWords(in: side.expression) else {
        return text
      }
      return "\(text) (\(reason))"
    }
    return (sides, explained)
  }

  /// Where the first series of a formula stops being finite; nil if all of them are whole.
  private func breakWords(in expression: Expression) -> String? {
    switch expression {
    case .path(var path):
      // An element does not know what it is an element of.
      if !path.indices.isEmpty { path.indices.removeLast() }
      return (try? value(of: .path(path)))?.breakWords
    case .call(_, let operand, _), .negation(let operand, _): return breakWords(in: operand)
    case .arithmetic(_, let left, let right): return breakWords(in: left) ?? breakWords(in: right)
    default: return nil
    }
  }

  /// The first place at which a series is not what the claim says.
  private func objection(
    to function: ExpressionFunction, _ argument: Expression
  ) throws(ExpressionProblem) -> String? {
    if case .path(let path) = argument, path.member == nil { return nil }
    guard case .series(let series) = try value(of: argument) else { return nil }
    if function != .diverges, let words = series.breakWords { return words }
    guard function == .decreasing || function == .increasing else { return nil }
    let numbers = series.values
    let index = numbers.indices.dropFirst().first { index in
      function == .decreasing
        ? !(numbers[index] < numbers[index - 1]) : !(numbers[index] > numbers[index - 1])
    }
    return index.map { index in
      let texts = [numbers[index - 1], numbers[index]].map { Value.number($0).fullText }
      return "\(texts[0]), then \(texts[1]) at \(series.positionTitle) \(series.positions[index])"
    }
  }
}

extension Expression {
  /// Whether its value is what is written.
  var isConstant: Bool {
    switch self {
    case .integer, .number, .text: true
    case .negation(let operand, _): operand.isConstant
    default: false
    }
  }
}

extension Value {
  /// Where a series, or the first of a sweep's that does, stops being finite.
  fileprivate var breakWords: String? {
    switch self {
    case .series(let series): return series.breakWords
    case .grid(let grid):
      return grid.cells.indices.lazy.compactMap { index in
        grid.cells[index].breakWords.map { "\(grid.label(ofCell: index)): \($0)" }
      }.first
    default: return nil
    }
  }

  /// The value for a reader.
  fileprivate var shortText: String {
    if case .number(let number) = self { return significantDigits(number, 6) }
    return fullText
  }

  fileprivate var fullText: String {
    if case .number(let number) = self {
      return number.isFinite ? formattedSetting(number) : significantDigits(number, 6)
    }
    let text = description
    return text.count > 60 ? text.prefix(59) + "…" : text
  }
}
