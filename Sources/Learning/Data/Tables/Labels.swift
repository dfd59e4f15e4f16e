/// The class of every row, and the names of the classes.
public struct Labels: Sendable, Equatable, Codable {
  /// All different. Names that are all integers are in the order of their numbers, others in that of their code points.
  public let classes: [String]
  /// Per row its class, an index of `classes`.
  @Packed public private(set) var indices: [Int]

  /// Labels of known classes; every index must be one of `classes`.
  public init(classes: [String], indices: [Int]) {
    precondition(indices.allSatisfy { classes.indices.contains($0) }, "every row has a class")
    self.classes = classes
    self.indices = indices
  }

  /// The classes found among the texts of the rows.
  public init(_ texts: TextColumn) {
    var table = TermTable()
    let found = (0..<texts.count).map { row in texts.withUTF8(row) { table.insert(Term($0)) } }
    let names = (0..<table.count).map { table.terms[$0] }
    let order = Self.sorted(names)
    var places = [Int](repeating: 0, count: names.count)
    for (place, index) in order.enumerated() { places[index] = place }
    classes = order.map { names[$0] }
    indices = found.map { places[$0] }
  }

  /// The number of rows.
  public var count: Int { indices.count }

  /// How many rows each class has, in the order of `classes`.
  public var counts: [Int] { Self.counts(indices, classes: classes.count) }

  /// How many of the given rows each class has.
  public func counts(of rows: [Int]) -> [Int] {
    let indices = indices
    return Self.counts(rows.map { indices[$0] }, classes: classes.count)
  }

  private static func counts(_ indices: [Int], classes: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: classes)
    for index in indices { counts[index] += 1 }
    return counts
  }

  /// The order of class names, as indices.
  private static func sorted(_ names: [String]) -> [Int] {
    let numbers = names.compactMap(WholeNumber.init)
    guard numbers.count == names.count else {
      return names.indices.sorted { precedes(names[$0], names[$1]) }
    }
    // "1" and "01" are the same number and still two names.
    return names.indices.sorted {
      numbers[$0] == numbers[$1] ? precedes(names[$0], names[$1]) : numbers[$0] < numbers[$1]
    }
  }

  /// Bytes of UTF-8 compare as code points do; `<` on strings would compare their normal forms.
  private static func precedes(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }
}
