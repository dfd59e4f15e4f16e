import LessonTesting
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
    let diagnostic = Diagnostic.error(.badBody, "wrong", at: SourceRange(3, 3))
    #expect(
      DiagnosticText(source).text(of: diagnostic)
        == "lesson.md:1:4: error: wrong\n  abc\n     ^")
  }

  @Test func pointAtTheFirstOfSeveralLines() {
    let source = SourceText(name: "lesson.md", text: "a: |\r\n  b\r\n  c\r\n")
    let diagnostic = Diagnostic.warning(.badBody, "odd", at: SourceRange(3, 12))
    #expect(
      DiagnosticText(source).text(of: diagnostic)
        == "lesson.md:1:4: warning: odd\n  a: |\n     ^")
  }

  @Test func showNoLineForAWholeFile() {
    let source = SourceText(name: "lesson.md", text: "")
    #expect(
      DiagnosticText(source).text(of: .error(.badBody, "too long", at: nil))
        == "lesson.md: error: too long")
  }

  @Test func cutLongLinesAroundTheWords() {
    let line = String(repeating: "x", count: 500) + " bad " + String(repeating: "y", count: 500)
    let lines = text(line, from: "bad").split(separator: "\n")
    #expect(lines.count == 3 && lines[1].count < 100)
    #expect(lines[1].contains(" bad ") && lines[2].hasSuffix(" ^^^"))
  }

  @Test func neverShowMoreThanATerminalHas() {
    for filler in ["x", "漢", "e\u{301}", "\u{202E}", "\t", "👍"] {
      let far = String(repeating: filler, count: 2_000)
      for line in [far + "bad", "bad" + far, far + "bad" + far] {
        let lines = text(line, from: "bad").split(separator: "\n")
        #expect(lines.count == 3 && lines[1].contains("bad"), "\(filler)")
        #expect(lines[1].unicodeScalars.count < 200 && lines[2].hasSuffix("^^^"), "\(filler)")
      }
      let lines = text(far, from: far).split(separator: "\n")
      #expect(lines[1].hasSuffix("…") && lines[2].count <= 90, "\(filler)")
    }
  }

  @Test func cutNoMarkFromItsCharacter() {
    let line = String(repeating: "e\u{301}", count: 300) + "bad"
    let lines = text(line, from: "bad").split(separator: "\n")
    #expect(lines[1].hasPrefix("  …e\u{301}") && lines[1].hasSuffix("e\u{301}bad"))
    #expect(lines[2] == "  " + String(repeating: " ", count: 41) + "^^^")
  }

  /// Each would look at the whole line otherwise, a million bytes a thousand times and more.
  @Test func takeNoLongerOnALongLine() {
    let source = SourceText(name: "lesson.md", text: String(repeating: "bäd ", count: 200_000))
    let printer = DiagnosticText(source)
    let misplaced = inAMoment {
      stride(from: 0, to: 200_000, by: 40).first { index in
        let text = printer.text(
          of: .error(.badBody, "wrong", at: SourceRange(index * 5, index * 5 + 4)))
        return !text.hasPrefix("lesson.md:1:\(index * 4 + 1): error: wrong\n")
      }
    }
    #expect(misplaced == nil)
  }

  @Test func letNoControlCharacterIntoTheTerminal() {
    #expect(
      text("a\u{1B}[31mb \u{7}c bad", from: "bad") == """
        lesson.md:1:12: error: wrong
          a<U+001B>[31mb <U+0007>c bad
                                   ^^^
        """)
  }

  /// Characters that reorder a line, or that nobody sees: U+202E makes "txt.exe" of "exe.txt".
  @Test(
    arguments: [
      0x85, 0xAD, 0x61C, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x2028, 0x2029, 0x2060, 0x3164,
      0xFEFF,
      0xE0041,
    ] + Array(0x200E...0x200F) + Array(0x202A...0x202E) + Array(0x2066...0x2069))
  func letNothingInvisibleMisleadTheReader(_ value: UInt32) throws {
    let hidden = String(try #require(Unicode.Scalar(value)))
    let shown =
      "<U+" + (value < 0x1000 ? "0" : "") + (value < 0x100 ? "0" : "")
      + String(value, radix: 16, uppercase: true) + ">"
    let blanks = String(repeating: " ", count: shown.count)
    #expect(
      text("a\(hidden)b bad", from: "bad")
        == "lesson.md:1:5: error: wrong\n  a\(shown)b bad\n   \(blanks)  ^^^")
    #expect(
      text("a\(hidden)b bad", from: "a\(hidden)b", notes: ["see '\(hidden)'"])
        == "lesson.md:1:1: error: wrong\n  a\(shown)b bad\n  ^"
        + String(repeating: "^", count: shown.count + 1) + "\n  note: see '\(shown)'")
    let source = SourceText(name: "a\(hidden).md", text: "")
    #expect(
      DiagnosticText(source).text(of: .error(.badBody, "no '\(hidden)'", at: nil))
        == "a\(shown).md: error: no '\(shown)'")
  }

  @Test func leaveEmojiAsTheyAre() {
    #expect(text("❤️ bad", from: "bad").contains("\n  ❤️ bad\n"))
  }

  @Test func abbreviateWhatNobodyReads() {
    let long = String(repeating: "wörd", count: 250_000)
    let shortened = Diagnostic.error(.badBody, "unknown '\(long)' in 'show'", at: nil).message
    #expect(shortened == "unknown '\(long.prefix(80))…' in 'show'")
  }

  @Test func sayWhatAMessageSaysInOneLine() {
    let diagnostic = Diagnostic.error(.badBody, "unknown 'a\nlesson.md:1:1: error: b'", at: nil)
    #expect(
      DiagnosticText(SourceText(name: "lesson.md", text: "")).text(of: diagnostic)
        == "lesson.md: error: unknown 'a<U+000A>lesson.md:1:1: error: b'")
  }

  private func text(_ line: String, from words: String, notes: [String] = []) -> String {
    let source = SourceText(name: "lesson.md", text: line)
    let wanted = Array(words.utf8)
    let start = source.bytes.indices.first { source.bytes[$0...].starts(with: wanted) } ?? 0
    let range = SourceRange(start, start + wanted.count)
    return DiagnosticText(source).text(of: .error(.badBody, "wrong", at: range, notes: notes))
  }
}
