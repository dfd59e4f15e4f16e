/// Different texts, numbered in the order in which they came: a hash table over UTF-8 bytes.
///
/// A `Dictionary` of `String` would merge canonically equivalent spellings and allocate for each look-up.
struct TermTable: Sendable {
  /// The texts by their numbers.
  private(set) var terms = TextColumn()
  /// Open addressing with linear probing; 0 is free, else a number + 1.
  private var slots: [UInt32]
  /// Of each text, so that growing and most comparisons need not read it again.
  private var hashes: [UInt32] = []

  init() {
    slots = [UInt32](repeating: 0, count: 64)
  }

  /// The given texts, which must be different from each other.
  init(_ terms: TextColumn) {
    self.init()
    for index in 0..<terms.count {
      terms.withUTF8(index) { _ = insert($0) }
    }
  }

  var count: Int { terms.count }

  /// The number of a text, or nil.
  func find(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let found = slots[slot(of: text, hash: Self.hash(text))]
    return found == 0 ? nil : Int(found) - 1
  }

  /// The number of a text, which is the next one if it is new.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(text)
    var place = slot(of: text, hash: hash)
    if slots[place] != 0 { return Int(slots[place]) - 1 }
    if terms.count * 2 >= slots.count {
      grow()
      place = slot(of: text, hash: hash)
    }
    terms.append(text)
    hashes.append(hash)
    slots[place] = UInt32(terms.count)
    return terms.count - 1
  }

  /// The slot that holds the text, or the free one where it belongs.
  private func slot(of text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place] != 0 {
      let number = Int(slots[place]) - 1
      if hashes[number] == hash, terms.withUTF8(number, { $0.elementsEqual(text) }) { break }
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var place = Int(hash) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = UInt32(number + 1)
    }
  }

  /// FNV-1a with 64 bits, folded to 32. Source: G. Fowler, L. C. Noll, K.-P. Vo, RFC 9923.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
