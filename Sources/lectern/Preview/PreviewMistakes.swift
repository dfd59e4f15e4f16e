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

  private(set) var messages: [Message]
  /// What its author should look at, though nothing is wrong with it.
  private(set) var advice: [Message] = []

  /// Nothing is wrong.
  static let none = PreviewMistakes(messages: [])

  /// Diagnostics about a text.
  init(_ diagnostics: [Diagnostic], advice: [Diagnostic], in source: SourceText) {
    messages = diagnostics.map { Self.message($0, in: source) }
    self.advice = advice.map { Self.message($0, in: source) }
  }

  private static func message(_ diagnostic: Diagnostic, in source: SourceText?) -> Message {
    Message(severity: diagnostic.severity, text: DiagnosticText(source).text(of: diagnostic))
  }

  /// What kept a lesson from being checked.
  init(_ error: any Error) {
    switch error {
    case let mistakes as ParameterMistakes:
      self.init(messages: mistakes.all.map { Self.message($0.diagnostic, in: $0.source) })
    case let problem as FileProblem: self.init(sentence: problem.message)
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
  /// A panel for the page; warnings and advice alone are folded away.
  var html: String {
    var panel = Markup()
    Self.write(
      messages, under: heading, ofClass: errorCount > 0 ? "error" : "warning",
      isOpen: errorCount > 0, into: &panel)
    Self.write(
      advice, under: advice.count == 1 ? "1 remark" : "\(advice.count) remarks",
      ofClass: "advice", isOpen: false, into: &panel)
    return panel.text
  }

  private static func write(
    _ messages: [Message], under heading: String, ofClass name: String, isOpen: Bool,
    into panel: inout Markup
  ) {
    if messages.isEmpty { return }
    panel.element("details", ["open": isOpen ? "" : nil]) { panel in
      panel.element("summary", ["class": name], text: heading)
      for message in messages { write(message, into: &panel) }
    }
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
