/// A file that was well-formed once, and how it is to be read.
struct FuzzInput {
  var bytes: [UInt8]
  var format: FuzzFormat

  /// The input that a number stands for: one of the samples with some damage.
  init(number: UInt64) {
    var source = FuzzSource(seed: number)
    format = source.element(of: FuzzFormat.all)
    bytes = source.element(of: FuzzSamples.files(for: format))
    for _ in 0..<source.below(8) { Self.damage(&bytes, &source) }
  }

  /// One change: to a byte, or to a piece of the file.
  private static func damage(_ bytes: inout [UInt8], _ source: inout FuzzSource) {
    let place = source.below(bytes.count + 1)
    let length = min(1 << source.below(7), bytes.count - place)
    let piece = Array(bytes[place..<place + length])
    switch source.below(8) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(source.below(8))
    case 1 where place < bytes.count: bytes[place] = UInt8(source.below(256))
    case 2: bytes.removeSubrange(place..<place + length)
    case 3: bytes.insert(contentsOf: piece, at: source.below(bytes.count + 1))
    case 4: bytes.removeLast(bytes.count - place)
    case 5:
      // Long enough for what counts in blocks, short enough for thousands of inputs a second.
      let many = Array(repeating: piece, count: 1 + source.below(50)).joined()
      bytes.insert(contentsOf: many, at: place)
    default: bytes.insert(contentsOf: source.element(of: FuzzSamples.words), at: place)
    }
  }
}
