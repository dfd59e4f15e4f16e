import Notebook

/// Reads an expression; its grammar stands at `Expression`.
struct ExpressionParser {
  /// More nesting than anyone can read, and far less than would exhaust the stack.
  private static let greatestDepth = 50
  /// More words and signs than any formula needs.
  private static let greatestLength = 500

  private let tokens: [ExpressionLexer.Placed]
  private let end: SourceRange
  private let labels: (Expression.Path) -> [String]
  private let exampleOfRun: (String) -> String?
  private var position = 0
  private var depth = 0

  /// The expression that a text says.
  ///
  /// - Parameters:
  ///   - labels: what the elements of a path stand for, one after the other, such as classes; empty where that is not known.
  ///   - exampleOfRun: what one of the runs of the sweep of a name is called; nil for other blocks.
  ///   - placed: turns offsets in the text into places in the lesson.
  static func parse(
    _ text: String, labels: @escaping (Expression.Path) -> [String],
    exampleOfRun: @escaping (String) -> String?,
    placed: @escaping (Int, Int) -> SourceRange
  ) throws(ExpressionProblem) -> Expression {
    var lexer = ExpressionLexer(text, placed: placed)
    let tokens = try lexer.tokens().get()
    // A block style of YAML ends with a line end.
    let length = text.utf8.count - text.utf8.reversed().prefix { " \t\n".utf8.contains($0) }.count
    // A long sum is a deep tree, too.
    if tokens.count > greatestLength {
      throw ExpressionProblem(
        "an expression has at most \(greatestLength) words and signs", placed(0, length))
    }
    var parser = ExpressionParser(
      tokens: tokens, end: placed(max(0, length - 1), length), labels: labels,
      exampleOfRun: exampleOfRun)
    let expression = try parser.claim()
    if let extra = parser.peek { throw parser.problem(withExtra: extra) }
    return expression
  }

  /// What to say of a word behind an expression that is complete, and what to write in its place.
  private func problem(withExtra extra: ExpressionLexer.Placed) -> ExpressionProblem {
    if position == 1, tokens[0].token == .name("not") { return Self.negation(at: tokens[0].range) }
    let advice: String? =
      switch extra.token {
      case .name(let word) where word == "and" || word == "or":
        "there is no '\(word)'; each claim has a line of its own"
      case .symbol(.comparison): "a claim compares two values; a range is x in [0.8, 0.9]"
      case .symbol(.comma): "where several paths may stand, they are a list: [a, b]"
      case .integer where startsFormat(at: position), .number where startsFormat(at: position):
        Self.formatAdvice
      default: nil
      }
    return ExpressionProblem(
      "the expression should end before this\(advice.map { ": \($0)" } ?? "")", extra.range)
  }

  /// What to say of a format that is taken for a part of the formula.
  static let formatAdvice = "a format begins with a percent sign, such as %.2f"

  /// Whether a format without its percent sign is all that is left: ".2f" is read as a number and a name.
  private func startsFormat(at position: Int) -> Bool {
    guard tokens.count == position + 2, case .name(let letter) = tokens[position + 1].token else {
      return false
    }
    return ["d", "e", "f", "g", "s"].contains(letter)
  }

  private static func negation(at range: SourceRange) -> ExpressionProblem {
    ExpressionProblem(
      "there is no 'not': claim the opposite, such as finite(x) for diverges(x) or a != b for a = b",
      range)
  }

  private init(
    tokens: [ExpressionLexer.Placed], end: SourceRange,
    labels: @escaping (Expression.Path) -> [String], exampleOfRun: @escaping (String) -> String?
  ) {
    self.tokens = tokens
    self.end = end
    self.labels = labels
    self.exampleOfRun = exampleOfRun
  }

  private var peek: ExpressionLexer.Placed? { position < tokens.count ? tokens[position] : nil }

  private mutating func take(_ symbol: ExpressionSymbol) -> SourceRange? {
    guard let next = peek, next.token == .symbol(symbol) else { return nil }
    position += 1
    return next.range
  }

  private mutating func expect(
    _ symbol: ExpressionSymbol
  ) throws(ExpressionProblem) -> SourceRange {
    if let range = take(symbol) { return range }
    throw ExpressionProblem("'\(symbol.spelling)' is missing here", peek?.range ?? end)
  }

  private mutating func claim() throws(ExpressionProblem) -> Expression {
    let left = try sum()
    if case .symbol(.comparison(let comparison))? = peek?.token {
      position += 1
      let right = try sum()
      if comparison == .equal, take(.plusMinus) != nil {
        return .approximation(left, right, tolerance: try sum())
      }
      return .comparison(comparison, left, right)
    }
    if peek?.token == .name("in") {
      position += 1
      _ = try expect(.openingBracket)
      let lower = try sum()
      _ = try expect(.comma)
      let upper = try sum()
      _ = try expect(.closingBracket)
      return .range(left, lower, upper)
    }
    return left
  }

