import ArgumentParser
import Execution
import Notebook
import Rendering

/// What is wrong with a lesson, as the preview and the terminal say it.
struct PreviewMistakes {
  /// One message, as a compiler prints it: the first line says what is wrong, those after it show the place.
  struct Message {
    var severity: Diagnostic.Severity
    var text: String
  }

  var messages: [Message]

  /// Nothing is wrong.
  static let none = PreviewMistakes(messages: [])

  /// Diagnostics about a text.
  init(_ diagnostics: [Diagnostic], in source: SourceText) {
    let printer = DiagnosticText(source)
    messages = diagnostics.map { Message(severity: $0.severity, text: printer.text(of: $0)) }
  }

  /// What kept a lesson from being checked.
  init(_ error: any Error) {
    switch error {
    case let mistakes as ParameterFile.Mistakes:
      self.init(mistakes.diagnostics, in: mistakes.source)
    case let problem as FileProblem: self.init(sentence: problem.message)
    case let problem as ValidationError: self.init(sentence: problem.message)
    default: self.init(sentence: "\(error)")
    }
  }

  /// An error without a place.
  init(sentence: String) {
    self.init(messages: [Message(severity: .error, text: "error: \(sentence)")])
  }

  private init(messages: [Message]) {
    self.messages = messages
  }

  /// How many errors there are.
  var errorCount: Int { messages.count { $0.severity == .error } }
}

extension PreviewMistakes {
  /// A panel for the page; warnings alone are folded away.
  var html: String {
    guard !messages.isEmpty else { return "" }
    var panel = Markup()
    panel.element("details", ["open": errorCount > 0 ? "" : nil]) { panel in
      panel.element("summary", ["class": errorCount > 0 ? "error" : "warning"], text: heading)
      for message in messages { Self.write(message, into: &panel) }
    }
    return panel.text
  }

  private var heading: String {
    let warningCount = messages.count - errorCount
    let errors = errorCount == 1 ? "1 mistake" : "\(errorCount) mistakes"
    let warnings = warningCount == 1 ? "1 warning" : "\(warningCount) warnings"
    if errorCount == 0 { return warnings }
    return warningCount == 0 ? errors : "\(errors), \(warnings)"
  }

  private static func write(_ message: Message, into panel: inout Markup) {
    let lines = message.text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    panel.element("div", ["class": "mistake \(message.severity.rawValue)"]) { panel in
      panel.element("p", text: String(lines[0]))
      if lines.count > 1 { panel.element("pre", ["tabindex": "0"], text: String(lines[1])) }
    }
  }
}
