/// Hands out a distinct anchor for each heading.
struct AnchorNames {
  /// The anchors that pages use for other things begin like this.
  private static let reserved = LabelKind.allCases.map(\.rawValue) + ["block-", "figure-"]

  private var used: Set<String> = ["lesson"]
  /// Per base the last number that was put behind it.
  private var counts: [String: Int] = [:]

  /// Lower-case words joined by hyphens, with a number behind them from the second time on.
  mutating func anchor(for heading: String) -> String {
    let words = heading.lowercased().split { !($0.isLetter || $0.isNumber) }
    var base = words.isEmpty ? "section" : words.joined(separator: "-")
    if Self.reserved.contains(where: base.hasPrefix) { base = "section-" + base }
    var count = counts[base, default: 1]
    var name = count == 1 ? base : "\(base)-\(count)"
    while !used.insert(name).inserted {
      count += 1
      name = "\(base)-\(count)"
    }
    counts[base] = count
    return name
  }
}
