import Notebook
import Rendering

/// Messages that the preview shows together, on the page and on the terminal.
struct PreviewMessages {
  /// One message, as a compiler prints it: the first line says what is wrong, those after it show the place.
  struct Message {
    var severity: Diagnostic.Severity
    var text: String

    init(severity: Diagnostic.Severity, text: String) {
      self.severity = severity
      self.text = text
    }

    /// A diagnostic about a text, or about none.
    init(_ diagnostic: Diagnostic, in source: SourceText?) {
      self.init(
        severity: diagnostic.severity, text: DiagnosticText(source).text(of: diagnostic))
    }
  }

  /// Those that are shown.
  let shown: [Message]
  /// How many more there are, in words; nil if all are shown.
  let rest: String?
  /// How many errors there are, shown or not.
  let errorCount: Int
  /// How many there are of any severity.
  let count: Int

  /// Messages that are all shown.
  init(_ messages: [Message] = []) {
    shown = messages
    rest = nil
    errorCount = messages.count { $0.severity == .error }
    count = messages.count
  }

  /// What was found in some texts, or on the command line, as far as people read it.
  init(_ found: [(diagnostics: [Diagnostic], source: SourceText?)]) {
    let digests = found.map { (digest: DiagnosticDigest($0.diagnostics), source: $0.source) }
    shown = digests.flatMap { digest, source in digest.shown.map { Message($0, in: source) } }
    let rests = digests.compactMap(\.digest.rest)
    rest = rests.isEmpty ? nil : rests.joined(separator: ", ")
    errorCount = found.flatMap(\.diagnostics).count { $0.severity == .error }
    count = found.reduce(0) { $0 + $1.diagnostics.count }
  }
}

extension PreviewMessages {
  /// Writes a fold with all that is shown; nothing, if nothing is.
  func write(
    under heading: String, ofClass name: String, isOpen: Bool, into panel: inout Markup
  ) {
    if shown.isEmpty { return }
    panel.element("details", ["open": isOpen ? "" : nil]) { panel in
      panel.element("summary", ["class": name], text: heading)
      for message in shown { message.write(into: &panel) }
      if let rest {
        panel.element("div", ["class": "mistake"]) { $0.element("p", text: rest) }
      }
    }
  }
}

extension PreviewMessages.Message {
  fileprivate func write(into panel: inout Markup) {
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    panel.element("div", ["class": "mistake \(severity.rawValue)"]) { panel in
      panel.element("p", text: String(lines[0]))
      if lines.count > 1 { panel.element("pre", ["tabindex": "0"], text: String(lines[1])) }
    }
  }
}
