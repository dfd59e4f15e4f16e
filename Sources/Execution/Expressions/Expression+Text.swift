extension Expression: CustomStringConvertible {
  /// The formula as a lesson would write it: what a figure calls values that have no other name.
  public var description: String {
    switch self {
    case .integer(let integer, _): String(integer)
    case .number(let number, _): formattedSetting(number)
    case .text(let text, _): "\"\(text)\""
    case .boolean(let flag, _): String(flag)
    case .parameter(let name, _): "$\(name)"
    case .path(let path): path.description
    case .call(let function, let argument, _): "\(function.rawValue)(\(argument))"
    case .negation(let operand, _): "-\(operand.text(within: .factor))"
    case .arithmetic(let operation, let left, let right):
      // 5 - (3 - 1) needs its parentheses, (5 - 3) - 1 does not.
      "\(left.text(within: rank)) \(operation.rawValue) \(right.text(within: rank.next))"
    case .comparison(let comparison, let left, let right):
      "\(left) \(comparison.rawValue) \(right)"
    case .approximation(let left, let right, let tolerance): "\(left) = \(right) ± \(tolerance)"
    case .range(let value, let lower, let upper): "\(value) in [\(lower), \(upper)]"
    }
  }

  /// How tightly a formula holds together.
  private enum Rank: Int {
    case claim, sum, product, factor

    var next: Rank { Rank(rawValue: rawValue + 1) ?? .factor }
  }

  private var rank: Rank {
    switch self {
    case .comparison, .approximation, .range: .claim
    case .arithmetic(.plus, _, _), .arithmetic(.minus, _, _): .sum
    case .arithmetic: .product
    default: .factor
    }
  }

  /// The formula as part of another one, in parentheses where it would fall apart.
  private func text(within outer: Rank) -> String {
    rank.rawValue < outer.rawValue ? "(\(self))" : description
  }
}

extension Expression.Path: CustomStringConvertible {
  /// The path as a lesson would write it.
  public var description: String {
    let settings = settings.map { setting in
      if case .text(let word, _) = setting.value { return "\(setting.name)=\(word)" }
      return "\(setting.name)=\(setting.value)"
    }
    return name + (settings.isEmpty ? "" : "[\(settings.joined(separator: ", "))]")
      + (run.map { ".\(Self.runs)[\($0.number)]" } ?? "") + (member.map { ".\($0)" } ?? "")
      + indices.map { "[\($0.number)]" }.joined()
  }
}
