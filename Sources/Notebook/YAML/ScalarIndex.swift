/// Finds Unicode scalars in UTF-8 by their numbers, and their numbers by their places, in a time that does not depend on
/// the length of a text or of its lines.
struct ScalarIndex: Sendable {
  /// The bytes between two counts that are kept.
  private static let stride = 1024

  /// How many scalars begin before every `stride`-th byte.
  private let counts: [Int]

  init(_ bytes: [UInt8]) {
    var counts = [0]
    var start = 0
    while start + Self.stride <= bytes.count {
      let scalars = bytes[start..<start + Self.stride].count { !$0.continuesScalar }
      counts.append(counts[counts.count - 1] + scalars)
      start += Self.stride
    }
    self.counts = counts
  }

  /// How many scalars begin before an offset.
  func count(before offset: Int, in bytes: [UInt8]) -> Int {
    let end = min(offset, bytes.count)
    let kept = end / Self.stride
    return counts[kept] + bytes[kept * Self.stride..<end].count { !$0.continuesScalar }
  }

  /// Where a scalar, counted from 0, begins; the end if there are fewer.
  func offset(ofScalar index: Int, in bytes: [UInt8]) -> Int {
    let kept = lastCount(upTo: index)
    var remaining = index - counts[kept]
    var offset = kept * Self.stride
    while offset < bytes.count, bytes[offset].continuesScalar { offset += 1 }
    while offset < bytes.count, remaining > 0 {
      offset += 1
      if offset == bytes.count || !bytes[offset].continuesScalar { remaining -= 1 }
    }
    return offset
  }

  /// The place of the last kept count that is at most `index`.
  private func lastCount(upTo index: Int) -> Int {
    var low = 0
    var high = counts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if counts[middle] <= index { low = middle } else { high = middle }
    }
    return low
  }
}
