import LessonTesting
import Notebook
import Rendering
import Testing

@Suite("Words of the page in prose")
struct ProseWordTests {
  @Test(arguments: [
    ("de", WordLanguage.german), ("DE", .german), ("de-AT", .german), ("de-Latn-CH-1901", .german),
    ("fr-CA", .french), ("es-419", .spanish), ("en-GB", .english), ("it", nil), ("deu", nil),
    ("zh-Hant", nil), ("ar", nil), ("nde", nil), ("e", nil), ("", nil),
  ])
  func areInTheLanguageOfTheProse(_ tag: String, _ language: WordLanguage?) {
    #expect(WordLanguage(ofProse: tag) == language)
  }

  private static let targets = [
    "eq-a": ProseHTML.Target(kind: .equation, number: "1", anchor: "eq-a"),
    "fig-a": ProseHTML.Target(kind: .figure, number: "2", anchor: "fig-a"),
    "sec-a": ProseHTML.Target(kind: .section, number: "2.1", anchor: "sec-a"),
    "tbl-a": ProseHTML.Target(kind: .table, number: "3", anchor: "tbl-a"),
  ]

  /// A lesson's prose and footnotes on a page in a language.
  private func html(_ text: String, in language: WordLanguage) -> String {
    let notebook = ReadLesson(text).notebook
    let context = ProseHTML.Context(
      words: ProseWords(in: language), values: \.expression, targets: Self.targets)
    return notebook.parts.map { part in
      if case .prose(let prose) = part { ProseHTML.render(prose, in: context) } else { "" }
    }.joined() + ProseHTML.render(notebook.footnotes, in: context)
  }

  /// The words of that in one line, without tags.
  private func words(_ text: String, in language: WordLanguage) -> String {
    html(text, in: language).replacing(/<[^>]*>/, with: "").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  @Test(arguments: [
    (WordLanguage.english, "See Equation 1, Figure 2, Section 2.1 and Table 3."),
    (.french, "See équation 1, figure 2, section 2.1 and tableau 3."),
    (.german, "See Gleichung 1, Abbildung 2, Abschnitt 2.1 and Tabelle 3."),
    (.spanish, "See ecuación 1, figura 2, sección 2.1 and tabla 3."),
  ])
  func citeAsScientificTextsDo(_ language: WordLanguage, _ expected: String) {
    #expect(words("See @eq-a, @fig-a, @sec-a and @tbl-a.", in: language) == expected)
  }

  @Test(arguments: [
    ("@eq-a", "Équation 1"), ("**@fig-a** b", "Figure 2 b"), ("> - *@tbl-a*", "Tableau 3"),
    ("# @sec-a", "Section 2.1"), ("- [ ] @tbl-a", "Tableau 3"), ("[@tbl-a](#b)", "Tableau 3"),
    ("a\n\n@tbl-a", "a Tableau 3"), ("| @tbl-a |\n|---|\n| a @tbl-a |", "Tableau 3 a tableau 3"),
    ("(@tbl-a)", "(tableau 3)"), ("*a* @tbl-a", "a tableau 3"), ("cf. @tbl-a", "cf. tableau 3"),
    ("@tbl-a @tbl-a", "Tableau 3 tableau 3"), ("`a` @tbl-a", "a tableau 3"),
    ("a\n@tbl-a", "a tableau 3"), ("$x$: @tbl-a", "xx: tableau 3"),
  ])
  func areWrittenLargeWhereAParagraphBegins(_ text: String, _ expected: String) {
    #expect(words(text, in: .french) == expected)
  }

  @Test func areSmallInHeadingsToo() {
    let prose = ReadLesson("# As @fig-a says\n\n# @fig-a\n").notebook.prose
    let context = ProseHTML.Context(
      words: ProseWords(in: .spanish), values: \.expression, targets: Self.targets)
    let headings = prose.flatMap { $0.headings(in: context) }
    #expect(headings.map(\.words.plainText) == ["As figura 2 says", "Figura 2"])
  }

  @Test func areAllInTheLanguage() {
    let text = """
      $$x$$

      | a |
      |---|

      b[^n] c[^n]

      [^n]: d
      """
    let names = html(text, in: .german).matches(of: /aria-label="([^"]*)"/).map(\.1)
    #expect(
      names == [
        "Gleichung", "Tabelle", "Fußnote 1", "Fußnote 1", "Fußnoten", "Zurück zum Text",
        "Zurück zum Text, Stelle 2",
      ])
  }

  @Test(arguments: [
    (WordLanguage.english, ["Table 3. A", "Table 3. "]),
    (.french, ["Tableau 3\u{A0}– A", "Tableau 3. "]),
    (.german, ["Tabelle 3: A", "Tabelle 3. "]), (.spanish, ["Tabla 3. A", "Tabla 3. "]),
  ])
  func standBeforeCaptions(_ language: WordLanguage, _ expected: [String]) {
    let words = ProseWords(in: language)
    #expect(words.captionStart(.table, 3, hasWords: true) + " A" == expected[0])
    #expect(words.captionStart(.table, 3, hasWords: false) + " " == expected[1])
  }
}
