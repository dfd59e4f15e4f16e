/// How many rows the classes of a data set have that is made in place.
public enum ClassSizes {
  /// Whole numbers that add up to `rows`, in proportion to shares that add up to 1: each is rounded down, and what is
  /// missing goes to the largest remainders, to the first of equal ones.
  public static func apportion(_ rows: Int, by shares: [Double]) -> [Int] {
    let exact = shares.map { $0 * Double(rows) }
    var sizes = exact.map { Int($0.rounded(.down)) }
    let order = shares.indices.sorted { left, right in
      let remainders = (exact[left] - Double(sizes[left]), exact[right] - Double(sizes[right]))
      return remainders.0 == remainders.1 ? left < right : remainders.0 > remainders.1
    }
    for index in order.prefix(max(0, rows - sizes.reduce(0, +))) { sizes[index] += 1 }
    return sizes
  }

  /// As equal as they can be: the first classes have one row more if the rows do not divide evenly.
  static func equal(_ rows: Int, classes: Int) -> [Int] {
    (0..<classes).map { rows / classes + ($0 < rows % classes ? 1 : 0) }
  }
}
