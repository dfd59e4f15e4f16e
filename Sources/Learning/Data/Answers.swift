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

  /// The same answers, whose numbers are brought to a common scale by those who train on them; classes have none.
  public func scaled(by rule: ScalingRule?) -> Answers {
    guard case .targets(let targets) = self else { return self }
    return .targets(TargetColumns(names: targets.names, values: targets.values, scaling: rule))
  }

  /// The answers as they are learnt: numbers on the common scale that `scaling` has found, if there is one.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled` says so.
  public func applying(
    _ scaling: Scaling?, isCancelled: () -> Bool = { false }
  ) throws(CancellationError) -> Answers {
    guard let scaling, case .targets(let targets) = self else { return self }
    let values = try scaling.applied(to: targets.values, isCancelled: isCancelled)
    return .targets(TargetColumns(names: targets.names, values: values))
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
