import Learning
import Testing

@Suite("Labels")
struct LabelsTests {
  @Test(
    "sort integers by number and anything else by code point",
    arguments: [
      (["10", "9", "-1", "9"], ["-1", "9", "10"]),
      (["10", "9", "x"], ["10", "9", "x"]),
      (["1", "01", "0"], ["0", "01", "1"]),
      (["10", "-2", "+3", "-0", "-10"], ["-10", "-2", "-0", "+3", "10"]),
      // Beyond 64 bits.
      (
        ["100000000000000000000", "20", "-100000000000000000001", "3"],
        ["-100000000000000000001", "3", "20", "100000000000000000000"]
      ),
      (["1.0", "10", "2"], ["1.0", "10", "2"]),
      (["spam", "ham", "Ham", "häm"], ["Ham", "ham", "häm", "spam"]),
      (["\u{FF5E}", "\u{10000}"], ["\u{FF5E}", "\u{10000}"]),
    ])
  func order(_ texts: [String], _ classes: [String]) {
    let labels = Labels(TextColumn(texts))
    #expect(labels.classes == classes)
    #expect(labels.indices.map { labels.classes[$0] } == texts)
  }

  @Test func keepCanonicallyEquivalentSpellingsApart() {
    let labels = Labels(TextColumn(["\u{E9}", "e\u{301}", "\u{E9}"]))
    #expect(labels.indices == [1, 0, 1])
    #expect(labels.counts == [1, 2])
  }
}
