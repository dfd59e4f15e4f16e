/// Which terms to keep when some with equal counts have to go.
public enum TiePolicy: String, CaseIterable, Sendable, Codable {
  /// The first in the order of code points.
  case alphabetical
  /// Those that NumPy's unstable sort puts first on a CPU without vector units: parity with scikit-learn there.
  case numpy

  /// The indices of the `limit` largest counts; the counts belong to terms in the order of code points.
  package func largest(_ limit: Int, of counts: [Int]) -> [Int] {
    let order = Introsort.order(of: counts.map { -$0 }, first: limit)
    switch self {
    case .numpy: return order
    case .alphabetical:
      guard let smallest = order.last.map({ counts[$0] }) else { return [] }
      let above = counts.indices.filter { counts[$0] > smallest }
      let equal = counts.indices.lazy.filter { counts[$0] == smallest }
      let kept = above + equal.prefix(order.count - above.count)
      return kept.sorted { (counts[$1], $0) < (counts[$0], $1) }
    }
  }
}