  private mutating func sum() throws(ExpressionProblem) -> Expression {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.greatestDepth {
      throw ExpressionProblem("this expression is nested too deeply", peek?.range ?? end)
    }
    var left = try product()
    while let operation = arithmetic(.plus, .minus) {
      left = .arithmetic(operation, left, try product())
    }
    return left
  }

  private mutating func product() throws(ExpressionProblem) -> Expression {
    var left = try factor()
    while let operation = arithmetic(.times, .dividedBy) {
      left = .arithmetic(operation, left, try factor())
    }
    return left
  }

  private mutating func arithmetic(_ operations: ArithmeticOperator...) -> ArithmeticOperator? {
    operations.first { take(.arithmetic($0)) != nil }
  }

  private mutating func factor() throws(ExpressionProblem) -> Expression {
    guard let next = peek else { throw ExpressionProblem("something is missing here", end) }
    position += 1
    switch next.token {
    case .integer(let integer): return .integer(integer, at: next.range)
    case .number(let number): return .number(number, at: next.range)
    case .text(let text): return .text(text, at: next.range)
    case .parameter(let name): return .parameter(name, at: next.range)
    case .symbol(.arithmetic(.minus)):
      depth += 1
      defer { depth -= 1 }
      if depth > Self.greatestDepth {
        throw ExpressionProblem("this expression is nested too deeply", next.range)
      }
      let operand = try factor()
      return .negation(operand, at: SourceRange(next.range.lower, operand.range.upper))
    case .symbol(.openingParenthesis):
      let inner = try sum()
      _ = try expect(.closingParenthesis)
      return inner
    case .name("true") where !isPath(at: position): return .boolean(true, at: next.range)
    case .name("false") where !isPath(at: position): return .boolean(false, at: next.range)
    case .name(let name):
      return take(.openingParenthesis) == nil
        ? .path(try path(name, at: next.range)) : try call(name, at: next.range)
    case .symbol(let symbol):
      throw ExpressionProblem("a value is missing before '\(symbol.spelling)'", next.range)
    }
  }

  private mutating func call(
    _ name: String, at range: SourceRange
  ) throws(ExpressionProblem) -> Expression {
    guard let function = ExpressionFunction(rawValue: name) else {
      if name == "not" { throw Self.negation(at: range) }
      let known = ExpressionFunction.allCases.map(\.rawValue)
      let hint = suggestion(for: name, among: known)
      let names = hint.isEmpty ? "; there are \(listOfAlternatives(known))" : "\(hint)"
      throw ExpressionProblem(
        "unknown function '\(name)'\(names)", range, .unknownFunction, suggestion: hint)
    }
    let argument = try sum()
    let closing = try expect(.closingParenthesis)
    return .call(function, argument, at: SourceRange(range.lower, closing.upper))
  }

  private mutating func path(
    _ name: String, at range: SourceRange
  ) throws(ExpressionProblem) -> Expression.Path {
    var path = Expression.Path(name: name, nameRange: range, range: range)
    if peek?.token == .symbol(.openingBracket), startsSetting(at: position + 1) {
      position += 1
      repeat { path.settings.append(try setting()) } while take(.comma) != nil
      path.range = SourceRange(range.lower, try expect(.closingBracket).upper)
    }
    try readElement(of: &path)
    // Settings before it are no mistake of grammar: what is wrong with them, the check can say better.
    if path.member == Expression.Path.runs, let runs = path.memberRange, path.indices.count == 1,
      peek?.token == .symbol(.point)
    {
      let place = path.indices.removeFirst()
      path.run = .init(number: place.number, range: SourceRange(runs.lower, place.range.upper))
      (path.member, path.memberRange) = (nil, nil)
      try readElement(of: &path)
    }
    try checkRun(of: path)
    return path
  }

  /// Finds an index behind a sweep where a value of the run at that place is meant.
  private func checkRun(of path: Expression.Path) throws(ExpressionProblem) {
    guard path.member == nil, let place = path.indices.first, peek?.token == .symbol(.point),
      let example = exampleOfRun(path.name)
    else { return }
    let runAtPlace = "\(path.name).\(Expression.Path.runs)[\(place.number)]"
    throw ExpressionProblem(
      "a run of '\(path.name)' is picked by its place with \(runAtPlace), or by its settings with"
        + " \(example)", place.range)
  }

