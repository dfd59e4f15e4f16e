import Notebook

/// Diagnostics as a compiler prints them: place, message, the line, and a run of carets under the words.
public struct DiagnosticText {
  private let source: SourceText

  /// A printer for diagnostics about a text.
  public init(_ source: SourceText) {
    self.source = source
  }

  /// The lines for one diagnostic, joined by line ends, without one at the end.
  public func text(of diagnostic: Diagnostic) -> String {
    let label = "\(diagnostic.severity.rawValue): \(diagnostic.message)"
    let notes = diagnostic.notes.map { TerminalLine.visible("  note: \($0)") }
    guard let range = diagnostic.range else {
      return ([TerminalLine.visible("\(source.name): \(label)")] + notes).joined(separator: "\n")
    }
    let position = source.position(of: range.lower)
    let place = "\(source.name):\(position.line):\(position.column)"
    let excerpt = SourceExcerpt(of: range, on: source.rangeOfLine(position.line), in: source)
    let lines = [
      TerminalLine.visible("\(place): \(label)"), "  " + excerpt.text, "  " + excerpt.carets,
    ]
    return (lines + notes).joined(separator: "\n")
  }
}
