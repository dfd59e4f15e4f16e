import LessonTesting
import Notebook
import Testing

@Suite("Values in prose")
struct InlineValueTests {
  /// The values in a lesson's prose.
  private func values(in lesson: ReadLesson) -> [InlineValue] {
    lesson.notebook.prose.flatMap { prose in
      prose.events.compactMap { if case .value(let value) = $0 { value } else { nil } }
    }
  }

  @Test(arguments: [
    "`{value}\nd.rows`", "`{value} \r\n d.rows`", "`\n{value}\nd.rows\n`", "``{value}\rd.rows\n``",
    "> a `{value}\n> d.rows`", "> a `{value}\nd.rows`", "> a `{value}\n   d.rows`",
    "> > a `{value}\n> d.rows`", "- a `{value}\n  d.rows`", "- a `{value}\n d.rows`",
    "1. > a `{value}\n   > d.rows`", "> - a `{value}\n>   d.rows`",
    "b[^a]\n\n[^a]: `{value}\n  d.rows`",
    "> a\n`{value} d.rows`", "   a\n`{value} d.rows`", "- a\n `{value} d.rows`",
    "-\ta\n\t`{value} d.rows`", "a `b\nc` `{value} d.rows`\nd `{value} d.rows`",
    "`{value} d.rows`\n===",
  ])
  func mayGoOnInAnotherLine(_ text: String) {
    let lesson = ReadLesson(text)
    #expect(!lesson.html.contains("<code>{value}"))
    #expect(!values(in: lesson).isEmpty)
    for value in values(in: lesson) {
      #expect(value.expression == "d.rows" && value.format == nil)
      #expect(lesson.notebook.source.string(in: value.expressionRange) == "d.rows")
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func keepThePlacesOfTheirWordsInOtherLines(_ end: String) throws {
    let text = ["> ä `{value} x +", "> $y", ">   %.1f%%` b"].joined(separator: end)
    let lesson = ReadLesson(text)
    let value = try #require(values(in: lesson).first)
    let source = lesson.notebook.source
    #expect(value.expression.split(separator: " ") == ["x", "+", "$y"])
    #expect(source.string(in: value.expressionRange) == "x +\(end)> $y")
    #expect(value.expression.utf8.count == "x +\(end)> $y".utf8.count)
    #expect(value.format == "%.1f%%")
    #expect(value.formatRange.map(source.string) == "%.1f%%")
  }

  @Test(arguments: [
    "$R^2 = «`{value} test.r2 %.2f`»$", "It is $«`{value} x.y`»$.", "$a + «`{value} x.y`» + b$, so",
  ])
  func cannotStandWithinMath(_ text: String) {
    // The place of a value is its span without the backticks.
    expectMistakes(
      text.replacing("«`", with: "`«").replacing("`»", with: "»`"),
      ["warning: a value cannot stand within math: end the math before it"])
  }

  @Test(arguments: ["$5 and `{value} x.y` $6", "$x$ is `{value} x.y`$", "\\$ `{value} x.y` $"])
  func mayStandAmongDollars(_ text: String) {
    #expect(ReadLesson(text).messages == [])
  }

  @Test func areToldFromWords() {
    for text in [
      "It is «{value}» x.y %.2f.", "Best: `{value} 1+1`, and «{value}» 2+2 here.",
      "Best:\n`{value} 1+1`, and\n«{value}» 1+1 here.", "Code: `a {value} b`, and «{value}» x.y.",
    ] {
      expectMistakes(
        text, ["warning: a value stands between backticks: `{value} run.train_loss[-1]`"])
    }
    #expect(ReadLesson("\\{value} x and {value}, {values} x").messages == [])
  }

  @Test(arguments: ["`{value}d.rows`", "a ` {value}d.rows ` b"])
  func needNoSpaceBehindTheirMarker(_ text: String) {
    #expect(values(in: ReadLesson(text)).map(\.expression) == ["d.rows"])
  }

  /// Each has its own place, whatever other words stand around it.
  @Test(arguments: [
    "Wrapped `{value}\nd.rows` steals from `{value} d.rows`.", "`{value} d.rows` `{value}\nd.rows`",
    "&#64;fig-a `{value} d.rows` and `{value} d.rows` @fig-a",
    "![a](a\\_b.png) `{value} d.rows` `{value} d.rows` ![b](a_b.png)",
    "![a][p] `{value} d.rows`\n\n`{value} d.rows`\n\n[p]: a.png",
    "a\\\n`{value} d.rows` `{value} d.rows`",
  ])
  func doNotTakeEachOthersPlaces(_ text: String) {
    let values = values(in: ReadLesson(text))
    #expect(values.map(\.expression) == ["d.rows", "d.rows"])
    #expect(Set(values.map(\.range)).count == 2)
  }

  @Test func areNotMistakenForWordsOfAnotherParagraph() throws {
    let lesson = ReadLesson("![a][p] @fig-a\n\n@fig-b\n\n[p]: @fig-b\n")
    let references = lesson.notebook.prose.flatMap(\.events).compactMap { event in
      if case .reference(let reference) = event { reference } else { nil }
    }
    #expect(references.map(\.range) == [SourceRange(8, 14), SourceRange(16, 22)])
  }
}
