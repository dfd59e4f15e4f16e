/// Which terms to keep when some with equal counts have to go.
public enum TiePolicy: String, CaseIterable, Sendable, Codable {
  /// The first in the order of code points.
  case alphabetical
  /// Those that NumPy's unstable sort puts first on a CPU without vector units: parity with scikit-learn there.
  case numpy

  /// The indices of the `limit` largest counts; the counts belong to terms in the order of code points.
  package func largest(_ limit: Int, of counts: [Int]) -> [Int] {
    let order =
      switch self {
      case .alphabetical:
        counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
      case .numpy:
        Introsort.order(of: counts.map { -$0 })
      }
    return Array(order.prefix(limit))
  }
}
