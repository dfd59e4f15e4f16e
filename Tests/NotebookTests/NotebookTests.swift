import LessonTesting
import Notebook
import Testing

@Suite("A notebook")
struct NotebookTests {
  @Test func knowsWhereEverythingStands() {
    let lesson = ReadLesson(
      """
      ---
      title: Ünder
      params:
        größe: nothing
        rate: [0.1, "½"]
      ---
      # A *b*

      ```{train späm}
      x: 1
      ```

      Über `{value} spam.loss[-1] %.2f` und @fig-a.

        ```{train spam}
        #| label: fig-a
        batch_size: 32   # rows
        "日本": 'it''s'
        nested: {a: [1, "two"], b: }
        list:
          - x y
          - z: |
              text
              text
        ```
      - one
      """)
    let dump = NotebookDump(lesson.notebook).lines.joined(separator: "\n")
    #expect(
      dump == """
        param rate 5:3-5:7
          list 5:9-5:19
            "0.1" 5:10-5:13
            "½" 5:15-5:18
        heading 1 a-b
          text("A ")
          emphasis
            text("b")
        paragraph
          text("Über ")
          value spam.loss[-1] 13:15-13:28
          text(" und ")
          reference fig-a 13:39-13:45
          text(".")
        block {train spam} 15:1-25:6
          label fig-a 16:13-16:18
          mapping 17:3-24:13
            key batch_size 17:3-17:13
              "32" 17:15-17:17
            key 日本 18:3-18:7
              "it\\'s" 18:9-18:16
            key nested 19:3-19:9
              mapping 19:11-19:31
                key a 19:12-19:13
                  list 19:15-19:25
                    "1" 19:16-19:17
                    "two" 19:19-19:24
                key b 19:27-19:28
                  "" 19:30-19:30
            key list 20:3-20:7
              list 21:5-24:13
                "x y" 21:7-21:10
                mapping 22:7-24:13
                  key z 22:7-22:8
                    "text\\ntext\\n" 22:10-24:13
        list(start: nil, isTight: true)
          item
            paragraph
              text("one")
        """)
    #expect(lesson.messages.count == 2)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func countsLinesWhateverEndsThem(_ end: String) {
    let source = SourceText(name: "lesson.md", text: ["ä", "", "bc"].joined(separator: end))
    #expect(source.lineCount == 3)
    #expect((1...3).map { source.string(in: source.rangeOfLine($0)) } == ["ä", "", "bc"])
    #expect(
      source.position(of: source.bytes.count - 1) == SourcePosition(line: 3, column: 2))
    #expect(source.position(of: source.bytes.count) == SourcePosition(line: 3, column: 3))
  }

  @Test(arguments: ["a", "ä", "漢", "👍", "aä漢👍"])
  func countsColumnsOfLinesOfAnyLength(_ characters: String) {
    let line = String(repeating: characters, count: 1_500)
    let source = SourceText(name: "lesson.md", text: "first\n" + line)
    var offset = 6
    for (index, scalar) in line.unicodeScalars.enumerated() {
      if source.position(of: offset) != SourcePosition(line: 2, column: index + 1) {
        Issue.record("column \(index + 1) is at another place")
        return
      }
      offset += UTF8.width(scalar)
    }
    #expect(offset == source.bytes.count)
  }

  @Test(arguments: [0, 1, 500, 1_023, 1_024, 1_025, 5_000])
  func findsWhatYAMLSaysAboutALongLine(_ length: Int) {
    for filler in ["a", "ä", "漢", "👍"] {
      let text = String(repeating: filler, count: length)
      let lesson = ReadLesson("```{x}\nk: ['\(text)', «&b» c]\n```\n")
      #expect(lesson.messages == ["anchors are not part of a lesson's YAML"])
      #expect(lesson.markedText == "```{x}\nk: ['\(text)', «&b» c]\n```\n")
    }
  }
}
