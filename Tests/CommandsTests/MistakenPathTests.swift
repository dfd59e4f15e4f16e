import Commands
import LessonTesting
import Testing

@Suite("Paths that are none")
struct MistakenPathTests {
  private static func notFetched(_ beginning: String) -> String {
    "'\(beginning)…' is not fetched; https://… and hf:owner/name are,"
      + " or write the path of a file on this machine"
  }

  private static let notExpanded =
    "'~' is not expanded; write the whole path, or one from the lesson's folder"

  @Test(arguments: [
    ("ftp://x/y.csv", "ftp://"), ("s3://x/y.csv", "s3://"), ("file:///x/y.csv", "file://"),
    ("HTTPS://x/y.csv", "HTTPS://"), ("ftp://x/y", "ftp://"), ("git@x.org:y/z.csv", "git@"),
    ("ftp://anna:secret@x/y.csv", "ftp://"),
  ])
  func beginAsAddressesDo(_ source: String, _ beginning: String) {
    expectMistakes(
      "```{data a}\nsource: «\(source)»\nlabel: y\n```\n", [Self.notFetched(beginning)])
  }

  @Test(arguments: ["~/x.csv", "~anna/x.csv"])
  func nameAHomeFolder(_ source: String) {
    expectMistakes("```{data a}\nsource: «\(source)»\nlabel: y\n```\n", [Self.notExpanded])
  }

  /// Another source could hide that the author's own is never had.
  @Test func areToldWhereverTheyStand() {
    expectMistakes(
      "```{data a}\nsource: [«ftp://x/y.csv», «~/x.csv», builtin:xor]\nlabel: y\n```\n",
      [Self.notFetched("ftp://"), Self.notExpanded])
    expectMistakes(
      "```{data a}\nsource: «s3://x/a-ubyte»\nlabels: «~/b-ubyte»\n```\n",
      [Self.notFetched("s3://"), Self.notExpanded])
  }

  @Test(arguments: ["~x.csv", "a:b.csv", "x@y.csv", "a/~/x.csv", "a@b/c:d.csv"])
  func areNoOtherNames(_ source: String) throws {
    let name = source.split(separator: "/").last ?? ""
    try withLessonFolder([:]) { folder in
      let lesson = CheckedLesson(
        "```{data a}\nsource: \(source)\nlabel: y\n```\n", commands: blockCommands,
        lessonFolder: folder)
      #expect(lesson.messages == ["the data file '\(name)' does not exist"])
    }
  }

  @Test func mayBeNamesOfFiles() throws {
    try withLessonFolder(["git@host:x.csv": "a,y\n1,p\n2,q\n"]) { folder in
      let lesson = CheckedLesson(
        "```{data a}\nsource: git@host:x.csv\nlabel: y\n```\n", commands: blockCommands,
        lessonFolder: folder)
      #expect(lesson.messages == [])
    }
  }
}
