import CKernels

/// NumPy's legacy random generator: the Mersenne Twister MT19937 with the draws of `numpy.random.RandomState`.
///
/// For equal seeds and equal calls it gives the numbers of NumPy, whose legacy stream is frozen since version 1.16.
/// Source: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998), and NumPy's `legacy-distributions.c`.
public struct RandomState: Sendable, Equatable, Codable {
  private static let length = 624
  private static let middle = 397

  private var key: [UInt32]
  private var position: Int
  private var cachedNormal: Double?

  /// A generator seeded as `numpy.random.seed(seed)` does it.
  public init(seed: UInt32) {
    key = [UInt32](repeating: 0, count: Self.length)
    key[0] = seed
    for index in 1..<Self.length {
      let previous = key[index - 1]
      key[index] = 1_812_433_253 &* (previous ^ (previous >> 30)) &+ UInt32(index)
    }
    position = Self.length
  }

  /// Hands over all that decides how the stream goes on.
  func withStateWords(_ body: (UInt64) -> Void) {
    for word in key { body(UInt64(word)) }
    body(UInt64(position))
    body(cachedNormal == nil ? 0 : 1)
    body(cachedNormal?.bitPattern ?? 0)
  }

  /// The next 32 bits of the stream.
  @inline(__always)
  public mutating func next32Bits() -> UInt32 {
    if position == Self.length { regenerate() }
    var word = key[position]
    position += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9d2c_5680
    word ^= (word << 15) & 0xefc6_0000
    word ^= word >> 18
    return word
  }

  /// A uniform number in [0, 1) with 53 random bits, as `random_sample()`.
  public mutating func uniform() -> Double {
    let high = next32Bits() >> 5
    let low = next32Bits() >> 6
    return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
  }

  /// A uniform number in [lower, upper), as `uniform(lower, upper)`.
  public mutating func uniform(_ lower: Double, _ upper: Double) -> Double {
    lower + (upper - lower) * uniform()
  }

  /// A standard normal number by Marsaglia's polar method, as `standard_normal()`: every second one comes from the pair before.
  public mutating func normal() -> Double {
    if let cached = cachedNormal {
      cachedNormal = nil
      return cached
    }
    while true {
      let first = 2 * uniform() - 1
      let second = 2 * uniform() - 1
      let squaredRadius = first * first + second * second
      if squaredRadius < 1, squaredRadius != 0 {
        let factor = (-2 * lectern_log(squaredRadius) / squaredRadius).squareRoot()
        cachedNormal = factor * first
        return factor * second
      }
    }
  }

  /// Some standard normal numbers: those of as many calls of `normal()`, in less time where there are many.
  public mutating func normals(_ count: Int) -> [Double] {
    precondition(count >= 0, "a count is not negative")
    var numbers: [Double] = []
    numbers.reserveCapacity(count)
    if count > 0, cachedNormal != nil { numbers.append(normal()) }
    var points = PolarPoints()
    while numbers.count + 2 <= count {
      let pairs = min((count - numbers.count) / 2, PolarPoints.capacity)
      points.draw(pairs, from: &self)
      points.appendNormals(ofFirst: pairs, to: &numbers)
    }
    if numbers.count < count { numbers.append(normal()) }
    return numbers
  }

  /// A normal number of the given mean and standard deviation, as `normal(mean, standardDeviation)`.
  public mutating func normal(mean: Double, standardDeviation: Double) -> Double {
    mean + standardDeviation * normal()
  }

  /// A uniform integer in 0...maximum by rejection under a bit mask, as `random_interval`. Draws nothing when `maximum` is 0.
  public mutating func integer(through maximum: Int) -> Int {
    precondition(maximum >= 0, "an interval of random integers starts at 0")
    if maximum == 0 { return 0 }
    let limit = UInt64(maximum)
    let mask = UInt64.max >> UInt64(limit.leadingZeroBitCount)
    while true {
      var draw = UInt64(next32Bits())
      if limit > UInt64(UInt32.max) { draw = draw << 32 | UInt64(next32Bits()) }
      let candidate = draw & mask
      if candidate <= limit { return Int(candidate) }
    }
  }

  /// A uniform integer in 0..<bound, as `randint(0, bound)`.
  public mutating func integer(below bound: Int) -> Int {
    integer(through: bound - 1)
  }

