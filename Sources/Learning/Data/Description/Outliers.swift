/// The numbers of a column that lie far from the rest: beyond the outer fences, which are three times the distance of the
/// quartiles away from them. Source: J. W. Tukey, "Exploratory Data Analysis", 1977.
///
/// Where half of the numbers are equal, the quartiles may be, too, and there is no distance to measure by: then none is far.
public struct Outliers: Sendable, Equatable, Codable {
  /// A number that lies far from the rest.
  public struct Member: Sendable, Equatable, Codable {
    /// The number.
    public let number: Double
    /// The record in which it stands, as errors name it; nil if that is not known.
    public let record: Int?
  }

  /// How many there are.
  public let count: Int
  /// The farthest of them, at most three, the farthest first.
  public let farthest: [Member]

  private static let mostMembers = 3

  /// The outliers among the numbers of a column, of which `record` tells the places.
  init(among numbers: [Double], record: (Int) -> Int?) {
    let sorted = numbers.sorted()
    let (lower, upper) = (sorted.quantile(0.25), sorted.quantile(0.75))
    let margin = 3 * (upper - lower)
    guard margin > 0, margin.isFinite else {
      (count, farthest) = (0, [])
      return
    }
    func distance(_ row: Int) -> Double { max(lower - numbers[row], numbers[row] - upper) }
    let rows = numbers.indices.filter { distance($0) > margin }
    count = rows.count
    farthest = rows.sorted { distance($0) > distance($1) }.prefix(Self.mostMembers)
      .map { Member(number: numbers[$0], record: record($0)) }
  }
}

extension [Double] {
  /// The number below which a share of these ascending ones lies, by the rule of NumPy's `quantile`: between two neighbours
  /// in proportion.
  fileprivate func quantile(_ share: Double) -> Double {
    let place = share * Double(count - 1)
    let index = Int(place)
    guard index + 1 < count else { return self[count - 1] }
    return self[index] + (self[index + 1] - self[index]) * (place - Double(index))
  }
}
