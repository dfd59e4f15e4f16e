import Execution
import Testing

@Suite("Words in columns")
struct ColumnsTests {
  @Test func haveTheirMeaningsBelowEachOther() {
    #expect(
      columns([("mean", "the sum by the count"), ("e", "é")]) == [
        "mean  the sum by the count", "e     é",
      ])
    #expect(columns([("é", "a letter")], width: 3) == ["é    a letter"])
    #expect(columns([]) == [])
  }
}
