import Execution
import Notebook
import Randomness
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A command for tests: it draws numbers, or holds given ones.
struct SampleBlock: Command {
  typealias Value = Sample

  static let name = "sample"
  static let summary = "Draw some numbers."

  @Option("How many numbers to draw.", in: .between(0, 1_000))
  var count = 2
  @Option("Numbers to hold instead of drawing any.")
  var numbers: [Double]?
  @Option("A text to hold.")
  var text = "none"
  @Option("A sample to draw after.")
  var after: Reference<Sample>?
  @Option("Whether to fail, having drawn.")
  var fails = false
  @Option("How long to work, having drawn, in milliseconds.", in: .between(0, 10_000))
  var pause = 0
  @Option("A word to say while other blocks may wait to hear it.")
  var says: String?
  @Option("Fail unless some block says this word within ten seconds.")
  var hears: String?

  var drawsRandomNumbers: Bool { numbers == nil }

  func check(_ scope: inout Scope) -> Sample.Outline? {
    if text == "warn" { scope.warning(.outOfRange, "a doubtful text", at: $text.range) }
    return Sample.Outline(count: numbers?.count ?? count)
  }

  func run(_ context: Context) throws -> CommandResult<Sample> {
    if let after { context.log("after \(try context.value(after).numbers.count)") }
    try context.checkCancellation()
    let drawn =
      try numbers
      ?? context.draw { stream throws(BlockFailure) in
        let drawn = (0..<count).map { _ in stream.uniform() }
        if fails { throw BlockFailure("it failed, as asked", at: $fails.range) }
        return drawn
      }
    if let says { Conversation.say(says) }
    if let hears, !Conversation.hears(hears) { throw BlockFailure("nobody said '\(hears)'") }
    for _ in 0..<pause {
      try context.checkCancellation()
      usleep(1_000)
    }
    if fails { throw BlockFailure("it failed, as asked", at: $fails.range) }
    return CommandResult(Sample(numbers: drawn, text: text), outputs: [.text(text)])
  }
}

/// What blocks that run at the same time say to each other; each test has words of its own.
enum Conversation {
  private static let words = Mutex<Set<String>>([])

  static func say(_ word: String) { _ = words.withLock { $0.insert(word) } }

  static func hears(_ word: String) -> Bool {
    for _ in 0..<10_000 {
      if words.withLock({ $0.contains(word) }) { return true }
      usleep(1_000)
    }
    return false
  }
}

extension Context {
  fileprivate func checkCancellation() throws {
    if isCancelled() { throw CancellationError() }
  }
}

/// What a sample holds.
struct Sample: LessonValue, Codable {
  struct Outline: ValueOutline {
    var count: Int

    var fields: [Field] {
      [
        Field("series", .series(count: count)), Field("list", .list(count: count, of: .number)),
        Field("size", .number), Field("text", .text),
        Field("grid", .grid(axes: Sample.axes, of: .series(count: 2))),
        Field("rules", .grid(axes: [Sample.words], of: .number)),
      ]
    }
  }

  static let kind = "sample"
  static let axes = [
    Grid.VariedSetting(name: "batch", values: [.number(32), .number(128)]),
    Grid.VariedSetting(name: "rate", values: [.number(0.1), .number(1)]),
  ]
  static let words = Grid.VariedSetting(
    name: "rule", values: [.word("adam"), .word("momentum 0.5")])

  var numbers: [Double]
  var text: String

  var outline: Outline { Outline(count: numbers.count) }

  /// The series counts by tens; the grid has the series [10 n, n] in its n-th cell, the rules have n.
  var members: [Execution.Value.Member] {
    let positions = numbers.indices.map { 10 * ($0 + 1) }
    let cells = (1...4).map { cell in
      Execution.Value.series(
        NumberSeries(
          positionTitle: "step", positions: [1, 2], values: [Double(10 * cell), Double(cell)]))
    }
    return [
      .init(
        "series",
        .series(NumberSeries(positionTitle: "step", positions: positions, values: numbers))),
      .init("list", .numbers(numbers)), .init("size", .integer(numbers.count)),
      .init("text", .text(text)), .init("grid", .grid(Grid(axes: Self.axes, cells: cells))),
      .init("rules", .grid(Grid(axes: [Self.words], cells: [.integer(1), .integer(2)]))),
    ]
  }

  func display(rows: Int) -> [Output] { [] }
}

/// A command for tests that makes no value: it holds claims against samples.
struct ClaimBlock: Command {
  static let name = "claim"
  static let summary = "Compute claims."
  static let listOption: String? = "of"

  @Option("What to compute.")
  var of: [Expression]

  func check(_ scope: inout Scope) -> NoValue.Outline? { NoValue.Outline() }

  func run(_ context: Context) throws -> CommandResult<NoValue> {
    var unmet: [BlockFailure] = []
    for expression in of where try !context.evaluator.holds(expression) {
      unmet.append(BlockFailure("it does not hold", at: expression.range))
    }
    return CommandResult(outputs: [], unmetClaims: unmet)
  }
}

/// All commands of these tests.
let testCommands: [any Command.Type] = [SampleBlock.self, ClaimBlock.self]
