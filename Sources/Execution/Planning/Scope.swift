import Notebook

/// What a command sees while it is checked.
public struct Scope {
  /// The files that data comes from.
  public let files: InputFiles
  /// The folder of the lesson, where its relative paths start.
  public let lessonFolder: String
  /// Where the block's command is written, for what concerns the block as a whole.
  public let blockRange: SourceRange
  private(set) var diagnostics: [Diagnostic] = []

  init(files: InputFiles, lessonFolder: String, blockRange: SourceRange) {
    self.files = files
    self.lessonFolder = lessonFolder
    self.blockRange = blockRange
  }

  /// Reports something wrong; without a place, about the block as a whole.
  public mutating func error(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange? = nil,
    suggestion: Suggestion? = nil, notes: [String] = []
  ) {
    diagnostics.append(
      .error(code, message, at: range ?? blockRange, suggestion: suggestion, notes: notes))
  }

  /// Reports something doubtful; without a place, about the block as a whole.
  public mutating func warning(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange? = nil, notes: [String] = []
  ) {
    diagnostics.append(.warning(code, message, at: range ?? blockRange, notes: notes))
  }

  /// Whether something wrong was reported.
  public var hasErrors: Bool { diagnostics.containErrors }
}
