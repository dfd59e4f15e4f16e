/// A sign above or below what it belongs to, such as a hat.
struct MathMark: Sendable {
  var sign: String
  var isAbove = true
  /// Whether it is as wide as what it belongs to.
  var stretches = false
  /// Whether scripts stand below or above it, as the words at a brace do.
  var takesLimits = false

  /// The marks by their macros.
  static let all: [String: MathMark] = [
    "hat": .init(sign: "ˆ"), "tilde": .init(sign: "˜"), "bar": .init(sign: "¯"),
    "vec": .init(sign: "→"), "dot": .init(sign: "˙"), "ddot": .init(sign: "¨"),
    "check": .init(sign: "ˇ"), "breve": .init(sign: "˘"), "acute": .init(sign: "´"),
    "grave": .init(sign: "`"), "widehat": .init(sign: "^", stretches: true),
    "widetilde": .init(sign: "~", stretches: true),
    "overrightarrow": .init(sign: "→", stretches: true),
    "overbrace": .init(sign: "⏞", stretches: true, takesLimits: true),
    "underbrace": .init(sign: "⏟", isAbove: false, stretches: true, takesLimits: true),
  ]
}
