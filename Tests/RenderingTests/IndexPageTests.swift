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
    let page = ReportPage(title: "Deux", language: "fr", body: []).html(in: frame)
    let elements = try #require(Elements(page))
    #expect(elements.values("lang", of: "div") == ["en", "en"])
    #expect(elements.values("lang", of: "span") == ["de"])
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
