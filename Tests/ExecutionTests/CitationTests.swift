import Execution
import LessonTesting
import Notebook
import Testing

@Suite("Citations that cite nothing")
struct CitationTests {
  private static let labelled = "## Data {#sec-data}\n\n$$x$$ {#eq-x}\n\n"

  @Test(arguments: [
    ("See «@Sec-data».", "@Sec-data", "@sec-data"),
    ("> *«@SEC-data»*", "@SEC-data", "@sec-data"),
    ("[«@Sec-data», @eq-x]", "@Sec-data", "@sec-data"),
    ("As in @eq-x and «@sec:data»", "@sec:data", "@sec-data"),
    ("Section~«\\ref{sec-data}» says", "\\ref{sec-data}", "@sec-data"),
    ("- «\\Cref{sec:data}»", "\\Cref{sec:data}", "@sec-data"),
    ("Words,\nthen «\\eqref{eq-x}».", "\\eqref{eq-x}", "@eq-x"),
    ("in **«[sec-data]»**", "[sec-data]", "@sec-data"),
    ("| a |\n|---|\n| «[Sec-data]» |", "[Sec-data]", "@sec-data"),
    ("Table: of «@Sec-data»\n\n| a |\n|---|", "@Sec-data", "@sec-data"),
    ("a[^n]\n\n[^n]: «[eq:x]»", "[eq:x]", "@eq-x"),
    ("# On «@Eq-x»", "@Eq-x", "@eq-x"),
  ])
  func areToldWithWhatIsMeant(_ text: String, _ written: String, _ meant: String) {
    let text = Self.labelled + text + "\n"
    let lesson = CheckedLesson(text, commands: testCommands)
    #expect(lesson.messages == ["warning: '\(written)' cites nothing; did you mean '\(meant)'?"])
    #expect(lesson.markedText == text)
    let source = lesson.plan.notebook.source
    #expect(lesson.plan.diagnostics.map { $0.replacement(in: source) } == [meant])
  }

  @Test(arguments: [
    "ada@Sec-data.org", "@Sec-other", "@Sec-Data", "\\ref{sec-other}", "[fig-data]", "sec-data",
    "\\@Sec-data", "\\[sec-data]", "\\\\ref{sec-data}", "`@Sec-data`", "[sec-data](#sec-data)",
    "[sec-data]\n\n[sec-data]: https://example.org", "\\ref{sec-data", "\\refs{sec-data}", "@data",
  ])
  func areNotSeenInOtherText(_ text: String) {
    #expect(CheckedLesson(Self.labelled + text + "\n", commands: testCommands).messages == [])
  }
}
