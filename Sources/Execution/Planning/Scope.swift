import Notebook

/// What a command sees while it is checked.
///
/// A block with a mistake in its options is checked too, with defaults in their place. What is reported after the check has
/// looked at one of these is dropped, since it may follow from the default. So that this hides no more than it must, a check
/// consists of parts.
public struct Scope {
  /// The files that data comes from.
  public let files: InputFiles
  /// The folder of the lesson, where its relative paths start.
  public let lessonFolder: String
  /// Where the block's command is written, for what concerns the block as a whole.
  public let blockRange: SourceRange
  /// What is wrong for certain, and follows from no mistake in the options.
  private(set) var diagnostics: [Diagnostic] = []
  private let doubt: Doubt
  /// Whether a mistake leaves so much open that all parts of the check are in doubt.
  private let isInDoubt: Bool
  private var hasDoubtfulErrors = false

  init(files: InputFiles, lessonFolder: String, blockRange: SourceRange, doubt: Doubt) {
    self.files = files
    self.lessonFolder = lessonFolder
    self.blockRange = blockRange
    self.doubt = doubt
    isInDoubt = doubt.isRaised
  }

  /// Checks one thing by itself: what the rest of the check has looked at drops nothing of what this reports.
  ///
  /// It has to look for itself at all the options that it depends on. Out of the rest of the check it takes only what no
  /// stand-in can have a say in, such as the outline of a reference, which a stand-in does not have. What it returns is
  /// for the rest of the check, and not for another part.
  public mutating func part<Found>(_ check: (inout Scope) -> Found) -> Found {
    let wasInDoubt = doubt.restart(as: isInDoubt)
    defer { if wasInDoubt { doubt.raise() } }
    return check(&self)
  }

  /// What the options say for certain; nil where `read` looks at a stand-in, which leaves the rest of the check certain.
  public func certain<Found>(_ read: () -> Found) -> Found? { doubt.certain(read) }

  /// Reports something wrong; without a place, about the block as a whole.
  public mutating func error(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange? = nil,
    suggestion: Suggestion? = nil, notes: [String] = []
  ) {
    report(.error(code, message, at: range ?? blockRange, suggestion: suggestion, notes: notes))
  }

  /// Reports something doubtful; without a place, about the block as a whole.
  public mutating func warning(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange? = nil, notes: [String] = []
  ) {
    report(.warning(code, message, at: range ?? blockRange, notes: notes))
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    if !doubt.isRaised {
      diagnostics.append(diagnostic)
    } else if diagnostic.severity == .error {
      hasDoubtfulErrors = true
    }
  }

  /// Whether something wrong was reported, be it that a mistake in the options may be all there is to it.
  public var hasErrors: Bool { hasDoubtfulErrors || diagnostics.containErrors }
}
