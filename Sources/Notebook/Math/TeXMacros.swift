/// The macros that TeX has for lessons, each read by its kind.
enum TeXMacros {
  /// The names of all macros, with their backslashes.
  static let names: [String] = {
    let names =
      structures + Array(MathSymbols.nodes.keys) + MathAlphabet.macros.keys + MathMark.all.keys
      + MathSymbols.spaces.keys.filter { $0.count > 1 } + fractions.keys + words.keys
    // Of names that differ by the size of a letter alone, the small one is meant.
    return names.sorted(by: >).map { "\\" + $0 }
  }()

  private static let structures = [
    "sqrt", "left", "right", "middle", "begin", "end", "operatorname", "overline", "underline",
    "overset", "underset",
    "stackrel", "substack", "not", "limits", "nolimits", "displaystyle", "textstyle", "bmod",
    "pmod",
    "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl",
    "Biggr",
  ]

  /// Fractions: whether they have a bar, stand in parentheses, and have a size of their own.
  static let fractions: [String: (hasBar: Bool, isDisplay: Bool?)] = [
    "frac": (true, nil), "dfrac": (true, true), "cfrac": (true, true), "tfrac": (true, false),
    "binom": (false, nil), "dbinom": (false, true), "tbinom": (false, false),
  ]

  /// The macros whose argument is text.
  static let words: [String: MathAlphabet] = [
    "text": .roman, "textrm": .roman, "textnormal": .roman, "mbox": .roman, "textbf": .bold,
    "textit": .italic, "texttt": .typewriter, "textsf": .sansSerif,
  ]

  /// The macros that show nothing in a lesson.
  static let silent: Set = ["nonumber", "notag"]
}

extension TeXParser {
  /// What a macro stands for, whose token has been taken; nil for what shows nothing.
  mutating func macro(_ name: String, _ token: TeXToken) -> (node: MathNode, takesLimits: Bool)? {
    if let node = MathSymbols.nodes[name] { return (node, false) }
    if let width = MathSymbols.spaces[name] { return (.space(width), false) }
    if let mark = MathMark.all[name] {
      let base = argument(of: token) ?? .nothing
      return (
        .mark(base, mark.sign, isAbove: mark.isAbove, stretches: mark.stretches), mark.takesLimits
      )
    }
    if let fraction = TeXMacros.fractions[name] {
      return (self.fraction(token, hasBar: fraction.hasBar, isDisplay: fraction.isDisplay), false)
    }
    if let alphabet = MathAlphabet.macros[name] {
      return (alphabet.applied(to: argument(of: token) ?? .nothing), false)
    }
    if let alphabet = TeXMacros.words[name] { return (text(token, alphabet), false) }
    if let (size, kind) = MathDelimiters.size(of: name) {
      return (.delimiter(delimiter(behind: token) ?? "", kind, size: size), false)
    }
    if TeXMacros.silent.contains(name) { return nil }
    return structure(name, token)
  }

  private mutating func structure(
    _ name: String, _ token: TeXToken
  ) -> (node: MathNode, takesLimits: Bool)? {
    switch name {
    case "sqrt": return (root(token), false)
    case "overline", "underline":
      return (.lined(argument(of: token) ?? .nothing, isAbove: name == "overline"), false)
    case "left": return (fence(token), false)
    case "begin": return (environment(token), false)
    case "operatorname":
      let takesLimits = take(.character("*"))
      return (functionName(token, takesLimits: takesLimits), false)
    case "overset", "stackrel":
      let above = argument(of: token)
      let base = argument(of: token) ?? .nothing
      return (.scripts(base, below: nil, above: above, asLimits: true), false)
    case "underset":
      let below = argument(of: token)
      let base = argument(of: token) ?? .nothing
      return (.scripts(base, below: below, above: nil, asLimits: true), false)
    case "substack": return (substack(token), false)
    case "not":
      guard case .operator(let sign, let kind)? = argument(of: token) else {
        return (.operator("¬", .ordinary), false)
      }
      return (.operator(Self.negations[sign] ?? sign + "\u{338}", kind), false)
    case "bmod": return (.function("mod", takesLimits: false), false)
    case "pmod":
      let modulus = argument(of: token) ?? .nothing
      return (
        .row([
          .space("0.5"), .operator("(", .opening), .function("mod", takesLimits: false), modulus,
          .operator(")", .closing),
        ]), false
      )
    case "\\", "right", "end":
      fail(at: token)
      return nil
    default: return (unknownMacro(name, token), false)
    }
  }

  /// What `\not` makes of relations that have a sign of their own for it.
  private static let negations = [
    "=": "≠", "∈": "∉", "∋": "∌", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "∼": "≁", "≃": "≄",
    "≅": "≇", "≈": "≉", "≡": "≢", "∣": "∤", "∥": "∦", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉",
    "∃": "∄", "⊢": "⊬", "⊨": "⊭", "→": "↛", "←": "↚", "↔": "↮", "⇒": "⇏", "⇐": "⇍", "⇔": "⇎",
  ]

  private mutating func fraction(_ token: TeXToken, hasBar: Bool, isDisplay: Bool?) -> MathNode {
    let above = argument(of: token) ?? .nothing
    let below = argument(of: token) ?? .nothing
    let fraction = MathNode.fraction(above, over: below, hasBar: hasBar, isDisplay: isDisplay)
    return hasBar ? fraction : .fenced("(", fraction, ")")
  }

