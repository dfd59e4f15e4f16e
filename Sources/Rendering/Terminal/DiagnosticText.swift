import Notebook

/// Diagnostics as a compiler prints them: place, message, the line, and a run of carets under the words.
public struct DiagnosticText {
  private let source: SourceText?
  private let colors: Bool

  /// A printer for diagnostics about a text, or about none, on a terminal that shows colours or elsewhere.
  public init(_ source: SourceText?, colors: Bool = false) {
    self.source = source
    self.colors = colors
  }

  /// The lines for one diagnostic, joined by line ends, without one at the end.
  public func text(of diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { TerminalLine.visible("  note: \($0)") }
    guard let source, let range = diagnostic.range else {
      return ([heading(of: diagnostic, at: source?.name)] + notes).joined(separator: "\n")
    }
    let position = source.position(of: range.lower)
    let place = "\(source.name):\(position.line):\(position.column)"
    let excerpt = SourceExcerpt(of: range, on: source.rangeOfLine(position.line), in: source)
    let lines = [
      heading(of: diagnostic, at: place), "  " + excerpt.text,
      "  " + TerminalInk.green.text(excerpt.carets, colors: colors),
    ]
    return (lines + notes).joined(separator: "\n")
  }

  private func heading(of diagnostic: Diagnostic, at place: String?) -> String {
    let ink: TerminalInk = diagnostic.severity == .error ? .red : .yellow
    let place = place.map { TerminalInk.bold.text(TerminalLine.visible("\($0):"), colors: colors) }
    return (place.map { $0 + " " } ?? "")
      + ink.text("\(diagnostic.severity.rawValue):", colors: colors) + " "
      + TerminalLine.visible(diagnostic.message)
  }
}
