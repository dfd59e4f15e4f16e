import Foundation
import LessonTesting
import Notebook
import Testing

@Suite("Pipe tables")
struct TableTests {
  /// The table without the box that it scrolls in.
  private func expectTable(
    _ text: String, _ html: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let bare = ReadLesson(text).html
      .replacing(/<div class="table">\n<div[^>]*>\n/, with: "")
      .replacing("</table>\n</div>\n</div>\n", with: "</table>\n")
    #expect(bare == html, sourceLocation: sourceLocation)
  }

  private func rows(_ text: String) -> [[String]] {
    ReadLesson(text).html.components(separatedBy: "<tr>\n").dropFirst().map { row in
      row.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map { String($0.1) }
    }
  }

  @Test func haveAHeadABodyAndABoxToScrollIn() {
    expectHTML(
      "| foo | bar |\n| --- | :-: |\n| baz | bim |\n",
      """
      <div class="table">
      <div class="scroll" tabindex="0" role="group" aria-label="Table">
      <table>
      <thead>
      <tr>
      <th scope="col">foo</th>
      <th scope="col" class="center">bar</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>baz</td>
      <td class="center">bim</td>
      </tr>
      </tbody>
      </table>
      </div>
      </div>

      """)
  }

  /// The examples of GitHub's specification, section 4.10.
  @Test(arguments: [
    ("| abc | defghi |\n:-: | -----------:\nbar | baz", [["abc", "defghi"], ["bar", "baz"]]),
    (
      "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |",
      [["f|oo"], ["b <code>|</code> az"], ["b <strong>|</strong> im"]]
    ),
    ("| abc | def |\n| --- | --- |\n| bar | baz |\n> bar", [["abc", "def"], ["bar", "baz"]]),
    (
      "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar",
      [["abc", "def"], ["bar", "baz"], ["bar", ""]]
    ),
    ("| abc | def |\n| --- |\n| bar |", []),
    (
      "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |",
      [["abc", "def"], ["bar", ""], ["bar", "baz"]]
    ),
    ("| abc | def |\n| --- | --- |", [["abc", "def"]]),
  ])
  func areReadAsTheSpecificationSays(_ text: String, _ cells: [[String]]) {
    #expect(rows(text) == cells)
  }

  @Test func needNoBody() {
    expectTable(
      "| a |\n|---|",
      "<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n</table>\n")
  }

  @Test(arguments: [
    ("a\n:-:\nb", []), ("a | b\n--- | ---", [["a", "b"]]), ("text\n| a |\n|---|", [["a"]]),
    ("| a |\n|---|\n| _b_ |", [["a"], ["<em>b</em>"]]),
    ("| a |\n|---|\n| # b |", [["a"], ["# b"]]), ("| a |\n|---|\n| b # |", [["a"], ["b #"]]),
    ("| a |\n|---|\n| b\\\\|", [["a"], ["b\\"]]), ("| a |\n|---|\n|  |", [["a"], [""]]),
    ("| a |\n|---|\n| [x] |\n\n[x]: y", [["a"], ["<a href=\"y\">x</a>"]]),
    ("> | a |\n> |---|\n> | b |", [["a"], ["b"]]), ("- | a |\n  |---|\n  | b |", [["a"], ["b"]]),
    ("1. > | a |\n   > |---|\n   > | b |", [["a"], ["b"]]),
    ("| ä |\n|---|\n| ö |", [["ä"], ["ö"]]),
    ("| a |\n|---|\n| b |\n***", [["a"], ["b"]]), ("| a |\n|---|\n| b |\n---", [["a"], ["b"]]),
    ("| a |\n|---|\n| b |\n- c", [["a"], ["b"]]), ("```\n| a |\n|---|\n```", []),
    ("    | a |\n    |---|", []), ("| a |\r\n|---|\r\n| b |", [["a"], ["b"]]),
  ])
  func areFoundWhereTheyAre(_ text: String, _ cells: [[String]]) {
    #expect(rows(text) == cells)
  }

  @Test func leaveWhatFollowsThem() {
    let html = ReadLesson("- | a |\n  |---|\n- b\n\n| a |\n|---|\n---\n\nc").html
    #expect(html.contains("<li>b</li>\n</ul>"))
    #expect(html.hasSuffix("</div>\n<hr>\n<p>c</p>\n"))
  }

  @Test func knowWhereValuesAndMistakesStand() throws {
    let text =
      "> | ä | `{value} a.b` |\n> |:--|:-:|\n> | «<b>» \\| | x `{value} c.d %.2f` $«\\fo»$ |\n"
    let lesson = ReadLesson(text)
    #expect(lesson.markedText == text)
    let values = lesson.notebook.prose.flatMap(\.events).compactMap { event in
      if case .value(let value) = event { value } else { nil }
    }
    #expect(values.map { lesson.notebook.source.string(in: $0.expressionRange) } == ["a.b", "c.d"])
  }

  @Test(arguments: [
    "| a | b |\n|---|---|\n| 1 | 2 | «3» |", "| a `b|c` |\n«|---|»\n| 1 |",
    "| a | b |\n|---|---|\n| 1 | $|«x|$» |",
  ])
  func warnOfPipesThatCutCells(_ text: String) {
    let lesson = ReadLesson(text)
    #expect(lesson.diagnostics.map(\.code) == [.cellCount])
    #expect(lesson.markedText == text)
  }

  @Test func haveCaptionsAboveOrBelow() {
    let table = "| a |\n|---|\n| b |\n"
    for text in [
      "Table: Some *words*. {#tbl-a}\n\n\(table)", "\(table)\nTable: Some *words*. {#tbl-a}",
      "\(table)Table: Some *words*. {#tbl-a}", "Table: Some *words*. {#tbl-a}\n\(table)",
    ] {
      let html = ReadLesson(text).html
      #expect(html.contains("<div class=\"table\" id=\"tbl-a\">"), "\(text)")
      #expect(html.contains("<caption>Some <em>words</em>.</caption>"), "\(text)")
      #expect(!html.contains("<p>"), "\(text)")
    }
  }

  @Test func takeOneCaptionEach() {
    let table = "| a |\n|---|\n"
    let html = ReadLesson("\(table)\nTable: one\n\n\(table)\nTable: two\n\n\(table)").html
    let captions = html.matches(of: /<caption>(.*?)<\/caption>/).map { String($0.1) }
    #expect(captions == ["one", "two"] && !html.contains("Table: "))
  }

  @Test func haveNoMoreCellsThanAnybodyReads() {
    let line = String(repeating: "|a", count: 1_001) + "|\n"
    let rows = line + line.replacing("a", with: "-") + String(repeating: "b\n", count: 100)
    #expect(ReadLesson(rows).messages == ["a table has at most 100000 cells"])
  }
}
