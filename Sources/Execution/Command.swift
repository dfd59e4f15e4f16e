import Notebook

/// A kind of block: its options, what can be known of it before it runs, and what it does.
///
/// A command is one file and one entry in the list of commands. Its options are `@Option` properties; their
/// declarations serve decoding, checking, suggestions and the reference alike.
public protocol Command: Codable, Sendable {
  /// What the block makes for other blocks to name; `NoValue` if nothing.
  associatedtype Value: LessonValue

  /// What a store on disk keeps of the value, when it does not keep the value itself.
  associatedtype Record: Codable & Sendable = Value

  /// The word in the braces.
  static var name: String { get }
  /// What the command does, in one sentence.
  static var summary: String { get }
  /// Whether a block of this command must have a name.
  static var needsName: Bool { get }
  /// The option that the body's list is for, when the body is a list instead of a mapping.
  static var listOption: String? { get }

  /// The command with its defaults, from which the declarations are read.
  init()

  /// Whether the block, as its options stand, calls `Context.draw`. This looks at options only that may be left out: it is
  /// asked of blocks, too, that lack the others.
  var drawsRandomNumbers: Bool { get }

  /// Whether a block says something to readers even if no other block reads its value.
  static var isUsefulAlone: Bool { get }

  /// Whether the block may draw a figure, which a label can name.
  static var drawsFigures: Bool { get }

  /// Whether the block may show a table, which a label can name.
  static var showsTables: Bool { get }

  /// The values that paths can name, for the reference; some exist only with certain options.
  static var values: [ValueDeclaration] { get }

  /// Where the data are that the block reads.
  var locations: [Location] { get }

  /// The digest that data from elsewhere have to have, as the lesson writes it.
  var sourcePin: String? { get }

  /// Where the claims stand that the block tests, in the order in which it shows them.
  var claimRanges: [SourceRange] { get }

  /// Finds what is wrong before anything runs, and tells what the result will be like; nil when that cannot be said.
  func check(_ scope: inout Scope) -> Value.Outline?

  /// About how much work the block is; asked only of blocks that the check finds right. Nil when that cannot be said, or
  /// when it is next to nothing.
  func forecast() -> Forecast?

  /// Does the work, on any thread and beside other blocks. Throws `BlockFailure` or `ExpressionProblem` for what only the
  /// run can find, and `CancellationError`.
  func run(_ context: Context) throws -> CommandResult<Value>

  /// What is to be kept of a value; blocks that this one reads need not be in it.
  func record(of value: Value) -> Record

  /// The value again, with the help of the blocks that this one reads.
  func value(of record: Record, in context: Context) throws -> Value
}

extension Command {
  /// A block that makes a value has a name.
  public static var needsName: Bool { Value.self != NoValue.self }
  /// Most bodies are mappings.
  public static var listOption: String? { nil }
  /// Blocks without a value have none to name.
  public static var values: [ValueDeclaration] { [] }
  /// Most blocks say something themselves.
  public static var isUsefulAlone: Bool { true }
  /// Most blocks draw nothing.
  public static var drawsFigures: Bool { false }
  /// Most blocks show no tables.
  public static var showsTables: Bool { false }
  /// Most blocks read values of other blocks alone.
  public var locations: [Location] { [] }
  /// Most blocks pin nothing.
  public var sourcePin: String? { nil }
  /// Most blocks claim nothing.
  public var claimRanges: [SourceRange] { [] }
  /// Most blocks are done in no time.
  public func forecast() -> Forecast? { nil }
  /// Most commands need no random numbers.
  public var drawsRandomNumbers: Bool { false }
}

extension Command where Record == Value {
  /// The whole value is kept.
  public func record(of value: Value) -> Value { value }
  /// The whole value was kept.
  public func value(of record: Value, in context: Context) throws -> Value { record }
}

/// A value that a command's blocks have, as the reference tells it.
public struct ValueDeclaration: Sendable, Equatable {
  /// The name in paths.
  public var name: String
  /// What it is, in a phrase.
  public var help: String

  /// A value with its explanation.
  public init(_ name: String, _ help: String) {
    self.name = name
    self.help = help
  }
}

/// What a block made and what it shows.
public struct CommandResult<Value: LessonValue>: Sendable {
  /// What other blocks can name.
  public var value: Value
  /// What the block shows, in reading order, after the lines it has logged.
  public var outputs: [Output]

  /// What the lesson claims and the run did not give.
  public var unmetClaims: [BlockFailure]

  /// A value and what to show.
  public init(_ value: Value, outputs: [Output] = [], unmetClaims: [BlockFailure] = []) {
    self.value = value
    self.outputs = outputs
    self.unmetClaims = unmetClaims
  }
}

extension CommandResult where Value == NoValue {
  /// Something to show and nothing to name.
  public init(outputs: [Output], unmetClaims: [BlockFailure] = []) {
    self.init(NoValue(), outputs: outputs, unmetClaims: unmetClaims)
  }
}

/// Why a block could not do its work.
public struct BlockFailure: Error, Equatable {
  /// What went wrong, in a sentence without a full stop.
  public var message: String
  /// The words in the lesson that it is about; nil for the block as a whole.
  public var range: SourceRange?
  /// What was probably meant; the message says it too.
  public var suggestion: Suggestion?
  /// Sentences that help at the terminal and may name folders, which no report does.
  public var notes: [String]

  /// A failure, at words of the lesson if they are known.
  public init(
    _ message: String, at range: SourceRange? = nil, suggestion: Suggestion? = nil,
    notes: [String] = []
  ) {
    self.message = message
    self.range = range
    self.suggestion = suggestion
    self.notes = notes
  }
}
