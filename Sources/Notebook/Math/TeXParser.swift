/// Reads the TeX of a formula: tokens to a tree.
///
/// An unknown macro is noted and kept as it is written. Any other mistake ends the reading: what follows it would only be
/// guessed.
struct TeXParser {
  /// Where a row of nodes ends.
  enum Terminator: Equatable {
    case end, brace, bracket, right, cell
    /// A line among others in braces.
    case line
  }

  /// More than any formula has.
  private static let greatestTokenCount = 10_000
  private static let greatestDepth = 64

  private let tex: JoinedText
  private let place: SourceRange
  private let suggestsNames: Bool
  let tokens: [TeXToken]
  var index = 0
  private var depth = 0
  private var isBroken = false
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - place: where the whole formula stands in the lesson.
  ///   - suggestsNames: whether what an unknown macro may mean is searched for.
  init(_ tex: JoinedText, of place: SourceRange, suggestsNames: Bool) {
    self.tex = tex
    self.place = place
    self.suggestsNames = suggestsNames
    tokens = TeXToken.all(in: tex, limit: Self.greatestTokenCount + 1)
  }

  /// The whole formula; nil if it cannot be read.
  mutating func formula() -> MathNode? {
    if tokens.count > Self.greatestTokenCount {
      diagnostics.append(
        .error(.tooMuch, "a formula has at most \(Self.greatestTokenCount) symbols", at: place))
      return nil
    }
    noteComment()
    var rows = [[MathNode.joined(row(until: .end))]]
    while peek?.kind == .macro("\\") {
      index += 1
      rows.append([MathNode.joined(row(until: .end))])
    }
    if isBroken { return nil }
    return rows.count == 1 ? rows[0][0] : .table(rows, .lines)
  }

  /// A percent sign that takes away the rest of a formula is hardly meant as a comment.
  private mutating func noteComment() {
    let end = tokens.last?.range.upper ?? 0
    let rest = tex.bytes[end...]
    guard let percent = rest.firstIndex(of: UInt8(ascii: "%")),
      !rest[percent...].contains(UInt8(ascii: "\n"))
    else { return }
    diagnostics.append(
      .warning(
        .badMath, "'%' begins a comment in TeX; a percent sign is written '\\%'",
        at: tex.source(of: SourceRange(percent, percent + 1))))
  }
}

// MARK: - Tokens and mistakes

extension TeXParser {
  /// The next token, or nil at the end.
  var peek: TeXToken? { index < tokens.count ? tokens[index] : nil }

  /// Takes the next token if it is of a kind.
  mutating func take(_ kind: TeXToken.Kind) -> Bool {
    guard peek?.kind == kind else { return false }
    index += 1
    return true
  }

  /// Notes a mistake and ends the reading.
  mutating func fail(_ message: String, at range: SourceRange, suggestion: Suggestion? = nil) {
    if isBroken { return }
    isBroken = true
    index = tokens.count
    diagnostics.append(
      .warning(.badMath, message, at: tex.source(of: range), suggestion: suggestion))
  }

  /// Notes that something stands where it means nothing.
  mutating func fail(at token: TeXToken) {
    switch token.kind {
    case .closing: fail("this '}' has no '{'", at: token.range)
    case .ampersand:
      fail("'&' stands between the cells of a matrix, of cases or of aligned", at: token.range)
    case .macro("\\"):
      fail("'\\\\' stands between the rows of a matrix, of cases or of aligned", at: token.range)
    case .macro("right"): fail("this '\\right' has no '\\left'", at: token.range)
    case .macro("end"): fail("this '\\end' has no '\\begin'", at: token.range)
    default: fail("this stands where it means nothing", at: token.range)
    }
  }

  /// The TeX in a range.
  func written(_ range: SourceRange) -> String {
    String(decoding: tex.bytes[range.lower..<range.upper], as: UTF8.self)
  }

