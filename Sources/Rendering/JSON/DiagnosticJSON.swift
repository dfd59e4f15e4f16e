import Notebook

/// Diagnostics for programs: each a JSON object on one line.
///
/// Lines and columns count from 1, columns in Unicode scalars, as in the text for people; a range ends before the column
/// that it names as its end. Keys that have nothing to say are null, so that every line has the same keys.
public struct DiagnosticJSON {
  private let source: SourceText?

  /// A printer for diagnostics about a text, or about none.
  public init(_ source: SourceText?) {
    self.source = source
  }

  /// The object for one diagnostic, without a line end.
  public func text(of diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map(JSONText.quoted).joined(separator: ", ")
    let replacement = source.flatMap { diagnostic.replacement(in: $0) }
    let members = [
      ("file", source.map { JSONText.quoted($0.name) }),
      ("range", source.flatMap { source in diagnostic.range.map { text(of: $0, in: source) } }),
      ("severity", JSONText.quoted(diagnostic.severity.rawValue)),
      ("code", JSONText.quoted(diagnostic.code.rawValue)),
      ("message", JSONText.quoted(diagnostic.message)), ("notes", "[\(notes)]"),
      ("replacement", replacement.map(JSONText.quoted)),
    ]
    return "{" + members.map { "\"\($0)\": \($1 ?? "null")" }.joined(separator: ", ") + "}"
  }

  private func text(of range: SourceRange, in source: SourceText) -> String {
    "{\"start\": \(text(of: source.position(of: range.lower))),"
      + " \"end\": \(text(of: source.position(of: range.upper)))}"
  }

  private func text(of position: SourcePosition) -> String {
    "{\"line\": \(position.line), \"column\": \(position.column)}"
  }
}
