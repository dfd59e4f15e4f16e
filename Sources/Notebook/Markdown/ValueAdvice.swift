/// What can be said about values in prose without knowing any of them.
enum ValueAdvice {
  /// Notes values between the dollars of a formula: code comes before math, so it is none.
  static func note(_ events: [Prose.Event], into diagnostics: inout [Diagnostic]) {
    for (index, event) in events.enumerated() {
      guard case .value(let value) = event, index > 0, index + 1 < events.count,
        case .text(let before) = events[index - 1], case .text(let after) = events[index + 1],
        opensMath(before), closesMath(after)
      else { continue }
      diagnostics.append(
        .warning(
          .badMath, "a value cannot stand within math: end the math before it", at: value.range))
    }
  }

  /// Whether the last dollar of a text could begin a formula that goes on behind it.
  private static func opensMath(_ text: String) -> Bool {
    guard let dollar = text.lastIndex(of: "$") else { return false }
    return text[dollar...].dropFirst().first?.isWhitespace != true
  }

  /// Whether the first dollar of a text could end a formula that has begun before it.
  private static func closesMath(_ text: String) -> Bool {
    guard let dollar = text.firstIndex(of: "$") else { return false }
    let behind = text[dollar...].dropFirst().first
    return text[..<dollar].last?.isWhitespace != true && behind?.isNumber != true
  }
}
