import Notebook
import Rendering
import Testing

@Suite("Diagnostics as text")
struct DiagnosticTextTests {
  @Test func pointAtTheWords() {
    #expect(
      text("one\nlearning_rat: 3\n", from: "learning_rat", notes: ["it is wrong"]) == """
        lesson.md:2:1: error: wrong
          learning_rat: 3
          ^^^^^^^^^^^^
          note: it is wrong
        """)
  }

  @Test(arguments: [
    ("a\tb", "b", "1:3", "  a\tb\n   \t^"), ("日本x", "x", "1:3", "  日本x\n      ^"),
    ("日本", "本", "1:2", "  日本\n    ^^"), ("e\u{301}x", "x", "1:3", "  e\u{301}x\n   ^"),
    ("👍 x", "x", "1:3", "  👍 x\n     ^"), ("ﾊx", "x", "1:2", "  ﾊx\n   ^"),
    ("äö ü", "ü", "1:4", "  äö ü\n     ^"), ("\tx", "x", "1:2", "  \tx\n  \t^"),
    ("a\tb c", "a\tb", "1:1", "  a\tb c\n  ^^^"),
  ])
  func pointAtThemBesideWideCharactersAndTabs(
    _ line: String, _ words: String, _ place: String, _ excerpt: String
  ) {
    #expect(text(line, from: words) == "lesson.md:\(place): error: wrong\n" + excerpt)
  }

  @Test func pointBehindALineWhereSomethingIsMissing() {
    let source = SourceText(name: "lesson.md", text: "abc\ndef")
    let diagnostic = Diagnostic.error("wrong", at: SourceRange(3, 3))
    #expect(
      DiagnosticText(source).text(of: diagnostic)
        == "lesson.md:1:4: error: wrong\n  abc\n     ^")
  }

  @Test func pointAtTheFirstOfSeveralLines() {
    let source = SourceText(name: "lesson.md", text: "a: |\r\n  b\r\n  c\r\n")
    let diagnostic = Diagnostic.warning("odd", at: SourceRange(3, 12))
    #expect(
      DiagnosticText(source).text(of: diagnostic)
        == "lesson.md:1:4: warning: odd\n  a: |\n     ^")
  }

  @Test func showNoLineForAWholeFile() {
    let source = SourceText(name: "lesson.md", text: "")
    #expect(
      DiagnosticText(source).text(of: .error("too long", at: nil)) == "lesson.md: error: too long")
  }

  @Test func cutLongLinesAroundTheWords() {
    let line = String(repeating: "x", count: 500) + " bad " + String(repeating: "y", count: 500)
    let lines = text(line, from: "bad").split(separator: "\n")
    #expect(lines.count == 3 && lines[1].count < 100)
    #expect(lines[1].contains(" bad ") && lines[2].hasSuffix(" ^^^"))
  }

  @Test func letNoControlCharacterIntoTheTerminal() {
    let shown = text("a\u{1B}[31mb \u{7}c bad", from: "bad")
    #expect(!shown.contains("\u{1B}") && !shown.contains("\u{7}"))
  }

  private func text(_ line: String, from words: String, notes: [String] = []) -> String {
    let source = SourceText(name: "lesson.md", text: line)
    let wanted = Array(words.utf8)
    let start = source.bytes.indices.first { source.bytes[$0...].starts(with: wanted) } ?? 0
    let range = SourceRange(start, start + wanted.count)
    return DiagnosticText(source).text(of: .error("wrong", at: range, notes: notes))
  }
}
