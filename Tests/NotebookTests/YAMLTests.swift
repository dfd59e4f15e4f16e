import LessonTesting
import Notebook
import Testing

@Suite("YAML")
struct YAMLTests {
  @Test(arguments: [
    ("a: 1", "{a: 1}"), ("{a: 1, b: [2, x]}", "{a: 1, b: [2, x]}"),
    ("- 1\n- - 2\n  - 3", "[1, [2, 3]]"), ("a:\n  b: c d", "{a: {b: c d}}"),
    ("a: 'it''s'", "{a: 'it's'}"), ("a: \"x\\ty\\u00e9\"", "{a: 'x\tyé'}"),
    ("\"a b\": 1", "{a b: 1}"), ("a: on", "{a: on}"), ("a: 1.10", "{a: 1.10}"),
    ("a: 0x1F", "{a: 0x1F}"), ("größe: ½ 日本", "{größe: ½ 日本}"),
    ("a: b # comment", "{a: b}"), ("a: {}", "{a: {}}"), ("a: []", "{a: []}"),
    ("a: x: y", nil), ("a:\tb", "{a: b}"), ("a: |\n  x\n  y", "{a: 'x\ny\n'}"),
    ("a: >\n  x\n  y", "{a: 'x y\n'}"), ("a: b\n  c", "{a: b c}"),
    ("a: 2026-01-31", "{a: 2026-01-31}"),
    ("a: [1,\n  2]", "{a: [1, 2]}"), ("[a, [b], {c: d}]", "[a, [b], {c: d}]"),
  ])
  func keepsWhatIsWritten(_ body: String, _ dump: String?) {
    let lesson = ReadLesson("```{x}\n\(body)\n```\n")
    if let dump {
      #expect(lesson.messages.isEmpty)
      let found = lesson.notebook.blocks.first?.body.map { text(of: $0) }
      #expect(found == dump)
    } else {
      #expect(lesson.messages.count == 1)
    }
  }

  @Test(arguments: [
    ("a: «&anchor» 1", "anchors are not part of a lesson's YAML"),
    ("a: «!!int» 1", "tags are not part of a lesson's YAML"),
    ("a: «!Mine» {b: 1}", "tags are not part of a lesson's YAML"),
    ("a: 1\nb: «*a»", "this is not valid YAML: text that begins with '*' needs quotes"),
    ("«<<»: {a: 1}", "merge keys are not part of a lesson's YAML"),
    ("a: 1\nb: 2\n«a»: 3", "'a' is given twice"),
    ("{a: 1, b: a, «a»: 2}", "'a' is given twice"),
    ("x:\n  ab: 1\n  abc: 2\n  «ab»: 3", "'ab' is given twice"),
    ("a: {b: 1}\nc: {b: 1, «b»: 2}", "'b' is given twice"),
    ("\"a\": 1\n«a»: 3", "'a' is given twice"),
    ("{é: 1, «\"e\\u0301\"»: 2}", "'é' is given twice"),
    ("{«\"\\u00e9\"»: 1, \"e\\u0301\": 2}", "'é' is given twice, written in two ways"),
    ("{«\"\\u00e9\"»: 1, \"\\u00e9\" : 2}", "'é' is given twice"),
    ("a-: 1\n«a-»: 2", "'a-' is given twice"), ("{\"é-\": 1, «'é-'»: 2}", "'é-' is given twice"),
    ("«a--»: 1\na--: 2", "'a--' is given twice"),
    ("«a--»: 1\nba--: 2\n\"a--\": 3", "'a--' is given twice, written in two ways"),
    ("{a: 1,\n b: 2, «a»: 3}", "'a' is given twice"),
    ("- x: {k: [a, 'a:']}\n  «x» : 2", "'x' is given twice"),
    ("a b: 'a b: c'\n«'a b'»: |\n  a b: d", "'a b' is given twice"),
    ("«[a, b]»: 1", "a key must be a single word"),
  ])
  func isPlain(_ body: String, _ message: String) {
    expectMistakes("```{x}\n\(body)\n```\n", [message])
  }

