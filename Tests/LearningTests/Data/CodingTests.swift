import Foundation
import Learning
import Randomness
import Testing

@Suite("Cached values")
struct CodingTests {
  @Test func readBackAsTheyWere() throws {
    let dataset = Dataset(
      texts: TextColumn(["word e\u{301}", "", "\u{E9} word more", "more"]),
      labels: Labels(classes: ["a", "b"], indices: [0, 1, 0, 1]), source: DataSource(name: "inline")
    )
    var stream = RandomState(seed: 0)
    let split = try Split(
      of: dataset, testShare: 0.25, validationShare: 0.3, stratify: false, drawing: &stream)
    let features = try Features(
      of: TextColumn(["word e\u{301}", "", "\u{E9} word more", "more"]), in: split,
      settings: TFIDFSettings(minDocumentFrequency: .share(0.1), ngrams: 1...2))
    try expectRoundTrip(dataset)
    try expectRoundTrip(Dataset.xor)
    try expectRoundTrip(split)
    try expectRoundTrip(features)
    let copy = try JSONDecoder().decode(
      TFIDFVectorizer.self, from: JSONEncoder().encode(features.vectorizer))
    #expect(copy.transform("more word") == features.vectorizer.transform("more word"))
  }

  @Test(
    "are refused when damaged",
    arguments: [
      #"{"text": "ab", "ends": [1]}"#, #"{"text": "ab", "ends": [2, 1, 2]}"#,
      #"{"text": "ab", "ends": [-1, 2]}"#, #"{"text": "ab", "ends": [3]}"#,
    ])
  func refuses(_ json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(TextColumn.self, from: Data(json.utf8))
    }
  }

  private func expectRoundTrip<Value: Codable & Equatable>(_ value: Value) throws {
    let copy = try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    #expect(copy == value)
  }
}
