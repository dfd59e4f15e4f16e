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

  var claimRanges: [SourceRange] { claims.map(\.expression.range) }

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
        let evidence = result.evidence.isEmpty ? "" : " (\(result.evidence))"
        unmet.append(
          BlockFailure("this does not hold: \(claim.text)\(evidence)", at: claim.expression.range))
      }
    }
    return CommandResult(outputs: [.claims(tested)], unmetClaims: unmet)
  }

  /// A claim about a value that the run does not have fails, and says why.
  private func test(_ claim: LessonClaim, _ evaluator: ExpressionEvaluator) -> Claim {
    do throws(ExpressionProblem) {
      let tested = try evaluator.test(claim.expression)
      return Claim(
        text: claim.text, expected: tested.expected, found: tested.found,
        verdict: tested.holds ? .holds : .fails, sides: tested.sides)
    } catch {
      return Claim(text: claim.text, found: error.message, verdict: .fails)
    }
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
    if case .mapping = node.content, entry.key == ExpectBlock.listOption {
      reader.error(
        .wrongType,
        "a claim is a formula, not a mapping: options stand in place of the list, as 'when: …' and, below"
          + " it, 'claims:' with the list", at: node.range)
      return nil
    }
    let problemsBefore = reader.diagnostics.count
    guard let (expression, shape) = Expression.readWithShape(node, of: entry, with: &reader) else {
      return nil
    }
    // A parameter that is true or false claims something; the word itself does not.
    guard expression.isClaim || shape == .boolean && !expression.isConstant else {
      if reader.diagnostics.count == problemsBefore {
        reader.error(.noClaim, "this claims nothing: compare it with something", at: node.range)
      }
      return nil
    }
    return LessonClaim(text: node.scalar?.text ?? "", expression: expression)
  }

  var written: String? { text }
}