  /// Reads what lies deeper than what began with a token.
  mutating func deeper<Read>(
    than token: TeXToken, otherwise nothing: Read, _ read: (inout TeXParser) -> Read
  ) -> Read {
    guard depth < Self.greatestDepth else {
      fail("a formula is nested at most \(Self.greatestDepth) levels deep", at: token.range)
      return nothing
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  /// A macro that nobody knows, kept as it is written.
  mutating func unknownMacro(_ name: String, _ token: TeXToken) -> MathNode {
    let macro = "\\" + name
    let hint = suggestion(for: macro, among: suggestsNames ? TeXMacros.names : [])
    diagnostics.append(
      .warning(
        .unknownMacro, "unknown macro '\(macro)'\(hint)", at: tex.source(of: token.range),
        suggestion: hint))
    return .unknown(macro)
  }
}

// MARK: - Rows and scripts

extension TeXParser {
  /// The nodes up to a terminator, which is left for the caller.
  mutating func row(until terminator: Terminator) -> [MathNode] {
    var nodes: [MathNode] = []
    while let token = peek {
      switch token.kind {
      case .closing where terminator == .brace || terminator == .line: return nodes
      case .character("]") where terminator == .bracket: return nodes
      case .ampersand where terminator == .cell, .macro("end") where terminator == .cell:
        return nodes
      case .macro("\\") where [.cell, .end, .line].contains(terminator): return nodes
      case .macro("right") where terminator == .right: return nodes
      case .closing, .ampersand, .macro("\\"), .macro("right"), .macro("end"): fail(at: token)
      case .macro("displaystyle"), .macro("textstyle"):
        index += 1
        let isDisplay = token.kind == .macro("displaystyle")
        // It holds for the rest of the group, which may hold another one.
        let rest = deeper(than: token, otherwise: []) { $0.row(until: terminator) }
        return nodes + [.styled(.joined(rest), isDisplay: isDisplay)]
      case .macro("middle") where terminator == .right:
        index += 1
        let sign = delimiter(behind: token)
        nodes.append(.delimiter(sign ?? "", .relation, size: ""))
      default:
        if let node = scripted(atom(token)) { nodes.append(node) }
      }
    }
    return nodes
  }

  /// A node with the scripts behind it.
  private mutating func scripted(_ base: (node: MathNode, takesLimits: Bool)?) -> MathNode? {
    guard let base else { return nil }
    var below: MathNode?
    var above: MathNode?
    var primes = ""
    var asLimits: Bool? = base.takesLimits ? true : nil
    while let token = peek {
      switch token.kind {
      case .prime:
        index += 1
        primes += "′"
        if primes.utf8.count > 300 { fail("nobody counts so many primes", at: token.range) }
      case .superscript:
        if above != nil {
          fail("a second '^' needs braces around what it belongs to", at: token.range)
        }
        index += 1
        above = argument(of: token)
      case .subscript:
        if below != nil {
          fail("a second '_' needs braces around what it belongs to", at: token.range)
        }
        index += 1
        below = argument(of: token)
      case .macro("limits"), .macro("nolimits"):
        index += 1
        asLimits = token.kind == .macro("limits")
      default:
        return joined(base.node, below, above, primes, asLimits)
      }
    }
    return joined(base.node, below, above, primes, asLimits)
  }

  private func joined(
    _ base: MathNode, _ below: MathNode?, _ above: MathNode?, _ primes: String, _ asLimits: Bool?
  ) -> MathNode {
    var above = above
    if !primes.isEmpty {
      let marks = MathNode.operator(primes, .ordinary)
      above = above.map { .row([marks, $0]) } ?? marks
    }
    if below == nil, above == nil { return base }
    return .scripts(base, below: below, above: above, asLimits: asLimits)
  }

  /// What a macro or a script applies to: a group in braces, or the next symbol.
  mutating func argument(of owner: TeXToken) -> MathNode? {
    guard let token = peek, !endsArgument(token) else {
      fail("nothing follows '\(written(owner.range))', which needs something", at: owner.range)
      return nil
    }
    return deeper(than: owner, otherwise: nil) { parser in
      if case .character(let character) = token.kind {
        parser.index += 1
        return character.properties.numericType == .decimal
          ? .number(String(character)) : MathSymbols.node(for: character)
      }
      return parser.atom(token)?.node
    }
  }

  private func endsArgument(_ token: TeXToken) -> Bool {
    switch token.kind {
    case .closing, .ampersand, .superscript, .subscript, .prime, .macro("\\"), .macro("right"),
      .macro("end"):
      true
    default: false
    }
  }

  /// The nodes in braces, which begin at the next token.
  mutating func group() -> MathNode {
    guard let opening = peek, take(.opening) else { return .nothing }
    let nodes = deeper(than: opening, otherwise: []) { $0.row(until: .brace) }
    if !take(.closing) { fail("this '{' has no '}'", at: opening.range) }
    return nodes.count == 1 ? nodes[0] : .row(nodes)
  }
}

// MARK: - Atoms

extension TeXParser {
  /// The next node without its scripts, and whether those stand below and above it; nil for what shows nothing.
  mutating func atom(_ token: TeXToken) -> (node: MathNode, takesLimits: Bool)? {
    switch token.kind {
    case .opening: return (group(), false)
    case .superscript, .subscript, .prime: return (.nothing, false)
    case .character(let character):
      index += 1
      if character.properties.numericType == .decimal { return (number(from: token), false) }
      if character == ":", take(.character("=")) { return (.operator("≔", .relation), false) }
      return (MathSymbols.node(for: character), false)
    case .macro(let name):
      index += 1
      return macro(name, token)
    case .closing, .ampersand:
      fail(at: token)
      return nil
    }
  }

  /// Digits, perhaps with a point between them.
  private mutating func number(from first: TeXToken) -> MathNode {
    var digits = written(first.range)
    while let token = peek, case .character(let character) = token.kind {
      let isDigit = character.properties.numericType == .decimal
      let isPoint = character == "." && startsNumber(at: index + 1) && !digits.contains(".")
      if !isDigit, !isPoint { break }
      digits.unicodeScalars.append(character)
      index += 1
    }
    return .number(digits)
  }

  private func startsNumber(at index: Int) -> Bool {
    guard index < tokens.count, case .character(let character) = tokens[index].kind else {
      return false
    }
    return character.properties.numericType == .decimal
  }
}
