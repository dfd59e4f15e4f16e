import Commands
import Execution
import LessonTesting
import Notebook
import Testing

/// A check that promises what values do not have lets mistakes pass until the run finds them; one that does not know what
/// they have refuses lessons that are right.
@Suite("What is known of values before the run")
struct OutlineTests {
  private static let severalTargets = """
    ```{data sums}
    features: [[0, 0], [1, 0], [0, 1], [1, 1]]
    targets: [[0, 0], [1, 2], [1, -2], [2, 0]]
    ```
    ```{describe facts}
    data: sums
    ```
    ```{network net}
    layers: [2, 2]
    activations: [linear]
    ```
    ```{train run}
    network: net
    data: sums
    epochs: 2
    ```
    ```{evaluate score}
    run: run
    ```
    ```{predict single}
    run: run
    features: [2, 1]
    ```
    ```{predict several}
    run: run
    features: [[2, 1], [0, 1], [1, 2]]
    ```

    """

  @Test func isWhatTheyHave() throws {
    try withLessonFolder { folder in
      for lesson in [try referenceLesson(), lessonBesideReference, Self.severalTargets] {
        expectTrueOutlines(in: lesson, folder)
      }
    }
  }

  /// Asks behind the lesson about each of its values.
  private func expectTrueOutlines(in lesson: String, _ folder: String) {
    let commands: [any Command.Type] = blockCommands + [OutlineBlock.self]
    let names = CheckedLesson(lesson, commands: commands, lessonFolder: folder).plan.steps
      .compactMap(\.block.name)
    let questions = names.map { "```{outline}\nof: \($0)\n```\n" }.joined()
    let checked = CheckedLesson(
      lesson + "\n" + questions, commands: commands, lessonFolder: folder)
    #expect(checked.messages == [])
    for (name, outcome) in zip(names, checked.run().outcomes.suffix(names.count)) {
      #expect(outcome.status == .done, "\(name): \(outcome.message ?? "")")
      #expect(outcome.outputs == [], "\(name)")
    }
  }
}

/// A command for this test: it shows what was known of a value before the run and is not so.
struct OutlineBlock: Command {
  typealias Value = NoValue

  static let name = "outline"
  static let summary = "Hold what was known of a value against the value."

  @Option("The value, of any kind.")
  var of: Reference<AnyResult>

  func check(_ scope: inout Scope) -> NoValue.Outline? { NoValue.Outline() }

  func run(_ context: Context) throws -> CommandResult<NoValue> {
    let mistakes = mistakes(in: of.outline?.fields ?? [], about: try context.value(of).value)
    return CommandResult(outputs: mistakes.map(Output.text))
  }

  private func mistakes(in known: [Field], about value: any LessonValue) -> [String] {
    let promised = known.compactMap { field -> String? in
      guard let found = value.member(field.name) else { return "there is no \(field.name)" }
      return field.shape.fits(found) ? nil : "\(field.name) is not \(field.shape)"
    }
    let names = Set(known.map(\.name))
    let found = value.fields.map(\.name) + value.members.flatMap(\.names)
    return promised + found.filter { !names.contains($0) }.map { "\($0) was not known" }
  }
}

/// A value of any kind.
struct AnyResult: Referable {
  typealias Outline = any ValueOutline

  let value: any LessonValue

  static var acceptedKinds: [String] { blockCommands.map { kind(ofValuesOf: $0) } }

  static func outline(from outline: any ValueOutline) -> Outline? { outline }

  init?(value: any LessonValue, isCancelled: () -> Bool) { self.value = value }

  private static func kind<Making: Command>(ofValuesOf command: Making.Type) -> String {
    Making.Value.kind
  }
}

extension Shape {
  /// Whether a value has this shape.
  fileprivate func fits(_ value: Value) -> Bool {
    switch (self, value) {
    case (.number, .integer), (.number, .number), (.text, .text), (.boolean, .boolean),
      (.record, .record):
      true
    case (.series(let count), .series(let series)):
      count == nil || count == series.values.count
    case (.list(let count, let element), .list(let values)):
      (count == nil || count == values.count) && values.allSatisfy { element.fits($0) }
    case (.grid(let axes, let cell), .grid(let grid)):
      axes == grid.axes && grid.cells.allSatisfy { cell.fits($0) }
    default: false
    }
  }
}

extension Value.Member {
  /// The name in paths, and those of the values within.
  fileprivate var names: [String] {
    guard case .record(let members) = value else { return [name] }
    return [name] + members.flatMap(\.names).map { "\(name).\($0)" }
  }
}
