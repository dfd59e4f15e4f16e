/// Where texts end that stand one after the other, in four bytes each: a table of short cells must not be mostly ends.
package struct TextEnds: Sendable, Equatable, Codable {
  /// The lower 32 bits of each end.
  @Packed private var lowBits: [UInt32] = []
  /// For each multiple of 2^32 but 0, the first text that ends there or later.
  private var crossings: [Int] = []

  /// No text.
  package init() {}

  /// The number of texts.
  package var count: Int { lowBits.count }

  /// Where the last text ends; 0 if there is none.
  package var end: Int { count == 0 ? 0 : self[count - 1] }

  /// Where a text ends, counted from 0.
  package subscript(text: Int) -> Int {
    let low = Int(lowBits[text])
    if crossings.isEmpty { return low }
    return low | crossings.count { $0 <= text } << 32
  }

  /// Where a text lies; it starts where the one before ends.
  package func range(of text: Int) -> Range<Int> { (text == 0 ? 0 : self[text - 1])..<self[text] }

  /// Makes room for the ends of many texts.
  mutating func reserveCapacity(_ count: Int) {
    lowBits.reserveCapacity(count)
  }

  /// Adds the end of a text, which is not before the last one.
  package mutating func append(_ end: Int) {
    while crossings.count < end >> 32 { crossings.append(lowBits.count) }
    lowBits.append(UInt32(truncatingIfNeeded: end))
  }
}
