/// What the table says about one workload.
struct ResultRow {
  let workload: Workload
  let samples: Workload.Samples

  /// Lectern's median, each peer's with how many times Lectern's it is, that of the best peer, and the remark.
  var cells: [String] {
    let lectern = value(of: .lectern)
    let peers = Contender.Role.peers.map(value)
    let best = peers.compactMap(\.self).min()
    return [workload.title, text(lectern)] + peers.map { text($0, times: lectern) }
      + [ratio(of: best, to: lectern) ?? "–"]
      + [lectern == nil ? "" : workload.remark(samples)]
  }

  private func text(_ value: Double?, times lectern: Double?) -> String {
    [text(value), ratio(of: value, to: lectern)].compactMap(\.self).joined(separator: " = ")
  }

  private func ratio(of value: Double?, to lectern: Double?) -> String? {
    lectern.flatMap { lectern in value.map { Figures.times($0 / lectern) } }
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
