/// What is to be learnt about each row of a data set.
public enum Answers: Sendable, Equatable, Codable {
  /// To which of a few classes it belongs: classification.
  case classes(Labels)
  /// One or more numbers: regression.
  case targets(TargetColumns)

  /// The number of rows.
  public var count: Int {
    switch self {
    case .classes(let labels): labels.count
    case .targets(let targets): targets.values.rows
    }
  }

  /// The class of each row; nil for numbers.
  public var labels: Labels? {
    if case .classes(let labels) = self { labels } else { nil }
  }

  /// The numbers of each row; nil for classes.
  public var targets: TargetColumns? {
    if case .targets(let targets) = self { targets } else { nil }
  }

  /// The truth about some rows, in the given order.
  public func truth(of rows: [Int]) -> Truth<Double> {
    switch self {
    case .classes(let labels):
      .classes(rows.map { labels.indices[$0] }, count: labels.classes.count)
    case .targets(let targets): .values(targets.values.selecting(rows))
    }
  }
}
