import Notebook

/// Diagnostics for programs: each a JSON object on one line.
///
/// Lines and columns count from 1, columns in Unicode scalars, as in the text for people; a range ends before the column
/// that it names as its end. Keys that have nothing to say are null, so that every line has the same keys.
public struct DiagnosticJSON {
  private let source: SourceText

  /// A printer for diagnostics about a text.
  public init(_ source: SourceText) {
    self.source = source
  }

  /// The object for one diagnostic, without a line end.
  public func text(of diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map(JSONText.quoted).joined(separator: ", ")
    let replacement = diagnostic.replacement(in: source).map(JSONText.quoted)
    let members = [
      ("file", JSONText.quoted(source.name)), ("range", diagnostic.range.map(text(of:)) ?? "null"),
      ("severity", JSONText.quoted(diagnostic.severity.rawValue)),
      ("code", JSONText.quoted(diagnostic.code.rawValue)),
      ("message", JSONText.quoted(diagnostic.message)), ("notes", "[\(notes)]"),
      ("replacement", replacement ?? "null"),
    ]
    return "{" + members.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
  }

  private func text(of range: SourceRange) -> String {
    "{\"start\": \(text(of: source.position(of: range.lower))),"
      + " \"end\": \(text(of: source.position(of: range.upper)))}"
  }

  private func text(of position: SourcePosition) -> String {
    "{\"line\": \(position.line), \"column\": \(position.column)}"
  }
}
