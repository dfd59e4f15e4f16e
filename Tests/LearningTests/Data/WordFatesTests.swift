import Learning
import Testing

@Suite("What becomes of words")
struct WordFatesTests {
  private let texts = TextColumn([
    "The a cat cat dog x", "the cat bird owl", "cat dog é emu", "cat emu ant ant bee",
  ])

  private func fates(_ settings: TFIDFSettings, rows: [Int]? = nil) throws -> [WordFates.Group] {
    try WordFates(of: texts, rows: rows ?? [0, 1, 2, 3], settings: settings, examples: 2).groups
  }

  private func summary(_ groups: [WordFates.Group]) -> [String] {
    groups.map { group in
      let examples = group.examples.map { "\($0.word) \($0.occurrences)/\($0.documents)" }
      return "\(group.reason.rawValue) \(group.count) \(group.occurrences) \(examples)"
    }
  }

  @Test func hasOneReasonForEveryWord() throws {
    let settings = TFIDFSettings(
      maxFeatures: 2, stopWords: .english, minDocumentFrequency: .count(1),
      maxDocumentFrequency: .share(0.8))
    let groups = try fates(settings)
    #expect(
      summary(groups) == [
        #"kept 2 4 ["ant 2/1", "dog 2/2"]"#, #"stop_word 1 2 ["the 2/2"]"#,
        #"one_letter 3 3 ["a 1/1", "x 1/1"]"#, "rare 0 0 []", #"frequent 1 5 ["cat 5/4"]"#,
        #"cut 3 3 ["bee 1/1", "bird 1/1"]"#, #"tied 1 2 ["emu 2/2"]"#,
      ])
  }

  @Test func countsTheGivenRowsAlone() throws {
    let groups = try fates(TFIDFSettings(minDocumentFrequency: .count(2)), rows: [0, 1])
    #expect(
      summary(groups) == [
        #"kept 2 5 ["cat 3/2", "the 2/2"]"#, "stop_word 0 0 []",
        #"one_letter 2 2 ["a 1/1", "x 1/1"]"#, #"rare 3 3 ["bird 1/1", "dog 1/1"]"#,
        "frequent 0 0 []", "cut 0 0 []", "tied 0 0 []",
      ])
  }

  @Test func keepsExactlyTheVocabulary() throws {
    for policy in TiePolicy.allCases {
      let settings = TFIDFSettings(maxFeatures: 3, ngrams: 1...2, ties: policy)
      let (vectorizer, _) = try TFIDFVectorizer.fit(
        on: texts, rows: [0, 1, 2, 3], settings: settings)
      let groups = try WordFates(of: texts, rows: [0, 1, 2, 3], settings: settings, examples: 9)
        .groups
      #expect(groups[0].examples.map(\.word).sorted() == vectorizer.vocabulary)
      let equal = groups[6].examples.map(\.word)
      #expect(equal.allSatisfy { vectorizer.tiedWords.contains($0) })
    }
  }
}
