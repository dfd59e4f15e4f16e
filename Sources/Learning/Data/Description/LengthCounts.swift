/// How many texts are of what length: in intervals of a round width, or, where a few are very much longer than most, in
/// intervals of which each is twice as long as the one before.
public struct LengthCounts: Sendable, Equatable, Codable {
  /// Lengths from one to another, both included.
  public struct Interval: Sendable, Equatable, Codable {
    /// The least length.
    public let least: Int
    /// The greatest length.
    public let greatest: Int
    /// How many texts are so long.
    public let count: Int
  }

  /// The most intervals of one width that there are.
  static let mostIntervals = 20
  /// How many times the median the greatest length is at most, for intervals of one width.
  private static let mostSpread = 20

  /// From the interval of the shortest text to that of the longest, one after the other.
  public let intervals: [Interval]

  /// Counts some lengths, which ascend and are not below 0.
  init(of lengths: [Int]) {
    guard let shortest = lengths.first, let longest = lengths.last else {
      intervals = []
      return
    }
    let median = max(lengths[(lengths.count - 1) / 2], 1)
    let isWide = longest / median > Self.mostSpread
    let starts =
      isWide
      ? Self.doublingStarts(from: shortest, to: longest) : Self.evenStarts(from: shortest, longest)
    let width = starts.count > 1 ? starts[1] - starts[0] : Self.roundWidth(of: longest)
    let end = isWide ? max(2 * (starts.last ?? 0), 1) : (starts.last ?? 0) + width
    var position = 0
    intervals = starts.indices.map { index in
      let next = index + 1 < starts.count ? starts[index + 1] : end
      let first = position
      while position < lengths.count, lengths[position] < next { position += 1 }
      return Interval(least: starts[index], greatest: next - 1, count: position - first)
    }
  }

  private static func evenStarts(from shortest: Int, _ longest: Int) -> [Int] {
    let width = roundWidth(of: longest)
    return Array(stride(from: shortest / width * width, through: longest, by: width))
  }

  /// 1, 2 or 5 times a power of 10, by which the longest is not too many times longer.
  private static func roundWidth(of longest: Int) -> Int {
    var power = 1
    while true {
      for factor in [1, 2, 5] where longest / (factor * power) < mostIntervals {
        return factor * power
      }
      power *= 10
    }
  }

  /// 0, 1, 2, 4, 8 and so on.
  private static func doublingStarts(from shortest: Int, to longest: Int) -> [Int] {
    let all = [0] + (0..<Int.bitWidth - 1).map { 1 << $0 }
    let first = all.lastIndex { $0 <= shortest } ?? 0
    return all[first...].prefix { $0 <= longest }.map(\.self)
  }
}
