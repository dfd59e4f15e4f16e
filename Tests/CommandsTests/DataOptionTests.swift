import Commands
import Execution
import LessonTesting
import Testing

@Suite("Options of data")
struct DataOptionTests {
  private static let reference = blockCommands.filter { $0.name == "data" }.map {
    CommandReference($0)
  }

  /// The exclusive-or is four rows, of which nothing but a scale can be said.
  @Test func areRefusedWhereTheyMeanNothing() throws {
    let options = try #require(Self.reference.first).options.map(\.name)
    let others = options.filter { !["source", "labels", "targets", "scale"].contains($0) }
    #expect(others.count > 10)
    for name in others {
      // Whatever the value is, the option has no place here.
      let lesson = CheckedLesson(
        "```{data a}\nsource: builtin:xor\n\(name): [[[x]]]\n```\n", commands: blockCommands)
      #expect(lesson.messages.contains("'\(name)' does not apply to builtin:xor"), "\(name)")
    }
  }

  @Test(arguments: ["gaussian", "blobs", "friedman"])
  func allowAsManyColumnsAsThereMayBe(_ name: String) {
    let lesson = CheckedLesson(
      "```{data a}\nsource: builtin:\(name)\ncolumns: 1000000\n```\n", commands: blockCommands)
    #expect(lesson.messages == [])
  }

  @Test(arguments: [
    ("digits", "size: 64\nrows: «24415»"), ("gaussian", "columns: 1000000\nrows: «101»"),
  ])
  func refuseTooManyNumbersAtTheRows(_ name: String, _ options: String) {
    let text = "```{data a}\nsource: builtin:\(name)\n\(options)\n```\n"
    let lesson = CheckedLesson(text, commands: blockCommands)
    #expect(lesson.messages == ["this would be more than 100000000 numbers"])
    #expect(lesson.markedText == text)
  }
}
