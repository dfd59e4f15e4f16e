/// Numbers counted in bins that stand side by side.
public struct Bins: Sendable, Equatable, Codable {
  /// Where the bins begin, ascending, and where the last one ends: one more than there are bins.
  public var edges: [Double]
  /// How many numbers lie in each bin.
  public var counts: [Int]
  /// From the lowest to the highest of the numbers, where these need not lie at edges; nil where they do.
  public var extent: ClosedRange<Double>?

  /// Bins between edges.
  public init(edges: [Double], counts: [Int]) {
    precondition(edges.count == counts.count + 1, "every bin has two edges")
    self.edges = edges
    self.counts = counts
  }

  /// How many numbers there are.
  public var total: Int { counts.reduce(0, +) }

  /// The bins from the first to the last that hold numbers; nil if none does.
  public var filled: Range<Int>? {
    guard let first = counts.firstIndex(where: { $0 > 0 }),
      let last = counts.lastIndex(where: { $0 > 0 })
    else { return nil }
    return first..<(last + 1)
  }

  /// The fewest bins side by side that hold more than half of the numbers: of several as few the fullest, then the first. Nil
  /// if there are no numbers.
  public var majority: Range<Int>? {
    let total = total
    var best: (bins: Range<Int>, held: Int)?
    var first = 0
    var held = 0
    for last in counts.indices {
      held += counts[last]
      while 2 * (held - counts[first]) > total {
        held -= counts[first]
        first += 1
      }
      guard 2 * held > total else { continue }
      let bins = first..<(last + 1)
      let isBetter = best.map { ($0.bins.count, -$0.held) > (bins.count, -held) } ?? true
      if isBetter { best = (bins, held) }
    }
    return best?.bins
  }
}
