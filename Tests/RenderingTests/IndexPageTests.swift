import Notebook
import Rendering
import Testing

/// The list of a folder's lessons.
struct IndexPageTests {
  private func notebook(_ text: String) -> Notebook {
    Notebook(SourceText(name: "lesson.md", text: text))
  }

  private func entry(_ text: String, report: String = "lesson") -> IndexEntry {
    IndexEntry(notebook(text), report: report)
  }

  @Test(arguments: [
    (0, 1), (1, 1), (230, 1), (231, 2), (460, 2), (461, 3), (2300, 10),
  ])
  func readingTakesAMinuteFor230Words(_ words: Int, _ minutes: Int) {
    #expect(entry(String(repeating: "word ", count: words)).minutes == minutes)
  }

  @Test func codeIsNotReadAsWords() {
    let words = String(repeating: "word ", count: 230)
    #expect(entry("\(words)\n\n```python\n\(words)\n```\n").minutes == 1)
    #expect(entry("\(words)\n\n```{show}\nvalue: 1\n```\n").minutes == 1)
    #expect(entry("\(words)\n\n## one more\n").minutes == 2)
    // Emphasis does not end a word, and a line does.
    #expect(entry("\(String(repeating: "w*or*d ", count: 230))").minutes == 1)
    #expect(entry("\(String(repeating: "word\n", count: 231))").minutes == 2)
  }

  @Test func titlesInOtherLanguagesSayWhich() throws {
    let german = entry("---\nlang: de\ntitle: Eins\ndescription: Die erste.\n---\n", report: "one")
    let index = try #require(Elements(IndexPage([german, entry("# Two\n")]).html))
    #expect(index.values("lang", of: "h2") == ["de"])
    #expect(index.values("lang", of: "p") == ["de"])
    let frame = PageFrame.report(with: PageNavigation(previous: german, next: nil))
    for (language, around) in [("it", ["en", "en"]), ("fr", [])] {
      let page = ReportPage(title: "Due", language: language, body: []).html(in: frame)
      let elements = try #require(Elements(page))
      #expect(elements.values("lang", of: "nav") == around)
      #expect(elements.values("lang", of: "span") == ["de"])
    }
    let swiss = ReportPage(title: "Zwei", language: "de-CH", body: []).html(in: frame)
    #expect(try #require(Elements(swiss)).all.compactMap { $0.attributes["lang"] } == ["de-CH"])
  }

  /// A lesson in a language that has run.
  private func entry(in language: String, _ state: IndexEntry.State = .done) -> IndexEntry {
    var entry = entry("---\ntitle: \(language)\nlang: \(language)\n---\n", report: language)
    entry.state = state
    return entry
  }

  @Test(arguments: [
    (["de", "de-AT"], "de"), (["fr"], "fr"), (["ES", "es-419"], "es"), (["de", "fr"], "en"),
    (["de", "en"], "en"), (["it", "it"], "en"), (["de", "it"], "en"), ([], "en"),
  ])
  func theIndexIsInTheLanguageThatAllLessonsHave(_ lessons: [String], _ language: String) throws {
    let entries = lessons.map { entry(in: $0) } + [IndexEntry(unreadable: "broken")]
    let index = try #require(Elements(IndexPage(entries).html))
    #expect(index.values("lang", of: "html") == [language])
    let foreign = lessons.filter { $0.lowercased().prefix(2) != language }
    #expect(index.values("lang", of: "h2") == foreign)
  }

  @Test(arguments: [
    ("en", ["done", "a block failed", "a claim does not hold", "interrupted", "not run"]),
    (
      "de",
      [
        "ausgeführt", "ein Block ist fehlgeschlagen", "eine Behauptung trifft nicht zu",
        "abgebrochen", "nicht ausgeführt",
      ]
    ),
    (
      "fr",
      [
        "exécutée", "un bloc a échoué", "une affirmation est démentie", "interrompue",
        "non exécutée",
      ]
    ),
    (
      "es",
      [
        "ejecutada", "un bloque ha fallado", "una afirmación no se cumple", "interrumpida",
        "no ejecutada",
      ]
    ),
  ])
  func theIndexSaysInItsLanguageHowRunsEnded(_ language: String, _ words: [String]) {
    let states: [IndexEntry.State] = [.done, .failed, .claims, .interrupted, .notRun]
    let html = IndexPage(states.map { entry(in: language, $0) }).html
    for (state, words) in zip(states, words) {
      let sign = state == .done ? "✓" : [.failed, .claims].contains(state) ? "✗" : "–"
      #expect(html.contains("\(state.rawValue)\">\(sign) \(words)</span> · 1 "), "\(words)")
    }
  }

  @Test func anEntryTakesTheLanguageOfItsPage() throws {
    var first = entry(in: "de")
    let before = IndexPage([first, entry(in: "de-AT")]).html
    first.state = .failed
    first.language = "it"
    let after = try #require(IndexPage.replacing(first, in: before))
    #expect(after.contains("<h2 lang=\"it\">"))
    #expect(after.contains("✗ ein Block ist fehlgeschlagen</span> · 1 Min. Lesezeit"))
  }

  @Test func anEntryTakesTheLineOfAnOlderOne() throws {
    var first = entry("# One\n", report: "one")
    let second = entry("---\ntitle: Two\ndescription: |\n  a\n  b\n---\n", report: "<two>")
    let before = IndexPage([first, second]).html
    first.state = .done
    first.title = "Other"
    let after = try #require(IndexPage.replacing(first, in: before))
    #expect(after == IndexPage([first, second]).html)
    #expect(IndexPage.replacing(second, in: after) == after)
    #expect(IndexPage.replacing(entry("# Three\n", report: "three"), in: before) == nil)
    #expect(IndexPage.replacing(first, in: "<p>mine</p>") == nil)
    #expect(Elements(before) != nil && Elements(after) != nil)
  }
}
