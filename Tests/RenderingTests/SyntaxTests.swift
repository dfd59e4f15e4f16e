import Rendering
import Testing

/// Source code is shown with its tokens told apart, and as it is.
@Suite struct SyntaxTests {
  private func tokens(_ language: String, _ source: String) -> [String] {
    Syntaxes.tokens(of: source, language: language).compactMap { token in
      token.kind.map { "\($0) \(token.text)" }
    }
  }

  @Test func yamlHasKeysValuesAndCellOptions() {
    let source = """
      #| label: fig-loss
      lines: [run.loss, 'b', "c # d", 1e-3, $hidden]  # why
      - a: true
        "b": {c: -2.5, d: null}
      text: |
        all: of # this
      at: http://x#y it's
      """
    #expect(
      tokens("yaml", source) == [
        "comment #|", "key label", "key lines", "string 'b'", "string \"c # d\"", "number 1e-3",
        "variable $hidden", "comment # why", "key a", "constant true", "key \"b\"", "key c",
        "number -2.5", "key d", "constant null", "key text", "string all: of # this", "key at",
      ])
  }

  @Test func pythonHasKeywordsStringsAndNames() {
    let source = """
      @dec.orated
      def loss(p, *, y=1.5e-3):  # why
          '''A "word".
          More.'''
          return f"a{p}" if p is not None else rb'\\''
      """
    #expect(
      tokens("python", source) == [
        "keyword @dec.orated", "keyword def", "name loss", "number 1.5e-3", "comment # why",
        "string '''A \"word\".\n    More.'''", "keyword return", "string f\"a{p}\"", "keyword if",
        "keyword is", "keyword not", "constant None", "keyword else", "string rb'\\''",
      ])
  }

  @Test func swiftHasNestedCommentsAndStrings() {
    let source = """
      #if os(Linux)
      func go() { let s = "\\(f("x"))" + #"a"b"#  /* one /* two */ */ } // three
      case .init(0..<1_000)
      """
    #expect(
      tokens("Swift", source) == [
        "keyword #if", "keyword func", "name go", "keyword let", "string \"\\(f(\"x\"))\"",
        "string #\"a\"b\"#", "comment /* one /* two */ */", "comment // three", "keyword case",
        "number 0", "number 1_000",
      ])
  }

  @Test func theShellHasOptionsAndVariables() {
    #expect(
      tokens("bash", "for f in ${files}; do run -p \"a=$f\" --quiet no-if # why\ndone <'x' # $y")
        == [
          "keyword for", "keyword in", "variable ${files}", "keyword do", "key -p",
          "string \"a=$f\"",
          "key --quiet", "comment # why", "keyword done", "string 'x'", "comment # $y",
        ])
  }

  @Test func jsonTellsKeysFromTexts() {
    #expect(
      tokens("json", #"{"a\"b" : ["c", -1.5e3, true], "d": null}"#) == [
        #"key "a\"b""#, #"string "c""#, "number -1.5e3", "constant true", #"key "d""#,
        "constant null",
      ])
  }

  @Test func lessonsHaveBlocks() {
    let source =
      "---\ntitle: A\n---\n# B\n\na `b`\n\n```{train run}\n#| echo: false\nepochs: 5\n```\n\n```\n# c\n```\n"
    #expect(
      tokens("markdown", source) == [
        "comment ---", "key title", "comment ---", "keyword # B", "string `b`", "comment ```",
        "command train", "name run", "comment #|", "key echo", "constant false", "key epochs",
        "number 5", "comment ```", "comment ```", "comment ```",
      ])
  }

  @Test func anotherLanguageIsPlain() {
    #expect(tokens("cobol", "IF \"a\" 1") == [])
    #expect(Syntaxes.tokens(of: "", language: "cobol").isEmpty)
  }

  /// Pieces that open, close and escape things in some language.
  private static let pieces = [
    "\"", "'", "\"\"\"", "'''", "#", "##", "#|", "|", ":", " ", "\n", "- ", "[", "]", "{", "}", "$",
    "${",
    "a", "1", ".", "e-", "é", "👩‍🔬", "`", "```", "```{", "---\n", "\\", "\\(", "(", ")", "/*", "*/",
    "//",
    "~~~", "@", "\r\n", "\t", "\0", "\u{301}", "if", "def ", "-", "--", "<", "&",
  ]

  @Test(arguments: Syntaxes.names)
  func nothingIsLostOrChanged(language: String) {
    var random = SmallRandom(seed: 7)
    for _ in 0..<3000 {
      let count = random.next(below: 40)
      let source = (0..<count).map { _ in Self.pieces[random.next(below: Self.pieces.count)] }
        .joined()
      let tokens = Syntaxes.tokens(of: source, language: language)
      #expect(
        tokens.map(\.text).joined().utf8.elementsEqual(source.utf8), "\(source.debugDescription)")
      #expect(tokens.allSatisfy { !$0.text.isEmpty })
    }
  }

  /// A page shows all of it too, but for characters that no page can hold.
  @Test(arguments: Syntaxes.names)
  func pagesShowTheSource(language: String) throws {
    var random = SmallRandom(seed: 8)
    for _ in 0..<200 {
      let pieces = Self.pieces.filter { $0 != "\0" && $0 != "\r\n" }
      let source = (0..<40).map { _ in pieces[random.next(below: pieces.count)] }.joined()
      var page = Markup()
      page.element("code") { HighlightedCode(source, language: language).write(into: &$0) }
      let text = try #require(Elements(page.text)).text
      #expect(text.utf8.elementsEqual(source.utf8), "\(source.debugDescription)")
    }
  }

  /// Twice the text takes twice the time, and not four times; a quadratic reader would need minutes for these.
  @Test(arguments: Syntaxes.names)
  func longSourcesAreReadInLinearTime(language: String) {
    let clock = ContinuousClock()
    for piece in Self.pieces + ["[1,", "|,", "a: ", "$a", "{a: ", "\"a\" ", "- |\n  "] {
      let source = String(repeating: piece, count: 50_000)
      let seconds =
        clock.measure { _ = Syntaxes.tokens(of: source, language: language) } / .seconds(1)
      #expect(seconds < 5, "\(piece.debugDescription)")
    }
  }
}

/// The same numbers every time (Knuth's linear congruential generator, MMIX).
private struct SmallRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
