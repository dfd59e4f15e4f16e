/// What the table says about one workload.
struct ResultRow {
  let workload: Workload
  let samples: Workload.Samples

  /// Lectern's median, each peer's, how much the best peer takes of it, and the remark.
  var cells: [String] {
    let lectern = value(of: .lectern)
    let peers = Contender.Role.peers.map(value)
    let best = peers.compactMap(\.self).min()
    let ratio = lectern.flatMap { lectern in best.map { Figures.times($0 / lectern) } }
    return [workload.title] + ([lectern] + peers).map(text) + [ratio ?? "–"]
      + [lectern == nil ? "" : workload.remark(samples)]
  }

  private func value(of role: Contender.Role) -> Double? {
    let samples = samples[role] ?? []
    return switch workload.quantity {
    case .seconds: samples.median(\.seconds)
    case .peakMemory: samples.median { Double($0.peakBytes) }
    }
  }

  private func text(_ value: Double?) -> String {
    guard let value else { return "–" }
    return switch workload.quantity {
    case .seconds: Figures.seconds(value)
    case .peakMemory: Figures.megabytes(value)
    }
  }
}
