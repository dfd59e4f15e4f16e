import Execution
import Rendering
import Testing

@Suite struct TerminalTextTests {
  @Test func tablesAlignTheirColumns() {
    let table = Table(
      columns: [.init("label"), .init("rows", .end)], rows: [["ham", "3672"], ["漢字", "9"]],
      remark: "2 of 2 classes")
    #expect(
      TerminalText.text(of: .table(table))
        == """
        label  rows
        ─────  ────
        ham    3672
        漢字      9
        2 of 2 classes
        """)
  }

  @Test func wideSignsAndJoinedLettersAlign() {
    let syllable = "\u{1112}\u{1161}\u{11AB}"
    let table = Table(
      columns: [.init("label"), .init("rows", .end)], rows: [["✅ ok", "1"], [syllable, "2"]])
    #expect(
      TerminalText.text(of: .table(table))
        == """
        label  rows
        ─────  ────
        ✅ ok     1
        \(syllable)        2
        """)
  }

  @Test func aCellOfAnyLengthIsCut() {
    let table = Table(
      columns: [.init("text")], rows: [[String(repeating: "漢", count: 100_000)]])
    let lines = TerminalText.text(of: .table(table)).split(separator: "\n")
    #expect(lines.last.map(String.init) == String(repeating: "漢", count: 29) + "…")
  }

  @Test func figuresSayWhereCurvesBeginEndAndAreBest() {
    #expect(
      TerminalText.text(of: .figure(Samples.lineChart))
        == """
        Training and validation loss [cross-entropy (nats) by epoch]
          training    0.58 → 0.05 (lowest)
          validation  0.53 → 0.19, lowest 0.17 at epoch 4
          compare guessing: ln 2 = 0.6931
        """)
  }

  @Test func confusionMatricesPrintTheirCounts() {
    #expect(
      TerminalText.text(of: .figure(Samples.confusionMatrix))
        == """
        Confusion matrix [messages]
          true class \\ predicted class  ham  spam
          ────────────────────────────  ───  ────
          ham                           726     9
          spam                            6  *294
          * marked
        """)
  }

  @Test func claimsShowSignsAndFoundValues() {
    let claims = [
      Claim(text: "a > 1", found: "2", verdict: .holds),
      Claim(text: "a > 3", found: "2", verdict: .fails),
      Claim(text: "a > 4", found: nil, verdict: .skipped),
    ]
    #expect(
      TerminalText.text(of: .claims(claims))
        == """
        ✓ a > 1  (found 2)
        ✗ a > 3  (found 2)
        – a > 4  (skipped: its condition does not apply)
        """)
  }

  @Test func controlCharactersNeverReachTheTerminal() {
    let escape = "\u{1B}[2Jred\u{9B}31m\u{7}\u{202E}\u{2066}\u{200F}"
    for output in [
      Output.text(escape), .log([escape]), .note(Note(.warning, escape)),
      .table(Table(columns: [.init(escape)], rows: [[escape + "\n"]])),
    ] {
      let text = TerminalText.text(of: output)
      #expect(text.contains("[2Jred31m"))
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x9B })
      #expect(!text.unicodeScalars.contains { $0.properties.isBidiControl })
    }
  }
}
