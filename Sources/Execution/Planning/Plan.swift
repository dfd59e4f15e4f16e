import Notebook

/// A checked lesson: every block decoded into a typed command, every name resolved, and all that is wrong.
public struct Plan: Sendable {
  /// One block, ready to run or refused.
  public struct Step: Sendable {
    /// The block as it stands in the lesson.
    public var block: Block
    /// The command, or nil when the block is wrong.
    var command: (any Command)?
    /// The blocks, by their index, whose values this one reads.
    var dependencies: Set<Int> = []
    /// What is wrong with a block whose errors are part of the lesson (`error: true`).
    var refusal: [Diagnostic] = []
    /// Whether the block draws random numbers; of one that is wrong, whether it may have been meant to.
    var drawsRandomNumbers = true
    /// About how much work the block is; nil when that cannot be said.
    public var forecast: Forecast?

    init(block: Block) {
      self.block = block
    }

    /// Where the claims stand that the block tests, in the order in which it shows them.
    public var claimRanges: [SourceRange] { command?.claimRanges ?? [] }
  }

  /// The lesson.
  public let notebook: Notebook
  /// The blocks in reading order.
  public let steps: [Step]
  /// All that is wrong, in reading order.
  public let diagnostics: [Diagnostic]
  /// What its author should look at, though it keeps no run from going well: a check tells it, a run does not.
  public let advice: [Diagnostic]
  /// The parameters of the run.
  public let parameters: ParameterValues
  /// The seed of all randomness.
  public let seed: UInt32
  /// The folder that relative paths in the lesson start from.
  public let lessonFolder: String
  /// The pictures that the prose shows, by their paths as the lesson writes them; those that cannot be read are missing.
  public let pictures: [String: Picture]
  /// The files that links in prose lead to, by their paths as the lesson writes them; those that cannot be read are missing.
  public let linkedFiles: [String: LinkedFile]
  /// The values that prose shows, by where they stand; those that are wrong are missing.
  let inlineValues: [InlineValue: Expression]
  /// The parameters that say where data are.
  let locationParameters: LocationParameters

  /// Whether the lesson can run.
  public var canRun: Bool { !diagnostics.containErrors }
}

extension Plan {
  /// Checks a lesson. This reads headers and labels of data files, and trains nothing.
  ///
  /// - Parameters:
  ///   - commands: all commands there are.
  ///   - seed: replaces the lesson's own when given.
  public init(
    _ notebook: Notebook, commands: [any Command.Type], parameters: ParameterValues,
    lessonFolder: String, seed: UInt32? = nil, files: InputFiles
  ) {
    var planner = Planner(
      notebook: notebook, commands: commands, parameters: parameters, lessonFolder: lessonFolder,
      files: files)
    planner.plan()
    self.notebook = notebook
    self.parameters = parameters
    self.lessonFolder = lessonFolder
    self.seed = seed ?? notebook.frontMatter.seed
    steps = planner.steps
    pictures = planner.pictures
    linkedFiles = planner.linkedFiles
    inlineValues = planner.inlineValues
    locationParameters = planner.locationParameters
    diagnostics = (notebook.diagnostics + planner.diagnostics).inReadingOrder
    advice = planner.unused.inReadingOrder
  }

  /// The parameters as reports show them: without the folders of places, and without what is secret of addresses.
  public var shownParameters: [(name: String, value: Value, isOverridden: Bool)] {
    parameters.entries.map { entry in
      let value = locationParameters.shown(entry.value, of: entry.parameter.name)
      return (entry.parameter.name, Value(value), entry.isOverridden)
    }
  }
}

extension [Diagnostic] {
  /// The same by their places; those about the whole lesson come first.
  public var inReadingOrder: [Diagnostic] {
    sorted { ($0.range?.lower ?? 0) < ($1.range?.lower ?? 0) }
  }
}

extension Value {
  /// A parameter's value with the type that it is written in.
  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let scalar):
      if let integer = scalar.integer {
        self = .integer(integer)
      } else if let number = scalar.decimal {
        self = .number(number)
      } else if !scalar.isQuoted, ["true", "false"].contains(scalar.text) {
        self = .boolean(scalar.text == "true")
      } else {
        self = .text(scalar.text)
      }
    case .sequence(let items): self = .list(items.map { Value($0) })
    case .mapping(let entries): self = .record(entries.map { .init($0.key, Value($0.value)) })
    }
  }
}
