/// A style of letters, which Unicode has as characters of their own.
enum MathAlphabet: Sendable {
  case roman, bold, boldItalic, italic, blackboard, calligraphic, fraktur, sansSerif, typewriter

  /// The alphabets by the macros that choose them.
  static let macros: [String: MathAlphabet] = [
    "mathrm": .roman, "rm": .roman, "mathup": .roman, "mathbf": .bold, "bm": .boldItalic,
    "boldsymbol": .boldItalic, "mathit": .italic, "mathbb": .blackboard, "mathcal": .calligraphic,
    "mathscr": .calligraphic, "mathfrak": .fraktur, "mathsf": .sansSerif, "mathtt": .typewriter,
  ]

  /// The node with its letters and digits in this style.
  func applied(to node: MathNode) -> MathNode {
    switch node {
    case .identifier(let name, _):
      return .identifier(styled(name), isUpright: self != .italic)
    case .number(let digits): return .number(styled(digits))
    case .row(let nodes): return .row(joiningWords(nodes).map(applied))
    case .fraction(let above, let below, let hasBar, let isDisplay):
      return .fraction(
        applied(to: above), over: applied(to: below), hasBar: hasBar, isDisplay: isDisplay)
    case .root(let radicand, let degree):
      return .root(applied(to: radicand), degree: degree.map(applied))
    case .scripts(let base, let below, let above, let asLimits):
      return .scripts(
        applied(to: base), below: below.map(applied), above: above.map(applied),
        asLimits: asLimits)
    case .lined(let base, let isAbove): return .lined(applied(to: base), isAbove: isAbove)
    case .mark(let base, let mark, let isAbove, let stretches):
      return .mark(applied(to: base), mark, isAbove: isAbove, stretches: stretches)
    case .fenced(let opening, let inner, let closing):
      return .fenced(opening, applied(to: inner), closing)
    default: return node
    }
  }

  /// Upright letters next to each other are a word.
  private func joiningWords(_ nodes: [MathNode]) -> [MathNode] {
    guard self == .roman || self == .sansSerif || self == .typewriter || self == .bold else {
      return nodes
    }
    var joined: [MathNode] = []
    for node in nodes {
      if case .identifier(let letter, _) = node,
        case .identifier(let word, let isUpright)? = joined.last
      {
        joined[joined.count - 1] = .identifier(word + letter, isUpright: isUpright)
      } else {
        joined.append(node)
      }
    }
    return joined
  }

  private func styled(_ text: String) -> String {
    var styled = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { styled.append(self.styled(scalar)) }
    return String(styled)
  }

  private func styled(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let exception = Self.exceptions[self]?[scalar] { return exception }
    switch scalar {
    case "A"..."Z": return scalar.shifted(from: "A", to: latin)
    case "a"..."z": return scalar.shifted(from: "a", to: latin.map { $0 + 26 })
    case "0"..."9": return scalar.shifted(from: "0", to: digits)
    case "Α"..."Ω": return scalar.shifted(from: "Α", to: greek)
    case "α"..."ω": return scalar.shifted(from: "α", to: greek.map { $0 + 26 })
    default: return scalar
    }
  }

  /// The code point of the letter A in this style.
  private var latin: UInt32? {
    switch self {
    case .roman, .italic: nil
    case .bold: 0x1D400
    case .boldItalic: 0x1D468
    case .calligraphic: 0x1D49C
    case .fraktur: 0x1D504
    case .blackboard: 0x1D538
    case .sansSerif: 0x1D5A0
    case .typewriter: 0x1D670
    }
  }

  /// The code point of the digit 0 in this style.
  private var digits: UInt32? {
    switch self {
    case .bold, .boldItalic: 0x1D7CE
    case .blackboard: 0x1D7D8
    case .sansSerif: 0x1D7E2
    case .typewriter: 0x1D7F6
    default: nil
    }
  }

  /// The code point of a capital alpha in this style.
  private var greek: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .boldItalic: 0x1D71C
    default: nil
    }
  }

  /// Letters that Unicode had before it had the alphabets, and signs that stand apart from them.
  private static let exceptions: [MathAlphabet: [Unicode.Scalar: Unicode.Scalar]] = [
    .blackboard: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"],
    .calligraphic: [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ",
      "g": "ℊ", "o": "ℴ",
    ],
    .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
    .bold: ["∇": "𝛁", "∂": "𝛛", "ϵ": "𝛜"],
    .boldItalic: ["∇": "𝜵", "∂": "𝝏", "ϵ": "𝝐"],
  ]
}

extension Unicode.Scalar {
  /// The scalar as far from `target` as this one is from `origin`; the same if there is no target.
  fileprivate func shifted(from origin: Unicode.Scalar, to target: UInt32?) -> Unicode.Scalar {
    target.flatMap { Unicode.Scalar(value - origin.value + $0) } ?? self
  }
}
