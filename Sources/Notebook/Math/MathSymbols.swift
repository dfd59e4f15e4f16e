/// The macros that stand for one symbol or one function.
enum MathSymbols {
  /// The symbols by their macros.
  static let nodes: [String: MathNode] = {
    var nodes: [String: MathNode] = [:]
    for (list, make) in lists {
      let words = list.split(whereSeparator: \.isWhitespace).map(String.init)
      for index in stride(from: 0, to: words.count - 1, by: 2) {
        nodes[words[index]] = make(words[index + 1])
      }
    }
    for name in functions.split(separator: " ") {
      nodes[String(name)] = .function(String(name), takesLimits: false)
    }
    for name in functionsWithLimits.split(separator: " ") {
      nodes[String(name)] = .function(String(name), takesLimits: true)
    }
    for (name, text) in ["argmax": "arg\u{2009}max", "argmin": "arg\u{2009}min"] {
      nodes[name] = .function(text, takesLimits: true)
    }
    return nodes
  }()

  /// The spaces by their macros, in em.
  static let spaces: [String: String] = [
    ",": "0.1667", "thinspace": "0.1667", ":": "0.2222", ">": "0.2222", ";": "0.2778",
    "!": "-0.1667", " ": "0.25", "\n": "0.25", "enspace": "0.5", "quad": "1", "qquad": "2",
  ]

  /// How a character that stands for itself is read.
  static func node(for character: Unicode.Scalar) -> MathNode {
    switch character {
    case "-": return .operator("−", .binary)
    case "*": return .operator("∗", .binary)
    case "+", "±", "×", "·", "⋅", "÷", "⊙", "⊗", "⊕", "∘":
      return .operator(String(character), .binary)
    case "(", "[": return .operator(String(character), .opening)
    case ")", "]", "!", "?": return .operator(String(character), .closing)
    case ",", ";": return .operator(String(character), .punctuation)
    case "|", "/", ".", "\"", "@", "`", "…", "⋯": return .operator(String(character), .ordinary)
    case "~": return .space("0.25")
    case "∑", "∏": return .operator(String(character), .large)
    case "∫": return .operator(String(character), .integral)
    case "∞", "∂", "∇", "∅": return .identifier(String(character), isUpright: true)
    default:
      return character.properties.isAlphabetic
        ? .identifier(String(character), isUpright: false)
        : .operator(String(character), .relation)
    }
  }

  private static let lists: [(String, @Sendable (String) -> MathNode)] = [
    (leaning, { .identifier($0, isUpright: false) }),
    (upright, { .identifier($0, isUpright: true) }),
    (binary, { .operator($0, .binary) }), (relations, { .operator($0, .relation) }),
    (ordinary, { .operator($0, .ordinary) }), (opening, { .operator($0, .opening) }),
    (closing, { .operator($0, .closing) }), (large, { .operator($0, .large) }),
    (integrals, { .operator($0, .integral) }),
  ]

  private static let leaning = """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ
    upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω ell ℓ imath ı jmath ȷ
    """

  private static let upright = """
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω partial ∂
    nabla ∇ infty ∞ hbar ℏ Re ℜ Im ℑ aleph ℵ emptyset ∅ varnothing ∅ top ⊤ bot ⊥ angle ∠
    """

  private static let binary = """
    cdot ⋅ times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet ∙ odot ⊙ otimes ⊗ oplus ⊕ ominus ⊖
    oslash ⊘ cap ∩ cup ∪ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ amalg ⨿ dagger † sqcap ⊓ sqcup ⊔
    """

  private static let relations = """
    eq = ne ≠ neq ≠ lt < gt > le ≤ leq ≤ ge ≥ geq ≥ leqslant ⩽ geqslant ⩾ ll ≪ gg ≫ approx ≈ sim ∼
    simeq ≃ cong ≅ equiv ≡ propto ∝ triangleq ≜ coloneqq ≔ doteq ≐ in ∈ notin ∉ ni ∋ subset ⊂
    subseteq ⊆ supset ⊃ supseteq ⊇ mid ∣ nmid ∤ parallel ∥ perp ⟂ vdash ⊢ models ⊨ colon :
    to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⟹ Leftarrow ⇐
    Leftrightarrow ⇔ iff ⟺ mapsto ↦ longrightarrow ⟶ longleftarrow ⟵ longmapsto ⟼ uparrow ↑
    downarrow ↓ updownarrow ↕ nearrow ↗ searrow ↘ hookrightarrow ↪ rightharpoonup ⇀ leadsto ⇝
    """

  private static let ordinary = """
    ldots … dots … dotsc … cdots ⋯ dotsb ⋯ vdots ⋮ ddots ⋱ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬
    prime ′ vert | Vert ‖ | ‖ backslash \\ % % # # & & $ $ _ _ degree ° square □ blacksquare ■
    checkmark ✓ therefore ∴ because ∵
    """

  private static let opening = "{ { lbrace { lbrack [ langle ⟨ lvert | lVert ‖ lfloor ⌊ lceil ⌈"
  private static let closing = "} } rbrace } rbrack ] rangle ⟩ rvert | rVert ‖ rfloor ⌋ rceil ⌉"

  private static let large = """
    sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀
    """

  private static let integrals = "int ∫ iint ∬ iiint ∭ oint ∮"

  private static let functions = """
    log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth deg dim hom ker arg
    """
    .split(whereSeparator: \.isWhitespace).joined(separator: " ")

  private static let functionsWithLimits = "max min sup inf lim limsup liminf det gcd Pr"
}