  /// What is refused leaves a value, so that all else in the block can be checked.
  @Test(arguments: [
    ("«&n» 1", "1", ["anchors"]), ("«!!int» «&n»  'a: b'", "'a: b'", ["tags", "anchors"]),
    ("«!t»\n  # c\n  b: [«!u» x, «&v»]", "{b: [x, ]}", ["tags", "tags", "anchors"]),
    ("«&a» [1, «&b» {c: 2}]", "[1, {c: 2}]", ["anchors", "anchors"]),
    ("{b: «&n» [1, x], c: {d: «*n» }}", "{b: [1, x], c: {d: [1, x]}}", ["anchors", "aliases"]),
    ("[«&n» 1, # *n\n «*n», {«*n» : 2}]", "[1, 1, {1: 2}]", ["anchors", "aliases", "aliases"]),
    ("{«<<»: {b: 1, c: 2}, c: 3}", "{c: 3, b: 1}", ["merge keys"]),
  ])
  func readsOnBehindWhatItRefuses(_ value: String, _ dump: String, _ refused: [String]) {
    let text = "```{x}\na: \(value)\nz: 1\n```\n"
    let lesson = ReadLesson(text)
    #expect(lesson.messages == refused.map { "\($0) are not part of a lesson's YAML" })
    let ranges = lesson.diagnostics.compactMap(\.range)
    #expect(MarkedText(text).marking(ranges) == text)
    #expect(lesson.notebook.blocks[0].body.map { self.text(of: $0) } == "{a: \(dump), z: 1}")
  }

