/// Where texts start or end in bytes, in four bytes each as long as that is within the first 4 GB: a table of short cells
/// must not be mostly offsets.
package struct TextOffsets: Sendable, Equatable {
  /// The lower 32 bits of each offset.
  @Packed private var lowBits: [UInt32] = []
  /// The eight bits above them, for all offsets once one needs them; before, none.
  @Packed private var highBits: [UInt8] = []

  /// No offset.
  package init() {}

  /// The number of offsets.
  package var count: Int { lowBits.count }

  /// An offset, counted from 0.
  package subscript(index: Int) -> Int {
    let low = Int(lowBits[index])
    return highBits.isEmpty ? low : low | Int(highBits[index]) << 32
  }

  /// Makes room for many offsets.
  mutating func reserveCapacity(_ count: Int) {
    lowBits.reserveCapacity(count)
  }

  /// Adds an offset, which is less than 2^40.
  package mutating func append(_ offset: Int) {
    let high = UInt8(offset >> 32)
    if high > 0, highBits.isEmpty { highBits = Array(repeating: 0, count: count) }
    if high > 0 || !highBits.isEmpty { highBits.append(high) }
    lowBits.append(UInt32(truncatingIfNeeded: offset))
  }
}

extension TextOffsets: Codable {
  private enum CodingKeys: String, CodingKey {
    case lowBits, highBits
  }

  /// Reads offsets back, refusing some that are not whole.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    lowBits = try container.decode(Packed<UInt32>.self, forKey: .lowBits).wrappedValue
    highBits = try container.decode(Packed<UInt8>.self, forKey: .highBits).wrappedValue
    guard highBits.isEmpty || highBits.count == lowBits.count else {
      throw DecodingError.dataCorruptedError(
        forKey: .highBits, in: container, debugDescription: "the offsets are not whole")
    }
  }

  /// Writes the offsets.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(_lowBits, forKey: .lowBits)
    try container.encode(_highBits, forKey: .highBits)
  }
}
