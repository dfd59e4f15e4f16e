/// The delimiters that may stand behind `\left`, `\right` and `\big`, and how high `\big` and its like make them.
enum MathDelimiters {
  /// The sign of a delimiter, nil for the '.' that shows none; or nothing for what is no delimiter.
  static func sign(for kind: TeXToken.Kind) -> String?? {
    switch kind {
    case .character("."): return .some(nil)
    case .character("<"): return "⟨"
    case .character(">"): return "⟩"
    case .character(let character) where "()[]|/".unicodeScalars.contains(character):
      return .some(String(character))
    case .macro(let name):
      guard names.contains(name), case .operator(let sign, _)? = MathSymbols.nodes[name] else {
        return nil
      }
      return .some(sign)
    default: return nil
    }
  }

  private static let names: Set = [
    "{", "}", "|", "lbrace", "rbrace", "lbrack", "rbrack", "langle", "rangle", "lvert", "rvert",
    "vert", "lVert", "rVert", "Vert", "lfloor", "rfloor", "lceil", "rceil", "backslash", "uparrow",
    "downarrow", "updownarrow",
  ]

  /// The heights by the macros that ask for them, in em.
  static let sizes = ["big": "1.2", "Big": "1.8", "bigg": "2.4", "Bigg": "3"]

  /// How high the delimiter behind a macro is, and how it stands; nil for another macro.
  static func size(of macro: String) -> (size: String, MathOperator)? {
    if let size = sizes[macro] { return (size, .ordinary) }
    guard let side = macro.last, let size = sizes[String(macro.dropLast())] else { return nil }
    switch side {
    case "l": return (size, .opening)
    case "r": return (size, .closing)
    case "m": return (size, .relation)
    default: return nil
    }
  }
}
