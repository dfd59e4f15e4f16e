/// A column of texts in one run of UTF-8 bytes: a row costs no allocation, and two texts are equal exactly when
/// their bytes are (`String` would also equate canonically equivalent spellings).
public struct TextColumn: Sendable {
  /// The texts, valid UTF-8, in the order of their rows; of a part of another column, with all the texts of that.
  private var bytes: [UInt8]
  /// Per row, where its text ends in `bytes`.
  private var ends: TextEnds
  /// Per row, where its text starts; nil if that is where the one before ends.
  private var starts: TextEnds?

  /// A column without rows.
  public init() {
    bytes = []
    ends = TextEnds()
  }

  /// A column of the given texts.
  public init(_ texts: some Sequence<String>) {
    self.init()
    for text in texts {
      append(text)
    }
  }

  /// A column of texts that are in place already: valid UTF-8, and ascending ends up to the number of bytes.
  package init(bytes: [UInt8], ends: TextEnds) {
    precondition(ends.end == bytes.count, "the last text ends where the bytes do")
    self.bytes = bytes
    self.ends = ends
  }

  /// Some texts of another column, whose bytes both share; the rows ascend.
  init(_ rows: some Sequence<Int>, of other: TextColumn) {
    bytes = other.bytes
    ends = TextEnds()
    var starts = TextEnds()
    for row in rows {
      let range = other.range(of: row)
      starts.append(range.lowerBound)
      ends.append(range.upperBound)
    }
    self.starts = starts
  }

  /// The number of texts.
  public var count: Int { ends.count }

  /// The text of a row, counted from 0.
  public subscript(row: Int) -> String {
    withUTF8(row) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the bytes of a row's text, which are valid during the call only.
  public func withUTF8<Result, Failure: Error>(
    _ row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let range = range(of: row)
    return try bytes.withUnsafeBufferPointer { (all) throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: all[range]))
    }
  }

  /// Adds a text.
  mutating func append(_ text: String) {
    starts?.append(bytes.count)
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// Adds a text, given as valid UTF-8.
  package mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    starts?.append(bytes.count)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  /// Where the text of a row lies.
  private func range(of row: Int) -> Range<Int> {
    if let starts { starts[row]..<ends[row] } else { ends.range(of: row) }
  }
}

extension TextColumn: Equatable {
  /// Two columns are equal if their texts are, whatever memory these are in.
  public static func == (first: TextColumn, second: TextColumn) -> Bool {
    if first.starts == nil, second.starts == nil {
      return first.ends == second.ends && first.bytes == second.bytes
    }
    return first.count == second.count
      && (0..<first.count).allSatisfy { row in
        first.withUTF8(row) { text in second.withUTF8(row) { text.elementsEqual($0) } }
      }
  }
}

// All bytes as one field and all ends as another, instead of a JSON string for each text.
extension TextColumn: Codable {
  private enum CodingKeys: String, CodingKey {
    case text, ends
  }

  /// Reads a column back, refusing ends that do not fit the text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    bytes = try container.decode(Packed<UInt8>.self, forKey: .text).wrappedValue
    ends = try container.decode(TextEnds.self, forKey: .ends)
    guard bytes.withUnsafeBufferPointer({ UTF8Check.firstInvalidByte(in: $0) }) == nil else {
      throw DecodingError.dataCorruptedError(
        forKey: .text, in: container, debugDescription: "the text is no UTF-8")
    }
    var previous = 0
    for row in 0..<ends.count {
      guard ends[row] >= previous else { throw Self.mismatch(in: container) }
      previous = ends[row]
    }
    guard ends.end == bytes.count else { throw Self.mismatch(in: container) }
  }

  /// Writes the column as `text` and `ends`, without what is none of its texts.
  public func encode(to encoder: any Encoder) throws {
    if starts != nil {
      var own = TextColumn()
      for row in 0..<count { withUTF8(row) { own.append($0) } }
      return try own.encode(to: encoder)
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Packed(wrappedValue: bytes), forKey: .text)
    try container.encode(ends, forKey: .ends)
  }

  private static func mismatch(in container: KeyedDecodingContainer<CodingKeys>) -> DecodingError {
    .dataCorruptedError(forKey: .ends, in: container, debugDescription: "the ends do not fit")
  }
}