  @Test func takesTheFirstOfEqualKeys() {
    let text = """
      ```{x}
      a: 1
      b: {c: [2], «c»: 3, «"c"»: 4}
      «a»: {d: 5, «d»: 6}
      e: "a: b"
      «a»: 7
      ```

      """
    let lesson = ReadLesson(text)
    #expect(lesson.markedText == text)
    #expect(
      Set(lesson.messages) == ["'a' is given twice", "'c' is given twice", "'d' is given twice"])
    let body = lesson.notebook.blocks[0].body.map { self.text(of: $0) }
    #expect(body == "{a: 1, b: {c: [2]}, e: 'a: b'}")
  }

  @Test func isNotFooledByAliasesThatMultiply() {
    let lines = (1..<40).map { level in
      "a\(level): &a\(level) [" + (0..<9).map { _ in "*a\(level - 1)" }.joined(separator: ", ")
        + "]"
    }
    let text = "```{x}\na0: &a0 [x]\n" + lines.joined(separator: "\n") + "\n```\n"
    let lesson = inAMoment { ReadLesson(text) }
    #expect(
      Set(lesson.messages) == [
        "anchors are not part of a lesson's YAML", "aliases are not part of a lesson's YAML",
      ])
    #expect(!lesson.notebook.blocks[0].hasReadableBody)
  }

  @Test func isNotSlowedByKeysThatRepeat() {
    let text = "```{x}\n" + (0..<2_000).map { "k\($0 % 900): {a: 1, a: 2}\n" }.joined() + "```\n"
    let lesson = inAMoment { ReadLesson(text) }
    #expect(lesson.messages.count == 3_100)
  }

  /// To YAML 1.1, which the parser reads, these characters end lines; to a lesson they do not.
  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func endsLinesWhereALessonDoes(_ mark: String) {
    let body = "a: \"b\(mark)c\" # d\(mark)e: 1\nf: g\(mark)h\n«f»: «!t» \u{F0000}"
    expectMistakes(
      "```{x}\n\(body)\n```\n",
      ["'f' is given twice", "tags are not part of a lesson's YAML"])
    expectMistakes(
      "---\ntitle: \"b\(mark)c\"\n«titel»: x\n---\n",
      ["unknown key 'titel' in the front matter; did you mean 'title'?"])
    let lesson = ReadLesson("```{x}\na: \"b\(mark)c\"\nf: g\(mark)\u{F0000}\n```\n")
    let found = lesson.notebook.blocks[0].body.map { text(of: $0) }
    #expect(found == "{a: 'b\(mark)c', f: g\(mark)\u{F0000}}")
  }

  @Test(arguments: [
    ("- a\n«-»\n- b", "[a, , b]"), ("- «-» \n  - b", "[[, b]]"), ("- a\n«-» # c", "[a, ]"),
  ])
  func placesEmptyEntriesOnTheirDashes(_ body: String, _ dump: String) throws {
    let marked = MarkedText(body)
    var diagnostics: [Diagnostic] = []
    let source = SourceText(name: "a", text: marked.text)
    let node = try #require(YAMLReader(source).read(into: &diagnostics))
    #expect(text(of: node) == dump)
    #expect(marked.marking(emptyEntries(of: node)) == body)
  }

  private func emptyEntries(of node: YAMLNode) -> [SourceRange] {
    guard case .sequence(let items) = node.content else { return [] }
    return items.flatMap { $0.scalar?.text == "" ? [$0.range] : emptyEntries(of: $0) }
  }

  @Test(arguments: [
    (
      "a: b«:» c",
      "no key can stand here: options begin in one column, and text with ': ' in it needs quotes"
    ),
    (
      "a: 1\n b«:» 2",
      "no key can stand here: options begin in one column, and text with ': ' in it needs quotes"
    ),
    ("a: 1\n«rate» 2\nb: 3", "a key has ': ' behind it, as in 'epochs: 10'"),
    ("a: 1\n«rate:2»\nb: 3", "a key has ': ' behind it, as in 'epochs: 10'"),
    ("a: «@x»", "text that begins with '@' needs quotes"),
    ("a: «`x`»", "text that begins with '`' needs quotes"),
    ("a: «%x»", "text that begins with '%' needs quotes"),
    ("layers«:»[2, 2]\nactivations: [a]", missingSpace),
    ("layers«:»[2,\n  2]\nactivations: [a]", missingSpace),
    ("layers«:»[2, 2] # that: is it\n\n# a: b\n  # c\nactivations: [a]", missingSpace),
    ("# a:1\nb«:»2 # c\nd: 3", missingSpace), ("- a«:»1\n  b: 2", missingSpace),
    ("a: {b«:»[1, 2], c: 3}", missingSpace), ("\"a:b\": 1\n«c:'d'»\ne: 2", missingSpace),
    ("\"a\nb:c\"\n«d:» 2", isOver), ("a: b\n  c:d\ne: f«:» g", noKey),
    ("# a:1\n b: 1\n«c:» 2", isOver),
    ("a: 1\n«---»\nb: 2", "'---' begins another document, and this is one"),
    ("layers: «[»2, 2\nactivations: [a]", "the '[' that opens here is never closed"),
    ("layers: «[»2, 2\nactivations: [a]\nepochs: 3", "the '[' that opens here is never closed"),
    ("a: «[»1, '[2]]', it's", "the '[' that opens here is never closed"),
    ("a: «[»1, 2 # ]\n# ]]\nb: 1", "the '[' that opens here is never closed"),
    ("a: «[»1, \"2\\\"]\", 'x'']'\nb: 1", "the '[' that opens here is never closed"),
    ("a: «[»1, # it's 'this\n2\nb: 1", "the '[' that opens here is never closed"),
    ("a: [1, «{»b: 2]", "the '{' that opens here is never closed"),
    ("a: «{»b: [1]", "the '{' that opens here is never closed"),
    ("a: 1\n«\t»b: 1", "lines are indented with spaces, not with tabs"),
    ("a: «*»", "text that begins with '*' needs quotes"),
    (
      "a: 'x' «y»",
      "the value before this is over: options begin in one column, and text with quotes or brackets in it needs quotes"
    ),
    ("- «\"a\" = $name»", "this text needs quotes around it all: '\"a\" = $name'"),
    ("- x\n- «'it' = 'b'» ", "this text needs quotes around it all: \"'it' = 'b'\""),
    ("- «'it' = \"b\"»", "this text needs quotes around it all: '''it'' = \"b\"'"),
    ("- «[1, 2] = a.b»", "this text needs quotes around it all: '[1, 2] = a.b'"),
    ("- «|x| < 1»", "this text needs quotes around it all: '|x| < 1'"),
    ("when: «|x| < 1»", "this text needs quotes around it all: '|x| < 1'"),
    ("- a\n«b:» 1", "the list before this is over: its entries begin with '- ' in one column"),
    ("a: «'x»", "the quote that opens here is never closed"),
    ("a: «\"x»", "the quote that opens here is never closed"),
    (
      "a: \"«\\lambda\"»",
      "within double quotes, a backslash is written '\\\\'; within single quotes, it is itself"
    ),
    (
      "a: [b, c«[d=1].e]»",
      "a list is written [a, b], and an entry with brackets in it needs quotes"
    ),
    (
      "a: {b: 1 c«:» 2}",
      "a mapping is written {a: 1, b: 2}, and text with ',' or braces in it needs quotes"
    ),
  ])
  func saysWhatToDoAboutWhatIsBroken(_ body: String, _ advice: String) {
    expectMistakes("```{x}\n\(body)\n```\n", ["this is not valid YAML: \(advice)"])
  }

  private static let missingSpace = "a key has ': ' behind it, as in 'epochs: 10'"
  private static let isOver = "the value before this is over: options begin in one column"
  private static let noKey =
    "no key can stand here: options begin in one column, and text with ': ' in it needs quotes"

  @Test(arguments: [
    "a: [1", "a: {b: 1", "a: \"x", "a: 'x", "\ta: 1", "a: b: c", "- a\nb: 1", "a: @x", "%x",
    "a: `x`",
  ])
  func isToldWhereItIsBroken(_ body: String) {
    let lesson = ReadLesson("Text\n\n```{x}\n\(body)\n```\n")
    #expect(lesson.messages.count == 1)
    #expect(lesson.messages.allSatisfy { $0.hasPrefix("this is not valid YAML: ") })
    let block = lesson.notebook.blocks[0].range
    let range = lesson.diagnostics[0].range ?? SourceRange(0, 0)
    #expect(range.lower > block.lower && range.upper <= block.upper)
  }

  /// A scalar's range goes from its first character to its last one, however many lines it takes.
  @Test(arguments: [
    ("a: «>\n  b\n  c»\n\nd: 1", "b c\n"), ("a: «|- # d\n\n  b\n    c»\nd: 1", "\nb\n  c"),
    ("a: «b\n  c»\nd: 1", "b c"), ("a: «\"b\n  c\\\n  d\"» # e", "b cd"),
    ("a: «'b''\n\n  c'»", "b'\nc"), ("a: «|2+\n    b»\n\nd: 1", "  b\n\n"),
  ])
  func placesScalarsWhole(_ body: String, _ text: String) throws {
    let marked = MarkedText("```{x}\n\(body)\n```\n")
    let lesson = ReadLesson(marked.text)
    #expect(lesson.messages == [])
    guard case .mapping(let entries)? = lesson.notebook.blocks.first?.body?.content else {
      Issue.record("no mapping")
      return
    }
    let value = entries[0].value
    #expect(value.scalar?.text == text)
    #expect(marked.marking([value.range]) == "```{x}\n\(body)\n```\n")
  }

  @Test(arguments: [
    (">\n  a\n  «bc» d", "bc"), ("|\n\n  a\n   «bc»\n\n", "bc"), (">-2\n   a\n\n  «bc»", "bc"),
    ("a\n  «bc» d", "bc"), ("\"a\\t«bc»\\u00e9\"", "bc"), ("\"é\\\n   a«\\x62c»\"", "bc"),
    ("'a''\n  ''«bc» '", "bc"), ("\"\n  a\\\"  «b\n  c»\"", "b c"),
  ])
  func placesTheWordsOfScalars(_ written: String, _ words: String) throws {
    let marked = MarkedText(written)
    let source = SourceText(name: "a", text: marked.text)
    var diagnostics: [Diagnostic] = []
    let node = try #require(YAMLReader(source).read(into: &diagnostics))
    let text = try #require(node.scalar?.text)
    let places = try #require(ScalarPlaces(text, at: node.range, of: source))
    let found = try #require(text.firstRange(of: words))
    let lower = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    let place = places.place(from: lower, to: lower + words.utf8.count)
    #expect(marked.marking([place]) == written)
  }

  @Test(
    arguments: [
      ("3", 3, 3.0, nil), ("-3", -3, -3, nil), ("+3", 3, 3, nil), ("3.0", nil, 3, nil),
      (".5", nil, 0.5, nil), ("1e-3", nil, 0.001, nil), ("1.", nil, 1, nil),
      ("0x10", nil, nil, nil),
      ("1e999", nil, nil, nil), ("inf", nil, nil, nil), (".inf", nil, nil, nil),
      ("nan", nil, nil, nil),
      ("1_000", nil, nil, nil), ("٣", nil, nil, nil), ("1 2", nil, nil, nil), ("", nil, nil, nil),
      ("99999999999999999999", nil, 1e20, nil), ("true", nil, nil, true), ("Yes", nil, nil, true),
      ("OFF", nil, nil, false), ("no", nil, nil, false), ("y", nil, nil, nil), ("-", nil, nil, nil),
      ("0x1p3", nil, nil, nil), ("1e", nil, nil, nil), ("e5", nil, nil, nil),
    ] as [(String, Int?, Double?, Bool?)])
  func isTypedByWhoReadsIt(_ text: String, _ integer: Int?, _ decimal: Double?, _ boolean: Bool?) {
    let plain = YAMLNode.Scalar(text)
    let quoted = YAMLNode.Scalar(text, isQuoted: true)
    #expect(plain.integer == integer)
    #expect(plain.decimal == decimal)
    #expect(plain.boolean == boolean)
    #expect(quoted.integer == nil && quoted.decimal == nil && quoted.boolean == nil)
  }

  /// The tree in flow style; a quoted scalar has quotes.
  private func text(of node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let scalar): scalar.isQuoted ? "'\(scalar.text)'" : scalar.text
    case .sequence(let items):
      "[" + items.map { text(of: $0) }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \(text(of: $0.value))" }.joined(separator: ", ")
        + "}"
    }
  }
}
