/// Something a block shows: data only. Renderers decide how it looks; no command writes HTML.
public enum Output: Sendable, Equatable, Codable {
  /// Lines printed while the block ran, such as one per epoch.
  case log([String])
  /// Text whose layout is part of what it says, such as a classification report.
  case text(String)
  /// Rows and columns.
  case table(Table)
  /// A drawing: axes and numbers, no pixels.
  case figure(Figure)
  /// Small pictures side by side.
  case pictures(PictureSheet)
  /// Texts of the data with words that stand out.
  case excerpts([Excerpt])
  /// Claims of the lesson with what the run made of them.
  case claims([Claim])
  /// One remark to the reader, such as a warning.
  case note(Note)

  /// Whether it is something that a figure's label can name.
  public var isFigure: Bool {
    switch self {
    case .figure, .pictures: true
    default: false
    }
  }

  /// Whether it is something that a table's label can name.
  public var isTable: Bool {
    if case .table = self { true } else { false }
  }
}

/// A remark that a block makes about its own work.
public struct Note: Sendable, Equatable, Codable {
  /// How much the remark matters.
  public enum Severity: String, Sendable, Codable {
    case information, warning, error
  }

  /// How much the remark matters.
  public var severity: Severity
  /// The remark, in a sentence.
  public var message: String

  /// A remark of the given weight.
  public init(_ severity: Severity, _ message: String) {
    self.severity = severity
    self.message = message
  }
}

/// One claim of an `expect` block, tested against the run.
public struct Claim: Sendable, Equatable, Codable {
  /// How the test ended.
  public enum Verdict: String, Sendable, Codable {
    case holds, fails
    /// The claim's condition (`when`) does not apply to this run.
    case skipped
  }

  /// The claim as its author wrote it.
  public var text: String
  /// What the right-hand side came to, such as "> 0.0421"; nil where the claim says the numbers itself.
  public var expected: String?
  /// What the run gave for the left-hand side, or what speaks against the claim; nil when there is nothing to say.
  public var found: String?
  /// How the test ended.
  public var verdict: Verdict
  /// What a comparison compares; empty for other claims, and where there is no value.
  public var sides: [ClaimSide]

  /// A tested claim.
  public init(
    text: String, expected: String? = nil, found: String?, verdict: Verdict,
    sides: [ClaimSide] = []
  ) {
    self.text = text
    self.expected = expected
    self.found = found
    self.verdict = verdict
    self.sides = sides
  }

  /// "found 0.131, expected > 0.0421": the numbers that decided it; empty if the claim says it all.
  public var evidence: String {
    [found.map { "found \($0)" }, expected.map { "expected \($0)" }].compactMap(\.self)
      .joined(separator: ", ")
  }
}
