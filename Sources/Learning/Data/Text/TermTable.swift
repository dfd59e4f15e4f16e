/// Different texts, numbered in the order in which they came: a hash table over UTF-8 bytes.
///
/// A `Dictionary` of `String` would merge canonically equivalent spellings and allocate for each look-up.
struct TermTable: Sendable {
  /// The texts by their numbers.
  private(set) var terms = TextColumn()
  /// Open addressing with linear probing; 0 is free, else the hash in the upper half and the number + 1 in the lower: most
  /// look-ups read the text itself only once.
  private var slots = [UInt64](repeating: 0, count: 64)

  init() {}

  /// The given texts, which must be different from each other.
  init(_ terms: TextColumn) {
    for index in 0..<terms.count {
      terms.withUTF8(index) { _ = insert($0) }
    }
  }

  var count: Int { terms.count }

  /// The number of a text, or nil.
  func find(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    number(in: slots[slot(of: text, hash: Self.hash(text))])
  }

  /// The number of a text, which is the next one if it is new.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(text)
    let place = slot(of: text, hash: hash)
    if let number = number(in: slots[place]) { return number }
    terms.append(text)
    slots[place] = UInt64(hash) << 32 | UInt64(terms.count)
    if terms.count * 2 > slots.count { grow() }
    return terms.count - 1
  }

  private func number(in slot: UInt64) -> Int? {
    slot == 0 ? nil : Int(slot & 0xFFFF_FFFF) - 1
  }

  /// The slot that holds the text, or the free one where it belongs.
  private func slot(of text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while let number = number(in: slots[place]) {
      let isSameHash = slots[place] >> 32 == UInt64(hash)
      if isSameHash, terms.withUTF8(number, { Self.areEqual($0, text) }) { break }
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    let full = slots.filter { $0 != 0 }
    slots = [UInt64](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for slot in full {
      var place = Int(slot >> 32) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }

  private static func areEqual(
    _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard first.count == second.count else { return false }
    for index in first.indices where first[index] != second[index] { return false }
    return true
  }

  /// Multiplies eight bytes at a time into the hash; the constant is 2^64 divided by the golden ratio.
  /// Source: D. E. Knuth, "The Art of Computer Programming" 3, 6.4, multiplicative hashing.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = UInt64(text.count)
    var position = 0
    while position < text.count {
      let end = min(position + 8, text.count)
      var word: UInt64 = 0
      while position < end {
        word = word << 8 | UInt64(text[position])
        position += 1
      }
      hash = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 32
    }
    return UInt32(truncatingIfNeeded: hash)
  }
}