  private mutating func root(_ token: TeXToken) -> MathNode {
    var degree: MathNode?
    if let bracket = peek, take(.character("[")) {
      degree = .joined(deeper(than: bracket, otherwise: []) { $0.row(until: .bracket) })
      if !take(.character("]")) { fail("this '[' has no ']'", at: bracket.range) }
    }
    return .root(argument(of: token) ?? .nothing, degree: degree)
  }

  /// The words in braces, which are no math.
  private mutating func text(_ token: TeXToken, _ alphabet: MathAlphabet) -> MathNode {
    guard let range = rawGroup(of: token) else { return .nothing }
    let words = written(range).split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\\" })
    let text = words.joined()
    guard case .identifier(let styled, _) = alphabet.applied(to: .identifier(text, isUpright: true))
    else { return .nothing }
    return .text(styled)
  }

  /// Where the text between the next braces stands.
  private mutating func rawGroup(of owner: TeXToken) -> SourceRange? {
    guard let opening = peek, take(.opening) else {
      fail("'\(written(owner.range))' needs braces around its text", at: owner.range)
      return nil
    }
    var depth = 1
    while let token = peek {
      index += 1
      if token.kind == .opening { depth += 1 }
      if token.kind == .closing { depth -= 1 }
      if depth == 0 { return SourceRange(opening.range.upper, token.range.lower) }
    }
    fail("this '{' has no '}'", at: opening.range)
    return nil
  }

  /// The name of a function, letters with spaces between them, or whatever stands there instead.
  private mutating func functionName(_ token: TeXToken, takesLimits: Bool) -> MathNode {
    let node = MathAlphabet.roman.applied(to: argument(of: token) ?? .nothing)
    let nodes: [MathNode] = if case .row(let nodes) = node { nodes } else { [node] }
    var name = ""
    for node in nodes {
      switch node {
      case .identifier(let letters, _): name += letters
      case .number(let digits): name += digits
      case .operator("−", _): name += "-"
      case .space: name += "\u{2009}"
      default: return node
      }
    }
    return .function(name, takesLimits: takesLimits)
  }

  /// The delimiter behind `\left`, `\right` and their like; nil for none.
  mutating func delimiter(behind owner: TeXToken) -> String? {
    guard let token = peek, let sign = MathDelimiters.sign(for: token.kind) else {
      fail("'\(written(owner.range))' needs a delimiter, such as '(' or '.'", at: owner.range)
      return nil
    }
    index += 1
    return sign
  }

  private mutating func fence(_ token: TeXToken) -> MathNode {
    let opening = delimiter(behind: token)
    let inner = deeper(than: token, otherwise: []) { $0.row(until: .right) }
    guard let right = peek, take(.macro("right")) else {
      fail("this '\\left' has no '\\right'", at: token.range)
      return .nothing
    }
    return .fenced(opening, .joined(inner), delimiter(behind: right))
  }

  private mutating func substack(_ token: TeXToken) -> MathNode {
    guard let opening = peek, take(.opening) else {
      fail("'\\substack' needs braces around its lines", at: token.range)
      return .nothing
    }
    let rows: [[MathNode]] = deeper(than: token, otherwise: []) { parser in
      var rows: [[MathNode]] = []
      repeat { rows.append([.joined(parser.row(until: .line))]) } while parser.take(.macro("\\"))
      return rows
    }
    if !take(.closing) { fail("this '{' has no '}'", at: opening.range) }
    return .table(rows, .matrix)
  }
}

// MARK: - Environments

extension TeXParser {
  private mutating func environment(_ token: TeXToken) -> MathNode {
    guard let range = rawGroup(of: token) else { return .nothing }
    let name = written(range)
    guard let environment = MathEnvironment.all[name] else {
      let hint = suggestion(for: name, among: MathEnvironment.all.keys.sorted(by: >))
      fail("unknown environment '\(name)'\(hint)", at: range, suggestion: hint)
      return .nothing
    }
    if environment.describesColumns { _ = rawGroup(of: token) }
    let rows = deeper(than: token, otherwise: []) { $0.rows() }
    guard let end = peek, take(.macro("end")) else {
      fail("this '\\begin{\(name)}' has no '\\end{\(name)}'", at: token.range)
      return .nothing
    }
    if let closing = rawGroup(of: end), written(closing) != name {
      fail("this should be '\(name)', which began last", at: closing)
    }
    let table = MathNode.table(rows, environment.table)
    if environment.opening == nil, environment.closing == nil { return table }
    return .fenced(environment.opening, table, environment.closing)
  }

  /// The cells of an environment, row by row.
  private mutating func rows() -> [[MathNode]] {
    var rows: [[MathNode]] = [[]]
    while true {
      rows[rows.count - 1].append(.joined(row(until: .cell)))
      if take(.ampersand) { continue }
      guard take(.macro("\\")) else { break }
      rows.append([])
    }
    // What ends with '\\' has no further row.
    if rows.count > 1, rows[rows.count - 1] == [.nothing] { rows.removeLast() }
    return rows
  }
}
