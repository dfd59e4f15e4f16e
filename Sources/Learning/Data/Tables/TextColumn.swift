/// A column of texts as runs of UTF-8 bytes: a row costs no allocation, and two texts are equal exactly when their bytes are
/// (`String` would also equate canonically equivalent spellings).
public struct TextColumn: Sendable {
  /// Bytes among which texts are, and which other columns share: nothing is added to them.
  private var shared: [UInt8]
  /// Bytes of texts that the column has added itself. Offsets into them go on from those into the shared ones.
  private var own: [UInt8]
  /// Per row, where its text starts; nil if that is where the one before ends, and then no bytes are shared.
  private var starts: TextOffsets?
  /// Per row, where its text ends.
  private var ends: TextOffsets

  /// A column without rows.
  public init() {
    self.init(sharing: [], own: [], starts: nil, ends: TextOffsets())
  }

  /// A column of the given texts.
  public init(_ texts: some Sequence<String>) {
    self.init()
    for text in texts {
      append(text)
    }
  }

  /// A column of texts that are in place already: valid UTF-8, each of them within bytes that the column shares or has for
  /// itself.
  init(sharing shared: [UInt8], own: [UInt8], starts: TextOffsets?, ends: TextOffsets) {
    precondition(
      starts != nil || shared.isEmpty, "shared bytes are not those of one text after the other")
    self.shared = shared
    self.own = own
    self.starts = starts
    self.ends = ends
  }

  /// Some texts of another column, whose bytes both share, unless most of them would be kept for nothing.
  init(_ rows: some Collection<Int>, of other: TextColumn) {
    let size = rows.reduce(0) { $0 + other.range(of: $1).count }
    if size < (other.shared.count + other.own.count) / 2 {
      self.init()
      for row in rows { other.withUTF8(row) { append($0) } }
      return
    }
    var (starts, ends) = (TextOffsets(), TextOffsets())
    for row in rows {
      let range = other.range(of: row)
      starts.append(range.lowerBound)
      ends.append(range.upperBound)
    }
    self.init(sharing: other.shared, own: other.own, starts: starts, ends: ends)
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
    let first = range.lowerBound - shared.count
    if first < 0 { return try Self.withUTF8(range, of: shared, body) }
    return try Self.withUTF8(first..<first + range.count, of: own, body)
  }

  private static func withUTF8<Result, Failure: Error>(
    _ range: Range<Int>, of bytes: [UInt8],
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { (all) throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: all[range]))
    }
  }

  /// Adds a text.
  mutating func append(_ text: String) {
    add(text.utf8)
  }

  /// Adds a text, given as valid UTF-8.
  package mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    add(text)
  }

  private mutating func add(_ text: some Collection<UInt8>) {
    starts?.append(shared.count + own.count)
    own.append(contentsOf: text)
    ends.append(shared.count + own.count)
  }

  /// Where the text of a row lies.
  private func range(of row: Int) -> Range<Int> {
    let start = starts?[row] ?? (row == 0 ? 0 : ends[row - 1])
    return start..<ends[row]
  }
}

extension TextColumn: Equatable {
  /// Two columns are equal if their texts are, whatever memory these are in.
  public static func == (first: TextColumn, second: TextColumn) -> Bool {
    if first.starts == nil, second.starts == nil {
      return first.ends == second.ends && first.own == second.own
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
    let text = try container.decode(Packed<UInt8>.self, forKey: .text).wrappedValue
    let ends = try container.decode(TextOffsets.self, forKey: .ends)
    guard text.withUnsafeBufferPointer({ UTF8Check.firstInvalidByte(in: $0) }) == nil else {
      throw DecodingError.dataCorruptedError(
        forKey: .text, in: container, debugDescription: "the text is no UTF-8")
    }
    var previous = 0
    for row in 0..<ends.count {
      guard ends[row] >= previous else { throw Self.mismatch(in: container) }
      previous = ends[row]
    }
    guard previous == text.count else { throw Self.mismatch(in: container) }
    self.init(sharing: [], own: text, starts: nil, ends: ends)
  }

  /// Writes the column as `text` and `ends`, without what is none of its texts.
  public func encode(to encoder: any Encoder) throws {
    if starts != nil {
      var own = TextColumn()
      for row in 0..<count { withUTF8(row) { own.append($0) } }
      return try own.encode(to: encoder)
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Packed(wrappedValue: own), forKey: .text)
    try container.encode(ends, forKey: .ends)
  }

  private static func mismatch(in container: KeyedDecodingContainer<CodingKeys>) -> DecodingError {
    .dataCorruptedError(forKey: .ends, in: container, debugDescription: "the ends do not fit")
  }
}
