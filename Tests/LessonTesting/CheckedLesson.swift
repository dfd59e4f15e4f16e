import Execution
import Notebook
import Testing
import Workers

/// A lesson in a test: its text with marks, and what checking it finds.
public struct CheckedLesson {
  /// The plan that was made.
  public let plan: Plan
  private let marked: MarkedText
  private let files: InputFiles

  /// Checks a lesson that is written with or without marks.
  ///
  /// - Parameters:
  ///   - parameters: values by name, written as in YAML, that replace the lesson's defaults.
  ///   - lessonFolder: the folder that relative paths start from.
  public init(
    _ text: String, commands: [any Command.Type], parameters: KeyValuePairs<String, String> = [:],
    seed: UInt32? = nil, lessonFolder: String = ""
  ) {
    marked = MarkedText(text)
    files = InputFiles()
    let notebook = Notebook(SourceText(name: "lesson.md", text: marked.text))
    var mistakes: [Diagnostic] = []
    let overrides = parameters.map { name, value in
      let node = YAMLReader(SourceText(name: name, text: value)).read(into: &mistakes)
      return ParameterValues.Override(
        name: name, value: node ?? YAMLNode(.scalar(.init("")), range: SourceRange(0, 0)))
    }
    precondition(mistakes.isEmpty, "\(mistakes)")
    var problems: [ParameterValues.Problem] = []
    let values = ParameterValues(
      notebook.frontMatter.parameters, overrides: overrides, problems: &problems)
    precondition(problems.isEmpty, "\(problems)")
    plan = Plan(
      notebook, commands: commands, parameters: values, lessonFolder: lessonFolder, seed: seed,
      files: files)
  }

  /// The lesson with marks around the words that the diagnostics point at.
  public var markedText: String { marked.marking(plan.diagnostics.compactMap(\.range)) }

  /// The messages in reading order; those of warnings say so.
  public var messages: [String] { plan.diagnostics.messages }

  /// Runs the lesson. One that cannot run is an issue of the test at the place of the call, and comes to nothing.
  public func run(
    threads: Int = 1, store: (any ResultStore)? = nil, stopsAtFirstFailure: Bool = false,
    isCancelled: @escaping @Sendable () -> Bool = { false }, fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line, column: Int = #column,
    report: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) -> ExecutedLesson {
    guard plan.canRun else {
      Issue.record(
        "the lesson has mistakes:\n\(messages.joined(separator: "\n"))\n\n\(markedText)",
        sourceLocation: SourceLocation(
          fileID: fileID, filePath: filePath, line: line, column: column))
      return ExecutedLesson(running: plan, outcomes: plan.steps.map { _ in nil })
    }
    return Executor(
      plan, files: files, pool: WorkerPool(threads: threads), store: store,
      stopsAtFirstFailure: stopsAtFirstFailure, isCancelled: isCancelled, report: report
    ).run()
  }
}

extension [Diagnostic] {
  /// The messages in order; those of warnings say so.
  public var messages: [String] {
    map { ($0.severity == .warning ? "warning: " : "") + $0.message }
  }
}

extension ExecutedLesson {
  /// How a block ended, by the block's name.
  public func outcome(_ name: String) -> BlockOutcome? {
    zip(plan.steps, outcomes).first { $0.0.block.name == name }?.1
  }

  /// A value of a block, by the names of both.
  public func value(_ block: String, _ member: String) -> Value? {
    outcome(block)?.value?.member(member)
  }

  /// The texts of the values in prose, in reading order.
  public var inlineTexts: [String] {
    plan.notebook.parts.flatMap { part -> [String] in
      guard case .prose(let prose) = part else { return [] }
      return prose.events.compactMap { event in
        if case .value(let value) = event { text(of: value) } else { nil }
      }
    }
  }
}
