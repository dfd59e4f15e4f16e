/// Numbers of one column as texts that line up: all with the same decimals where that shows enough.
struct NumberColumn: Sendable {
  let texts: [String]

  /// The texts of values; nil stands for an empty cell.
  init(_ values: [Double?]) {
    let finite = values.compactMap(\.self).filter(\.isFinite)
    let decimals = Self.decimals(finite)
    texts = values.map { value in
      guard let value else { return "" }
      return decimals.map { NumberText.fixed(value, decimals: $0) }
        ?? NumberText.significant(value, digits: 4)
    }
  }

  /// How many decimals show four digits of the larger values and something of the smallest one; nil
  /// when no number of decimals does.
  private static func decimals(_ values: [Double]) -> Int? {
    guard let largest = values.map(\.magnitude).max(), largest < 1e9 else { return nil }
    if values.allSatisfy({ $0 == $0.rounded() }) { return 0 }
    let exponent = Decimal(largest).exponent
    let decimals = exponent >= -1 ? max(1, 4 - max(exponent, 0)) : 3 - exponent
    guard decimals <= 7 else { return nil }
    let smallest = values.map(\.magnitude).filter { $0 > 0 }.min() ?? largest
    return Decimal(smallest).exponent < 1 - decimals ? nil : decimals
  }
}
