/// Different texts, numbered in the order in which they came: a hash table over UTF-8 bytes.
///
/// A `Dictionary` of `String` would merge canonically equivalent spellings and allocate for each look-up.
struct TermTable: Sendable {
  /// A place of the table. With the head and the length of its text in it, most look-ups read nothing else.
  private struct Slot {
    var head: UInt64 = 0
    var length: UInt32 = 0
    /// The number of the text + 1, or 0 if the place is free.
    var ordinal: UInt32 = 0
  }

  /// The texts by their numbers.
  private(set) var terms = TextColumn()
  /// Open addressing with linear probing.
  private var slots = [Slot](repeating: Slot(), count: 64)

  init() {}

  /// The given texts, which must be different from each other.
  init(_ terms: TextColumn) {
    for index in 0..<terms.count {
      terms.withUTF8(index) { _ = insert(Term($0)) }
    }
  }

  var count: Int { terms.count }

  /// The number of a text, or nil.
  func find(_ term: Term) -> Int? {
    let ordinal = slots[place(of: term)].ordinal
    return ordinal == 0 ? nil : Int(ordinal) - 1
  }

  /// The number of a text, which is the next one if it is new.
  mutating func insert(_ term: Term) -> Int {
    let place = place(of: term)
    let ordinal = slots[place].ordinal
    if ordinal > 0 { return Int(ordinal) - 1 }
    terms.append(term.bytes)
    slots[place] = Slot(
      head: term.head, length: UInt32(term.bytes.count), ordinal: UInt32(terms.count))
    if terms.count * 4 > slots.count * 3 { grow() }
    return terms.count - 1
  }

  /// The place of the text, or the free one where it belongs.
  private func place(of term: Term) -> Int {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var place = Int(truncatingIfNeeded: term.hash) & mask
      while slots[place].ordinal > 0, !holds(slots[place], term) {
        place = (place + 1) & mask
      }
      return place
    }
  }

  private func holds(_ slot: Slot, _ term: Term) -> Bool {
    guard slot.head == term.head, slot.length == term.bytes.count else { return false }
    return slot.length <= 8
      || terms.withUTF8(Int(slot.ordinal) - 1) { term.hasSameRest(as: $0) }
  }

  private mutating func grow() {
    let full = slots.filter { $0.ordinal > 0 }
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    let mask = slots.count - 1
    for slot in full {
      var place = Int(truncatingIfNeeded: hash(of: slot)) & mask
      while slots[place].ordinal > 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }

  private func hash(of slot: Slot) -> UInt64 {
    slot.length <= 8
      ? Term.hash(head: slot.head, length: Int(slot.length))
      : terms.withUTF8(Int(slot.ordinal) - 1) { Term($0).hash }
  }
}
