import Execution
import Learning
import Notebook

/// How much the examples of each class count in the gradient.
enum ClassWeights: OptionValue {
  /// n / (K n_k) for the n_k of n examples that have class k, K being the number of classes that occur, as scikit-learn
  /// balances them.
  case balanced
  /// A weight for each class named; 1 for the others.
  case given([(name: String, range: SourceRange, weight: Double)])

  static var typeDescription: String { "balanced, or a mapping from classes to weights" }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> ClassWeights? {
    guard let node = reader.resolve(node) else { return nil }
    if node.scalar?.text == "balanced" { return .balanced }
    guard case .mapping(let entries) = node.content, !entries.isEmpty else {
      reader.mismatch(node, of: entry, expected: typeDescription)
      return nil
    }
    let weights = entries.compactMap {
      entry -> (name: String, range: SourceRange, weight: Double)? in
      guard let weight = Double.read(entry.value, of: entry, with: &reader) else { return nil }
      guard weight >= 0 else {
        reader.error(
          .outOfRange, "a weight is at least 0, not \(formattedSetting(weight))",
          at: entry.value.range)
        return nil
      }
      return (entry.key, entry.keyRange, weight)
    }
    return weights.count == entries.count ? .given(weights) : nil
  }

  var written: String? {
    switch self {
    case .balanced: "balanced"
    case .given(let weights):
      "{"
        + weights.map { "\($0.name): \(formattedSetting($0.weight))" }.sorted()
        .joined(separator: ", ") + "}"
    }
  }

  /// Finds weights of classes that there are not, and weights that leave nothing to learn.
  func check(classes: [String], at place: SourceRange?, _ scope: inout Scope) {
    guard case .given(let weights) = self else { return }
    for (name, range, _) in weights {
      NamedClass.check(name, among: classes, at: range, &scope)
    }
    let without = weights.filter { $0.weight == 0 }
      .compactMap { NamedClass.index(of: $0.name, among: classes) }
    if Set(without).count == classes.count {
      scope.error(.outOfRange, Self.allZero, at: place)
    }
  }

  private static let allZero = "the weights of all classes are 0, so that nothing is learnt"

  /// One weight for each class, by class number; a class without examples has 1.
  ///
  /// - Throws: what `check` finds, where only the run can tell.
  func weights(
    for truth: Truth<Double>, classes: [String], at place: SourceRange?
  ) throws(BlockFailure) -> [Double] {
    switch self {
    case .given(let given):
      var weights = [Double](repeating: 1, count: classes.count)
      for (name, range, weight) in given {
        let number = try NamedClass.number(name, among: classes, at: range)
        weights[number] = weight
      }
      if weights.allSatisfy({ $0 == 0 }) { throw BlockFailure(Self.allZero, at: place) }
      return weights
    case .balanced:
      var counts = [Int](repeating: 0, count: classes.count)
      for label in truth.labels ?? [] { counts[label] += 1 }
      let occurring = Double(counts.count { $0 > 0 })
      return counts.map { $0 == 0 ? 1 : Double(truth.count) / (occurring * Double($0)) }
    }
  }
}
