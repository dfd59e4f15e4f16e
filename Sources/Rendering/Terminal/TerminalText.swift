import Execution

/// Outputs as plain text for a terminal, without colours.
public enum TerminalText {
  /// The lines of an output, joined by line ends, without one at the end; empty when there is nothing
  /// to say. Control characters are left out.
  public static func text(of output: Output) -> String {
    lines(of: output).map(TerminalLine.safe).joined(separator: "\n")
  }

  private static func lines(of output: Output) -> [String] {
    switch output {
    case .log(let lines): lines
    case .text(let text):
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    case .table(let table): TerminalTable.lines(of: table)
    case .figure(let figure): TerminalFigure.lines(of: figure)
    case .pictures(let sheet): TerminalPictures.lines(of: sheet)
    case .excerpts(let excerpts): excerpts.flatMap(lines)
    case .claims(let claims): claims.map(line)
    case .note(let note): [line(note)]
    }
  }

  /// The text below its title, its marked words in brackets.
  private static func lines(of excerpt: Excerpt) -> [String] {
    [
      excerpt.title,
      "  " + excerpt.pieces.map { $0.isMarked ? "[\($0.text)]" : $0.text }.joined(),
    ]
  }

  private static func line(_ claim: Claim) -> String {
    let evidence = claim.evidence.isEmpty ? "" : "  (\(claim.evidence))"
    return switch claim.verdict {
    case .holds: "✓ \(claim.text)\(evidence)"
    case .fails: "✗ \(claim.text)\(evidence)"
    case .skipped: "– \(claim.text)  (skipped: its condition does not apply)"
    }
  }

  private static func line(_ note: Note) -> String {
    switch note.severity {
    case .information: "note: \(note.message)"
    case .warning: "warning: \(note.message)"
    case .error: "error: \(note.message)"
    }
  }
}
