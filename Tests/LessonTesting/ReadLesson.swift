import Notebook
import Rendering

/// A lesson in a test that is read and not checked: its text with marks, and what reading it finds.
public struct ReadLesson {
  /// What was read.
  public let notebook: Notebook
  private let marked: MarkedText

  /// Reads a lesson that is written with marks, or, taken literally, without.
  public init(_ text: String, isLiteral: Bool = false) {
    marked = MarkedText(text, isLiteral: isLiteral)
    notebook = Notebook(SourceText(name: "lesson.md", text: marked.text))
  }

  /// What is wrong in the lesson and in its blocks, in reading order.
  public var diagnostics: [Diagnostic] {
    (notebook.diagnostics + notebook.blocks.flatMap(\.diagnostics))
      .sorted { ($0.range?.lower ?? 0) < ($1.range?.lower ?? 0) }
  }

  /// The lesson with marks around the words that the diagnostics point at.
  public var markedText: String { marked.marking(diagnostics.compactMap(\.range)) }

  /// The messages in reading order; those of warnings say so.
  public var messages: [String] { diagnostics.messages }

  /// The lesson's prose as HTML, with its footnotes.
  public var html: String { html(in: Self.context) }

  /// A piece of the lesson's prose as HTML, such as a caption.
  public func html(of prose: Prose) -> String { ProseHTML.render(prose, in: Self.context) }

  private static var context: ProseHTML.Context {
    ProseHTML.Context(
      values: { "<\($0.expression)>" },
      targets: ["fig-loss": ProseHTML.Target(kind: .figure, number: "1", anchor: "fig-loss")])
  }

  /// The lesson's prose as CommonMark has it, with HTML and all addresses.
  public var completeHTML: String {
    var context = ProseHTML.Context(values: \.expression)
    context.keepsEverything = true
    return html(in: context)
  }

  private func html(in context: ProseHTML.Context) -> String {
    notebook.parts.map { part in
      if case .prose(let prose) = part { ProseHTML.render(prose, in: context) } else { "" }
    }.joined() + ProseHTML.render(notebook.footnotes, in: context)
  }
}
