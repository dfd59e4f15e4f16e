import Learning
import Testing

@Suite("A passage with marked words")
struct MarkedPassageTests {
  /// The passage with marked words in brackets.
  private func passage(
    _ text: String, _ weights: KeyValuePairs<String, Double>, length: Int = 100,
    settings: TFIDFSettings = TFIDFSettings()
  ) -> String {
    TextColumn([text]).withUTF8(0) { bytes in
      MarkedPassage(
        of: bytes, weights: weights.map { (term: $0.key, weight: $0.value) }, settings: settings,
        length: length)
    }.pieces.map { $0.isMarked ? "[\($0.text)]" : $0.text }.joined()
  }

  @Test func marksWordsInWhateverCase() {
    #expect(
      passage("Act NOW! The now-famous Straße.", ["now": 1, "straße": 2])
        == "Act [NOW]! The [now]-famous [Straße].")
    #expect(passage("nothing tells", ["other": 1]) == "nothing tells")
    #expect(passage("", ["other": 1]) == "")
  }

  @Test func marksWordsAsTheVocabularyHasThem() throws {
    // A capital sigma that ends a word, a dot that is no letter once it is above a small i, and a hyphen that nobody sees.
    let text = "ΟΔΟΣ, İstanbul: mo\u{AD}ney good"
    let (vectorizer, _) = try TFIDFVectorizer.fit(
      on: TextColumn([text]), rows: [0], settings: TFIDFSettings())
    #expect(vectorizer.vocabulary == ["good", "mo", "ney", "stanbul", "οδος"])
    #expect(
      passage(text, ["good": 1, "mo": 1, "ney": 1, "stanbul": 1, "οδος": 1])
        == "[ΟΔΟΣ], İ[stanbul]: [mo][ney] [good]")
  }

  @Test func keepsCanonicallyEquivalentSpellingsApart() {
    let (composed, decomposed) = ("\u{AC00}\u{B098}", "\u{1100}\u{1161}\u{1102}\u{1161}")
    let text = "\(composed) \(decomposed)"
    #expect(passage(text, [composed: 1]) == "[\(composed)] \(decomposed)")
    #expect(passage(text, [decomposed: 1]) == "\(composed) [\(decomposed)]")
    #expect(passage(text, [composed: 1, decomposed: 2]) == "[\(composed)] [\(decomposed)]")
  }

  @Test func marksTheWordsOfATermOverStopWords() {
    let settings = TFIDFSettings(stopWords: .english, ngrams: 2...2)
    #expect(
      passage("win the prize, prize win", ["win prize": 1], settings: settings)
        == "[win] the [prize], prize win")
  }

  @Test func showsWhereMostOfTheWeightIs() {
    let text =
      String(repeating: "filler words ", count: 30) + "free money today "
      + String(repeating: "more filler ", count: 30)
    let passage = passage(text, ["filler": 0.001, "money": 2, "free": 1], length: 60)
    #expect(passage.hasPrefix("… ") && passage.hasSuffix(" …"))
    #expect(passage.contains("[free] [money] today"))
    #expect(passage.unicodeScalars.count < 60 + 40)
  }

  @Test func hasNothingThatNobodySeesOrThatTurnsTheOrder() {
    #expect(
      passage("\u{1B}[31ma\u{0}b\r\n\n\tc\u{202E}d\u{200B}e\u{7F}", [:]) == "[31ma b cde")
  }

  @Test func endsAHugeTextWithAWholeCharacter() {
    let passage = passage("x" + String(repeating: "é", count: 30_000), [:], length: 60_000)
    #expect(passage == "x" + String(repeating: "é", count: 24_999) + " …")
  }

  @Test func takesAHugeTextInNoTime() {
    let text = String(repeating: "é money ", count: 2_000_000)
    let clock = ContinuousClock()
    var shown = ""
    let time = clock.measure { shown = passage(text, ["money": 1], length: 50) }
    #expect(shown.hasSuffix(" …"))
    #expect(time < .seconds(1))
    let word = passage(String(repeating: "x", count: 1_000_000), ["money": 1], length: 50)
    #expect(word.unicodeScalars.count < 60)
  }
}
