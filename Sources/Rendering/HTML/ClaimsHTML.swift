import Execution

/// Claims with their verdicts: a sign, words for those who cannot see it, and what was found.
struct ClaimsHTML: Sendable {
  let claims: [Claim]
  let languages: PageLanguages

  private var words: PageWords { languages.words }

  func write(into page: inout Markup) {
    page.element("ul", ["class": "claims"]) { list in
      for claim in claims {
        list.newline()
        list.element("li", ["class": claim.verdict.rawValue]) { write(claim, into: &$0) }
      }
    }
  }

  private func write(_ claim: Claim, into item: inout Markup) {
    let (sign, verdict) =
      switch claim.verdict {
      case .holds: ("✓", words.holds)
      case .fails: ("✗", words.doesNotHold)
      case .skipped: ("–", words.skipped)
      }
    item.element("span", ["class": "sign", "aria-hidden": "true"], text: sign)
    item.element("span", ["class": "hidden"], text: "\(verdict)\(words.colon) ")
    item.element("code", ["lang": languages.output], text: claim.text)
    item.text(" ")
    if claim.found != nil || claim.expected != nil {
      item.element("span", ["class": "found"]) { writeEvidence(for: claim, into: &$0) }
    } else if claim.verdict == .skipped {
      item.element("span", ["class": "found"], text: words.conditionDoesNotApply)
    }
  }

  /// Writes the numbers that decided it.
  private func writeEvidence(for claim: Claim, into item: inout Markup) {
    if let found = claim.found {
      item.text(words.found)
      item.text(found, in: languages.output)
    }
    guard let expected = claim.expected else { return }
    if claim.found != nil { item.text(", ") }
    item.text(words.expected)
    item.text(expected, in: languages.output)
  }
}
