/// A sign of an expression.
enum ExpressionSymbol: Equatable {
  case comparison(Comparison)
  case arithmetic(ArithmeticOperator)
  case plusMinus
  case openingParenthesis, closingParenthesis
  case openingBracket, closingBracket
  case comma, point

  /// The sign as messages have it.
  var spelling: String {
    switch self {
    case .comparison(let comparison): comparison.rawValue
    case .arithmetic(let operation): operation.rawValue
    case .plusMinus: "±"
    case .openingParenthesis: "("
    case .closingParenthesis: ")"
    case .openingBracket: "["
    case .closingBracket: "]"
    case .comma: ","
    case .point: "."
    }
  }
}
