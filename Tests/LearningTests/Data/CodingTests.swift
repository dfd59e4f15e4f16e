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
    let text = TextColumn(["more word"])
    #expect(
      try copy.transform(text, rows: [0]) == features.vectorizer.transform(text, rows: [0]))
  }

  /// A column of a table shares the bytes of the file: what is kept of it are its own texts, and nothing else.
  @Test(arguments: ["s,t", "a long secret, of which the column does not keep a byte,t"])
  func ofAColumnAreItsOwnTexts(header: String) throws {
    let columns = header.split(separator: ",").count
    let gap = String(repeating: ",", count: columns - 1)
    let file = "\(header)\nx\(gap)one\nx\(gap)\"tw\"\"o\"\nx\(gap)\n"
    let column = try TextTable(parsing: Array(file.utf8)).column(columns - 1)
    let texts = TextColumn(["one", "tw\"o", ""])
    #expect(column == texts && texts == column)
    #expect(column != TextColumn(["one", "two", ""]) && column != TextColumn(["one"]))
    try expectRoundTrip(column)
    #expect(try JSONEncoder().encode(column).count == JSONEncoder().encode(texts).count)
  }

  @Test func ofTextsAreRefusedWhenDamaged() throws {
    let texts = TextColumn(["a", "", "bcd"])
    try expectRoundTrip(texts)
    for text in ["abc", "abcde", ""].map({ Array($0.utf8) }) + [[0x61, 0xC3, 0x28, 0x62]] {
      try expectRefusal(of: texts, with: ["text": Packed(wrappedValue: text)])
    }
    for ends in [[], [1, 1], [1, 1, 3], [1, 1, 5], [1, 5, 4], [4, 1, 4], [1, 1, 4 + 1 << 32]] {
      var damaged = TextOffsets()
      for end in ends { damaged.append(end) }
      try expectRefusal(of: texts, with: ["ends": damaged])
    }
  }

  @Test func ofMatricesAreRefusedWhenDamaged() throws {
    let matrix = Matrix<Double>(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])
    try expectRoundTrip(matrix)
    let damages: [[String: any Encodable]] = [
      ["rows": 3], ["columns": 2], ["rows": -2, "columns": -3],
      // The product overflows to 0.
      ["rows": 1 << 32, "columns": 1 << 32, "elements": Packed<Double>(wrappedValue: [])],
      ["elements": Packed<Double>(wrappedValue: [1, 2, 3, 4, 5])],
      ["elements": Packed<UInt8>(wrappedValue: [1, 2, 3])],
    ]
    for fields in damages { try expectRefusal(of: matrix, with: fields) }
  }

  @Test func ofSparseMatricesAreRefusedWhenDamaged() throws {
    let matrix = SparseMatrix<Double>(
      rows: 2, columns: 3, rowStarts: [0, 2, 3], columnIndices: [0, 2, 1], elements: [1, 2, 3])
    try expectRoundTrip(matrix)
    try expectRefusal(of: matrix, with: ["rows": 3])
    try expectRefusal(of: matrix, with: ["columns": 2])
    try expectRefusal(of: matrix, with: ["rows": -1, "rowStarts": Packed<Int>(wrappedValue: [])])
    for starts in [[0, 3], [1, 2, 3], [-1, 2, 3], [0, 2, 2], [0, 2, 4], [0, 4, 3]] {
      try expectRefusal(of: matrix, with: ["rowStarts": Packed(wrappedValue: starts)])
    }
    for columns: [Int32] in [[0, 2], [0, 2, 3], [0, -1, 1], [0, 2, 1, 1]] {
      try expectRefusal(of: matrix, with: ["columnIndices": Packed(wrappedValue: columns)])
    }
    for elements in [[1.0, 2], [1, 2, 3, 4]] {
      try expectRefusal(of: matrix, with: ["elements": Packed(wrappedValue: elements)])
    }
  }

  /// Some fields of a good encoding are replaced, and nothing else is.
  private func expectRefusal<Value: Codable>(
    of value: Value, with fields: [String: any Encodable]
  ) throws {
    var object = try #require(try json(value) as? [String: Any])
    for (name, field) in fields {
      try #require(object[name] != nil)
      object[name] = try json(field)
    }
    let damaged = try JSONSerialization.data(withJSONObject: object)
    #expect(throws: DecodingError.self, "\(fields)") {
      try JSONDecoder().decode(Value.self, from: damaged)
    }
  }

  private func json(_ value: some Encodable) throws -> Any {
    try JSONSerialization.jsonObject(with: JSONEncoder().encode(value), options: .fragmentsAllowed)
  }

  private func expectRoundTrip<Value: Codable & Equatable>(_ value: Value) throws {
    let copy = try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    #expect(copy == value)
  }
}
