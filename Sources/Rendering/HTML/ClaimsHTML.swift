import Execution

/// Claims with their verdicts: a sign, words for those who cannot see it, and what was found.
struct ClaimsHTML: Sendable {
  let claims: [Claim]

  func write(into page: inout Markup) {
    page.element("ul", ["class": "claims"]) { list in
      for claim in claims {
        list.newline()
        list.element("li", ["class": claim.verdict.rawValue]) { write(claim, into: &$0) }
      }
    }
  }

  private func write(_ claim: Claim, into item: inout Markup) {
    let (sign, words) =
      switch claim.verdict {
      case .holds: ("✓", "Holds: ")
      case .fails: ("✗", "Does not hold: ")
      case .skipped: ("–", "Skipped: ")
      }
    item.element("span", ["class": "sign", "aria-hidden": "true"], text: sign)
    item.element("span", ["class": "hidden"], text: words)
    item.element("code", text: claim.text)
    item.text(" ")
    if !claim.evidence.isEmpty {
      item.element("span", ["class": "found"], text: claim.evidence)
    } else if claim.verdict == .skipped {
      item.element("span", ["class": "found"], text: "skipped: its condition does not apply")
    }
  }
}
