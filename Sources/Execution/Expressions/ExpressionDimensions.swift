extension ExpressionEvaluator {
  /// What the elements of an expression's value stand for, and those of its elements, and so on, such as classes. Arithmetic
  /// keeps the names that both sides have; there are none where they have others, and where a number says it.
  public func dimensions(of expression: Expression) -> [Field.Dimension] {
    switch expression {
    case .path(let path):
      let field = block(named: path.name)?.fields.first { $0.name == path.member }
      return Array(field?.dimensions.dropFirst(path.indices.count) ?? [])
    case .negation(let negated, _): return dimensions(of: negated)
    case .call(let function, let argument, _) where function.isOfEachNumber:
      return dimensions(of: argument)
    case .arithmetic(_, let left, let right):
      if isNumber(left) { return dimensions(of: right) }
      if isNumber(right) { return dimensions(of: left) }
      return zip(dimensions(of: left), dimensions(of: right)).prefix { $0 == $1 }.map(\.0)
    default: return []
    }
  }

  private func isNumber(_ expression: Expression) -> Bool {
    (try? value(of: expression))?.asNumber != nil
  }
}