  /// What stands behind a block or one of its runs: the name of a value, and indices.
  private mutating func readElement(of path: inout Expression.Path) throws(ExpressionProblem) {
    while take(.point) != nil {
      guard let next = peek, case .name(let member) = next.token else {
        throw ExpressionProblem("a value's name is missing here", peek?.range ?? end)
      }
      position += 1
      path.member = path.member.map { "\($0).\(member)" } ?? member
      path.memberRange = SourceRange(path.memberRange?.lower ?? next.range.lower, next.range.upper)
      path.range.upper = next.range.upper
    }
    while let opening = take(.openingBracket) {
      let index = try index(from: opening, in: path)
      path.indices.append(index)
      path.range.upper = index.range.upper
    }
  }

  /// Whether a path goes on here, so that the word before it is a block's name whatever it is.
  private func isPath(at position: Int) -> Bool {
    [.symbol(.point), .symbol(.openingBracket)].contains(token(at: position))
  }

  private func startsSetting(at position: Int) -> Bool {
    if case .name = token(at: position) { true } else { false }
  }

  private mutating func setting() throws(ExpressionProblem) -> Expression.Path.Setting {
    guard let next = peek, case .name(let name) = next.token else {
      throw ExpressionProblem("a setting is missing here: [batch_size=32]", peek?.range ?? end)
    }
    position += 1
    _ = try expect(.comparison(.equal))
    return Expression.Path.Setting(name: name, nameRange: next.range, value: try settingValue())
  }

  /// A word in the place of a setting's value stands for itself.
  private mutating func settingValue() throws(ExpressionProblem) -> Expression {
    guard let next = peek, case .name(let word) = next.token,
      [.symbol(.comma), .symbol(.closingBracket)].contains(token(at: position + 1))
    else { return try factor() }
    position += 1
    return .text(word, at: next.range)
  }

  private func token(at position: Int) -> ExpressionToken? {
    position < tokens.count ? tokens[position].token : nil
  }

  private mutating func index(
    from opening: SourceRange, in path: Expression.Path
  ) throws(ExpressionProblem) -> Expression.Path.Index {
    let sign = take(.arithmetic(.minus))
    guard let number = peek.flatMap({ Self.wholeNumber($0) }) else {
      throw ExpressionProblem(
        "an index is a whole number\(adviceOnIndex(in: path))", peek?.range ?? end)
    }
    position += 1
    let closing = try expect(.closingBracket)
    return Expression.Path.Index(
      number: sign.map { .negation(number, at: SourceRange($0.lower, number.range.upper)) }
        ?? number,
      range: SourceRange(opening.lower, closing.upper))
  }

  /// A whole number, or a parameter that may be one.
  private static func wholeNumber(_ word: ExpressionLexer.Placed) -> Expression? {
    switch word.token {
    case .integer(let integer): .integer(integer, at: word.range)
    case .parameter(let name): .parameter(name, at: word.range)
    default: nil
    }
  }

  /// Which index is meant by what an element stands for, as the end of a message.
  private func adviceOnIndex(in path: Expression.Path) -> String {
    switch peek?.token {
    case .name(let word)?, .text(let word)?:
      labels(path).firstIndex(of: word).map { ": '\(word)' is [\($0)]" } ?? ""
    default: ""
    }
  }
}

extension Expression: OptionValue {
  /// What a lesson has to write.
  public static var typeDescription: String { "a path or a formula, such as spam.val_loss" }

  /// An expression whose names stand above. Parameters stay in it, so that their values keep their types.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Expression? {
    readWithShape(node, of: entry, with: &reader)?.expression
  }

  /// The same with what is known of the expression's value before the run.
  public static func readWithShape(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> (expression: Expression, shape: Shape)? {
    guard let text = node.text else {
      reader.mismatch(node, of: entry, expected: typeDescription)
      return nil
    }
    return read(text, at: node.range, with: &reader)
  }

  /// The expression that a text at a place of the lesson says.
  static func read(
    _ text: String, at range: SourceRange, with reader: inout OptionReader
  ) -> (expression: Expression, shape: Shape)? {
    let known = reader
    do {
      let expression = try ExpressionParser.parse(
        text, labels: { known.labels(ofElementsOf: $0) },
        exampleOfRun: { known.exampleOfRun(ofBlockNamed: $0) },
        placed: reader.places(in: text, at: range))
      var checker = ExpressionChecker(reader: reader)
      let shape = checker.shape(of: expression)
      reader = checker.reader
      return (expression, shape)
    } catch {
      reader.error(error.code, error.message, at: error.range, suggestion: error.suggestion)
      return nil
    }
  }

  /// Nothing: no option has an expression as its default.
  public var written: String? { nil }
}
