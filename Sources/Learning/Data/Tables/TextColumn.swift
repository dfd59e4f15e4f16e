/// A column of texts in one run of UTF-8 bytes: a row costs no allocation, and two texts are equal exactly when
/// their bytes are (`String` would also equate canonically equivalent spellings).
public struct TextColumn: Sendable, Equatable {
  /// The texts one after the other, valid UTF-8.
  private var bytes: [UInt8]
  /// Per row, where its text ends in `bytes`.
  private var ends: TextEnds

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
    let range = ends.range(of: row)
    return try bytes.withUnsafeBufferPointer { (all) throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: all[range]))
    }
  }

  /// Adds a text.
  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// Adds a text, given as valid UTF-8.
  package mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
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

  /// Writes the column as `text` and `ends`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Packed(wrappedValue: bytes), forKey: .text)
    try container.encode(ends, forKey: .ends)
  }

  private static func mismatch(in container: KeyedDecodingContainer<CodingKeys>) -> DecodingError {
    .dataCorruptedError(forKey: .ends, in: container, debugDescription: "the ends do not fit")
  }
}
