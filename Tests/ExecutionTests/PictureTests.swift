import Execution
import Foundation
import LessonTesting
import Notebook
import Testing

@Suite("Pictures")
struct PictureTests {
  private static let gif = Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0]

  /// A folder with a lesson's folder in it, and some files.
  private func inFolder(_ test: (_ folder: String, _ plan: (String) -> Plan) throws -> Void) throws
  {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let folder = root.appending(path: "lesson")
    let below = folder.appending(path: "below")
    try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    for place in [root, folder, below] {
      try Data(Self.gif).write(to: place.appending(path: "a b.gif"))
    }
    try Data("GIF".utf8).write(to: folder.appending(path: "text.png"))
    try Data(Self.gif + Array(repeating: 0, count: 2_000_000)).write(
      to: folder.appending(path: "large.gif"))
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "inside.gif"), withDestinationURL: below.appending(path: "a b.gif")
    )
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "outside.gif"), withDestinationURL: root.appending(path: "a b.gif")
    )
    try test(folder.path) { text in
      CheckedLesson(text, commands: [], lessonFolder: folder.path).plan
    }
  }

  @Test(arguments: [
    ("![a](<a b.gif>)", "a b.gif"), ("![a](a%20b.gif)", "a%20b.gif"),
    ("![a](below/a%20b.gif)", "below/a%20b.gif"), ("![a](inside.gif)", "inside.gif"),
    ("![a](below/../inside.gif)", "below/../inside.gif"),
    ("b[^a]\n\n[^a]: ![a](inside.gif)", "inside.gif"),
  ])
  func areFilesInTheLessonsFolder(_ text: String, _ path: String) throws {
    try inFolder { _, plan in
      let plan = plan(text)
      #expect(plan.diagnostics.messages == [])
      #expect(plan.pictures[path]?.mediaType == "image/gif")
      #expect(plan.pictures[path]?.bytes == Self.gif)
    }
  }

  @Test(arguments: [
    ("nowhere.gif", "'nowhere.gif' does not exist"), ("below", "'below' is a folder"),
    ("text.png", "'text.png' is no picture: PNG, JPEG, GIF, WebP or SVG"),
    ("large.gif", "'large.gif' is larger than 2 MB, too much for a report"),
    ("../a%20b.gif", "'../a b.gif' is outside the lesson's folder"),
    ("../nowhere.gif", "'../nowhere.gif' is outside the lesson's folder"),
    ("/etc/passwd", "'/etc/passwd' is outside the lesson's folder"),
    ("/dev/zero", "'/dev/zero' is outside the lesson's folder"),
    ("outside.gif", "'outside.gif' is outside the lesson's folder"),
    ("a%00.gif", "'a\0.gif' does not exist"),
  ])
  func areNothingElse(_ path: String, _ message: String) throws {
    try inFolder { folder, _ in
      let text = "ä ![a](«\(path)») ![b](«\(path)»)"
      let lesson = CheckedLesson(text, commands: [], lessonFolder: folder)
      #expect(lesson.messages == [message, message])
      #expect(lesson.markedText == text)
      #expect(lesson.plan.pictures.isEmpty)
    }
  }

  @Test(arguments: [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "image/png"),
    ([0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg"), (Array("RIFF1234WEBPVP8".utf8), "image/webp"),
    (Array("<svg xmlns='x'/>".utf8), "image/svg+xml"), (Array("<svgx>".utf8), nil),
    (Array("<svg".utf8), nil),
    (Array("<?xml version='1.0'?>\n<!-- <svg> -->\n<!DOCTYPE svg>\n<svg>".utf8), "image/svg+xml"),
    (Array("<html><svg>".utf8), nil), (Array("<!-- ".utf8), nil), ([], nil),
  ])
  func areKnownByTheirBytes(_ bytes: [UInt8], _ type: String?) throws {
    try inFolder { folder, plan in
      try Data(bytes).write(to: URL(filePath: folder).appending(path: "file.bin"))
      #expect(plan("![a](file.bin)").pictures["file.bin"]?.mediaType == type)
    }
  }

  /// A preview looks at the files that were asked for, there or not.
  @Test func areAmongTheFilesOfTheLesson() throws {
    try inFolder { folder, _ in
      let files = InputFiles()
      let notebook = Notebook(
        SourceText(name: "lesson.md", text: "![a](inside.gif) ![a](large.gif) ![a](nowhere.gif)"))
      var problems: [ParameterValues.Problem] = []
      _ = Plan(
        notebook, commands: [], parameters: ParameterValues([], overrides: [], problems: &problems),
        lessonFolder: folder, files: files)
      #expect(
        files.stamps.keys.sorted()
          == ["inside.gif", "large.gif", "nowhere.gif"].map { "\(folder)/\($0)" })
    }
  }
}
