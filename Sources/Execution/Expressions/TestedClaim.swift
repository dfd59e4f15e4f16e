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
    case .parameter where !holds:
      return TestedClaim(holds: false, found: try value(of: claim).fullText)
    default:
      return TestedClaim(holds: holds)
    }
  }

  /// What a comparison compares, as values and for readers: numbers with six digits, or with all of them where six would
  /// make a false claim look true.
  private func sides(
    _ written: [(place: ClaimSide.Place, expression: Expression)], distinct: Bool
  ) throws(ExpressionProblem) -> (sides: [ClaimSide], texts: [String]) {
    var values: [Value] = []
    for (_, expression) in written { values.append(try value(of: expression).ofOnlyRun) }
    let sides = zip(written, values).compactMap { ClaimSide($0.place, $1) }
    let short = values.map { $0.shortText }
    let needsAllDigits = distinct && short.dropFirst().contains(short[0])
    let texts = needsAllDigits ? values.map { $0.fullText } : short
    let words = zip(written, zip(values, texts)).map { side, found in
      explained(found.1, of: found.0, from: side.expression)
    }
    return (sides, words)
  }

  /// A value for readers; one that is not a number says where it comes from.
  private func explained(_ text: String, of value: Value, from expression: Expression) -> String {
    guard value.asNumber?.isNaN == true, let reason = breakWords(in: expression) else {
      return text
    }
    return "\(text) (\(reason))"
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

  /// What speaks against a claim about all numbers of a value, or of whole runs: the first of them that is not as it says.
  private func objection(
    to function: ExpressionFunction, _ argument: Expression
  ) throws(ExpressionProblem) -> String? {
    let soundness = "every number is finite"
    if function.isAboutSoundness, case .path(let path) = argument, path.member == nil {
      return function == .diverges ? soundness : try flaw(ofRunsIn: path)
    }
    let value = try value(of: argument)
    switch function {
    case .diverges: return value.asNumber == nil ? soundness : value.fullText
    case .finite: return value.flaw.map { explained($0, of: value, from: argument) }
    default: return value.disorder(isFalling: function == .decreasing)
    }
  }
}

extension Expression {
  /// Whether its value is what is written.
  public var isConstant: Bool {
    switch self {
    case .integer, .number, .text, .boolean: true
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
