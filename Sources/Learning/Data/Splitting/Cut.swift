import Randomness

/// One cut of rows in two, with the rules and the draws of scikit-learn's `train_test_split`
/// (`ShuffleSplit` and `StratifiedShuffleSplit` in its source).
struct Cut {
  /// The classes whose proportions each part is to have; nil if that does not matter.
  let strata: Labels?

  /// How many of some rows a share cuts off: rounded up, and 0 for a share of 0.
  static func count(
    _ part: Part, share: Double, of rows: Int
  ) throws(SplitError) -> Int {
    guard share >= 0, share < 1 else { throw .invalidShare(part, share) }
    let cutOff = Int((share * Double(rows)).rounded(.up))
    guard share == 0 || cutOff < rows else { throw .nothingLeft(cutting: part, rows: rows) }
    return cutOff
  }

  /// Cuts a share off some rows; a share of 0 keeps them all in their order and draws nothing.
  ///
  /// - Throws: `SplitError`, and `CancellationError` soon after `isCancelled`, asked often, says so.
  func cut(
    _ part: Part, share: Double, off rows: [Int], drawing stream: inout RandomState,
    isCancelled: () -> Bool
  ) throws -> (kept: [Int], cutOff: [Int]) {
    let cutOff = try Self.count(part, share: share, of: rows.count)
    guard share > 0 else { return (rows, []) }
    if let strata {
      return try stratified(
        rows, by: strata, part, cutOff: cutOff, drawing: &stream, isCancelled: isCancelled)
    }
    let order = try stream.permutation(of: rows, isCancelled: isCancelled)
    return (Array(order[cutOff...]), Array(order[..<cutOff]))
  }

  private func stratified(
    _ rows: [Int], by labels: Labels, _ part: Part, cutOff: Int,
    drawing stream: inout RandomState, isCancelled: () -> Bool
  ) throws -> (kept: [Int], cutOff: [Int]) {
    let kept = rows.count - cutOff
    let groups = try groups(of: rows, by: labels, cutting: part)
    guard kept >= groups.count else {
      throw SplitError.partTooSmall(.train, rows: kept, classes: groups.count)
    }
    guard cutOff >= groups.count else {
      throw SplitError.partTooSmall(part, rows: cutOff, classes: groups.count)
    }
    let sizes = groups.map(\.count)
    let keptSizes = Self.apportion(kept, by: sizes, drawing: &stream)
    let left = zip(sizes, keptSizes).map { $0 - $1 }
    let cutSizes = Self.apportion(cutOff, by: left, drawing: &stream)
    var keptRows: [Int] = []
    var cutRows: [Int] = []
    for (index, group) in groups.enumerated() {
      let order = try stream.permutation(of: group, isCancelled: isCancelled)
      keptRows += order.prefix(keptSizes[index])
      cutRows += order.dropFirst(keptSizes[index]).prefix(cutSizes[index])
    }
    return (
      try stream.permutation(of: keptRows, isCancelled: isCancelled),
      try stream.permutation(of: cutRows, isCancelled: isCancelled)
    )
  }

  /// The rows of each class that occurs, in the order of the classes.
  private func groups(
    of rows: [Int], by labels: Labels, cutting part: Part
  ) throws(SplitError) -> [[Int]] {
    var groups = [[Int]](repeating: [], count: labels.classes.count)
    for row in rows { groups[labels.indices[row]].append(row) }
    for (name, group) in zip(labels.classes, groups) where group.count == 1 {
      throw .classTooSmall(name: name, rows: 1, cutting: part)
    }
    return groups.filter { !$0.isEmpty }
  }

  /// Whole numbers that add up to `total`, in proportion to `sizes`: each share is rounded down, and what is missing goes
  /// to the largest remainders, by lot among equal ones (scikit-learn's `_approximate_mode`).
  private static func apportion(
    _ total: Int, by sizes: [Int], drawing stream: inout RandomState
  ) -> [Int] {
    let sum = Double(sizes.reduce(0, +))
    // In this order of operations, since equal remainders are found by exact comparison.
    let shares = sizes.map { Double($0) / sum * Double(total) }
    var result = shares.map { Int($0.rounded(.down)) }
    let remainders = zip(shares, result).map { $0 - Double($1) }
    var missing = total - result.reduce(0, +)
    for remainder in Set(remainders).sorted(by: >) where missing > 0 {
      let candidates = remainders.indices.filter { remainders[$0] == remainder }
      let chosen = stream.choice(min(candidates.count, missing), of: candidates)
      for index in chosen { result[index] += 1 }
      missing -= chosen.count
    }
    return result
  }
}

extension RandomState {
  /// The elements in random order: those of `permutation(of:)`, with the same draws.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled` says so.
  fileprivate mutating func permutation(
    of elements: [Int], isCancelled: () -> Bool
  ) throws(CancellationError) -> [Int] {
    var shuffled = elements
    for last in stride(from: elements.count - 1, to: 0, by: -CancellationPace.stretch) {
      if isCancelled() { throw CancellationError() }
      shuffle(&shuffled, from: last, downTo: max(1, last + 1 - CancellationPace.stretch))
    }
    return shuffled
  }
}
