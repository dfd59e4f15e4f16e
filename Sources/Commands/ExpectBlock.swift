import Execution
import Notebook

/// `expect`: claims of the lesson that the run must hold.
struct ExpectBlock: Command {
  typealias Value = NoValue

  static let name = "expect"
  static let summary = "Hold the lesson's claims against the run."
  static let listOption: String? = "claims"

  @Option("The claims, such as spam_test.accuracy >= 0.98; the body may be this list alone.")
  var claims: [LessonClaim]
  @Option("Test the claims only if this holds, such as $corpus = \"builtin:emails\".")
  var when: LessonClaim?

  func check(_ scope: inout Scope) -> NoValue.Outline? {
    if claims.isEmpty { scope.error(.emptyList, "'expect' has no claims", at: $claims.range) }
    return NoValue.Outline()
  }

  func run(_ context: Context) throws -> CommandResult<NoValue> {
    let evaluator = context.evaluator
    if let when, try !evaluator.holds(when.expression) {
      let skipped = claims.map { Claim(text: $0.text, found: nil, verdict: .skipped) }
      return CommandResult(outputs: [.claims(skipped)])
    }
    var tested: [Claim] = []
    var unmet: [BlockFailure] = []
    for claim in claims {
      let result = test(claim, evaluator)
      tested.append(result)
      if result.verdict == .fails {
        let found = result.found.map { " (found \($0))" } ?? ""
        unmet.append(
          BlockFailure("this does not hold: \(claim.text)\(found)", at: claim.expression.range))
      }
    }
    return CommandResult(outputs: [.claims(tested)], unmetClaims: unmet)
  }

  /// A claim about a value that the run does not have fails, and says why.
  private func test(_ claim: LessonClaim, _ evaluator: ExpressionEvaluator) -> Claim {
    do throws(ExpressionProblem) {
      let holds = try evaluator.holds(claim.expression)
      var found: String?
      if let subject = claim.expression.subject {
        found = format(try evaluator.value(of: subject))
      }
      return Claim(text: claim.text, found: found, verdict: holds ? .holds : .fails)
    } catch {
      return Claim(text: claim.text, found: error.message, verdict: .fails)
    }
  }

  private func format(_ value: Execution.Value) -> String {
    if case .number(let number) = value { return significantDigits(number, 6) }
    return abbreviated(value.description, to: 60)
  }
}

/// One claim: an expression that is true or false, as its author wrote it.
struct LessonClaim: OptionValue {
  var text: String
  var expression: Expression

  static var typeDescription: String { "a claim, such as spam_test.accuracy >= 0.98" }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> LessonClaim? {
    guard let expression = Expression.read(node, of: entry, with: &reader) else { return nil }
    guard expression.isClaim else {
      reader.error(.noClaim, "this claims nothing: compare it with something", at: node.range)
      return nil
    }
    return LessonClaim(text: node.scalar?.text ?? "", expression: expression)
  }

  var written: String? { text }
}

extension Expression {
  /// What a claim compares: its left-hand side.
  fileprivate var subject: Expression? {
    switch self {
    case .comparison(_, let left, _), .approximation(let left, _, _), .range(let left, _, _): left
    default: nil
    }
  }
}