  /// Shuffles in place from the last element down, as `shuffle`.
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    shuffle(&elements, from: elements.count - 1, downTo: 1)
  }

  /// A part of a shuffle, for those who have to ask between its parts whether to go on: the elements at some places, the
  /// last one first.
  public mutating func shuffle<Element>(
    _ elements: inout [Element], from last: Int, downTo first: Int
  ) {
    precondition(first >= 0 && last < elements.count, "the places are those of elements")
    elements.withUnsafeMutableBufferPointer { elements in
      drawPartners(from: last, downTo: first) { place, partner in
        // Not `swapAt`, which would ask first whether they are the same.
        let element = elements[place]
        elements[place] = elements[partner]
        elements[partner] = element
      }
    }
  }

  /// The numbers 0..<count in random order, as `permutation(count)`.
  public mutating func permutation(_ count: Int) -> [Int] {
    permutation(of: Array(0..<count))
  }

  /// Replaces the numbers by those of `permutation(count)`, in the same memory if it is large enough and nobody shares it.
  public mutating func writePermutation(_ count: Int, to numbers: inout [Int]) {
    numbers.removeAll(keepingCapacity: true)
    numbers.append(contentsOf: 0..<count)
    shuffle(&numbers)
  }

  /// Takes the draws of `permutation(count)`.
  public mutating func skipPermutation(_ count: Int) {
    drawPartners(from: count - 1, downTo: 1) { _, _ in }
  }

  /// Draws `integer(through: place)` for one place after the other, and hands both over.
  private mutating func drawPartners(
    from last: Int, downTo first: Int, _ body: (_ place: Int, _ partner: Int) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { partners in
      var place = last
      while place >= max(first, 1) {
        let count = drawPartners(
          of: place, atMost: min(place - first + 1, partners.count), to: partners)
        for index in 0..<count { body(place - index, partners[index]) }
        place -= count
      }
    }
  }

  /// Draws `integer(through: place)` for some places, from the last one down; how many they are.
  private mutating func drawPartners(
    of last: Int, atMost limit: Int, to partners: UnsafeMutableBufferPointer<Int>
  ) -> Int {
    if last > Int(UInt32.max) {
      partners[0] = integer(through: last)
      return 1
    }
    let mask = UInt32.max >> UInt32(UInt32(last).leadingZeroBitCount)
    let count = min(limit, last - Int(mask >> 1))
    var drawn = 0
    while drawn < count {
      let candidate = Int(next32Bits() & mask)
      // A draw is rejected as a coin falls, which no CPU can guess: so it is written all the same, and then written over. Of a
      // comparison, the compiler would make a branch after all; here it is a sign.
      partners[drawn] = candidate
      drawn &+= (last &- drawn &- candidate) >> (Int.bitWidth - 1) &+ 1
    }
    return count
  }

  /// The elements in random order, as `permutation(array)`.
  public mutating func permutation<Element>(of elements: [Element]) -> [Element] {
    var shuffled = elements
    shuffle(&shuffled)
    return shuffled
  }

  /// Some of the elements, each at most once, as `choice(elements, count, replace=False)`.
  public mutating func choice<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    Array(permutation(of: elements).prefix(count))
  }

  /// Makes the next 624 words of the stream from the last 624.
  private mutating func regenerate() {
    key.withUnsafeMutableBufferPointer { key in
      // Without remainders and in three stretches, so that a compiler sees vectors: each word reads one that is 397 words
      // on, counted in a circle.
      let turn = Self.length - Self.middle
      for index in 0..<turn {
        key[index] = key[index + Self.middle] ^ Self.twist(key[index], key[index + 1])
      }
      for index in turn..<Self.length - 1 {
        key[index] = key[index - turn] ^ Self.twist(key[index], key[index + 1])
      }
      key[Self.length - 1] = key[Self.middle - 1] ^ Self.twist(key[Self.length - 1], key[0])
    }
    position = 0
  }

  private static func twist(_ word: UInt32, _ next: UInt32) -> UInt32 {
    let joined = (word & 0x8000_0000) | (next & 0x7fff_ffff)
    return (joined >> 1) ^ ((0 &- (joined & 1)) & 0x9908_b0df)
  }
}
