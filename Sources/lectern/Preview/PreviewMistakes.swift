import Execution
import Notebook
import Rendering

/// What is wrong with a lesson, as the preview and the terminal say it.
struct PreviewMistakes {
  let messages: PreviewMessages
  /// What its author should look at, though nothing is wrong with it.
  let advice: PreviewMessages

  /// Nothing is wrong.
  static let none = PreviewMistakes(PreviewMessages())

  private init(_ messages: PreviewMessages, advice: PreviewMessages = PreviewMessages()) {
    self.messages = messages
    self.advice = advice
  }

  /// Diagnostics about a text.
  init(_ diagnostics: [Diagnostic], advice: [Diagnostic], in source: SourceText) {
    self.init(
      PreviewMessages([(diagnostics, source)]), advice: PreviewMessages([(advice, source)]))
  }

  /// What kept a lesson from being checked.
  init(_ error: any Error) {
    switch error {
    case let mistakes as ParameterMistakes:
      self.init(PreviewMessages(mistakes.all.map { ($0.diagnostics, $0.source) }))
    case let problem as FileProblem: self.init(sentence: problem.message)
    default: self.init(sentence: "\(error)")
    }
  }

  /// An error without a place.
  init(sentence: String) {
    self.init(PreviewMessages([.init(severity: .error, text: "error: \(sentence)")]))
  }
}

extension PreviewMistakes {
  /// A panel for the page; warnings and advice alone are folded away.
  var html: String {
    var panel = Markup()
    let hasErrors = messages.errorCount > 0
    messages.write(
      under: heading, ofClass: hasErrors ? "error" : "warning", isOpen: hasErrors, into: &panel)
    advice.write(
      under: advice.count == 1 ? "1 remark" : "\(advice.count) remarks", ofClass: "advice",
      isOpen: false, into: &panel)
    return panel.text
  }

  private var heading: String {
    let errorCount = messages.errorCount
    let warningCount = messages.count - errorCount
    let errors = errorCount == 1 ? "1 mistake" : "\(errorCount) mistakes"
    let warnings = warningCount == 1 ? "1 warning" : "\(warningCount) warnings"
    if errorCount == 0 { return warnings }
    return warningCount == 0 ? errors : "\(errors), \(warnings)"
  }
}
