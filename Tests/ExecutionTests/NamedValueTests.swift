import Execution
import Testing

@Suite("Values that are declared once")
struct NamedValueTests {
  private let short = Walk(steps: [2])
  private let long = Walk(steps: [1, 3])

  @Test func areKnownBeforeTheRunAndFoundAfterIt() {
    #expect(short.outline.fields.map(\.name) == ["count", "steps", "only"])
    #expect(short.outline.fields.map(\.title) == ["number of steps", "steps", "only"])
    #expect(
      short.outline.fields.map(\.shape) == [.number, .list(count: nil, of: .number), .number])
    #expect(
      short.members == [
        .init("count", .integer(1)), .init("steps", .numbers([2])), .init("only", .number(2)),
      ])
  }

  @Test func mayBeWithinARecord() {
    let names = ["count", "steps", "ends", "ends.first", "ends.last"]
    #expect(long.outline.fields.map(\.name) == names)
    #expect(long.outline.fields[2].shape == .record)
    let ends = Value.record([.init("first", .number(1)), .init("last", .number(3))])
    #expect(long.members.map(\.name) == ["count", "steps", "ends"])
    #expect(long.members.last?.value == ends)
    #expect(long.member("ends") == ends)
    #expect(long.member("ends.last") == .number(3))
  }

  @Test(arguments: ["only", "ends.middle", "last", ""])
  func areNoneOfOtherNames(_ name: String) {
    #expect(long.member(name) == nil)
  }

  @Test func sayWhyTheyAreMissing() {
    let reasons = ["only", "steps", "away"].map(long.outline.reason)
    #expect(reasons == ["there are 2 steps", nil, nil])
    #expect(
      ["ends", "ends.last"].map(short.outline.reason)
        == Array(repeating: "a step has no ends", count: 2))
    #expect(short.outline.reason(ofMissing: "only") == nil)
    #expect(["ends", "ends.last"].map(long.outline.reason) == [nil, nil])
  }

  @Test func standInTheReferenceWithWhatReplacesOthersLast() {
    let reference = CommandReference(WalkBlock.self)
    #expect(
      reference.values.map(\.name) == ["count", "steps", "ends", "ends.first", "ends.last", "only"])
    #expect(reference.values.first == ValueDeclaration("count", "how many steps there are"))
  }
}

/// A value for these tests.
private struct Walk: LessonValue, Codable {
  struct Outline: DeclaringOutline {
    var count: Int

    static let values: [NamedValue<Walk>] =
      [
        .init("count", "how many steps there are") { $0.steps.count }
          .known { field, _ in field.title = "number of steps" },
        .init("steps", "how long each is") { $0.steps },
        .init("only", "the length of a single step") { $0.isSingle ? $0.steps[0] : nil }
          .exists(unless: { $0.count == 1 ? nil : "there are \($0.count) steps" })
          .toldLast(),
      ]
      + NamedValue.record(
        "ends", "the lengths at either end",
        of: [
          .end("first", "the first length") { $0.first }, .end("last", "the last one") { $0.last },
        ])
  }

  static let kind = "walk"

  var steps: [Double]

  var isSingle: Bool { steps.count == 1 }
  var outline: Outline { Outline(count: steps.count) }

  func display(rows: Int) -> [Output] { [] }
}

extension NamedValue<Walk> {
  fileprivate static func end(
    _ name: String, _ help: String, _ length: @escaping @Sendable ([Double]) -> Double?
  ) -> Self {
    Self(name, help) { $0.isSingle ? nil : length($0.steps) }
      .exists(if: { $0.count > 1 }, else: "a step has no ends")
  }
}

/// A command for these tests.
private struct WalkBlock: Command {
  static let name = "walk"
  static let summary = "Walk a step."

  func check(_ scope: inout Scope) -> Walk.Outline? { Walk.Outline(count: 1) }

  func run(_ context: Context) throws -> CommandResult<Walk> { CommandResult(Walk(steps: [1])) }
}
