import Foundation
import LessonTesting
import Testing

@Suite(
  "CommonMark",
  .enabled(if: CommonMarkExample.areAvailable, "needs commonmark-0.30.json, which lies elsewhere"))
struct CommonMarkTests {
  /// Front matter is ours; all else is the standard's, HTML included, which only tests keep.
  @Test func isRenderedAsTheSpecificationSays() throws {
    var applicable = 0
    for example in try CommonMarkExample.all() where !example.markdown.hasPrefix("---\n") {
      applicable += 1
      let lesson = ReadLesson(example.markdown, isLiteral: true)
      #expect(
        normalized(lesson.completeHTML) == normalized(example.html),
        "example \(example.example), \(example.section): \(example.markdown.debugDescription)")
    }
    #expect(applicable == 650)
  }

  /// Empty elements are written without a slash, and headings have anchors.
  private func normalized(_ html: String) -> String {
    html.replacingOccurrences(of: " />", with: ">")
      .replacingOccurrences(of: #"(<h[1-6]) id="[^"]*""#, with: "$1", options: .regularExpression)
  }
}

/// An example of the specification, version 0.30; the file lies outside the package.
private struct CommonMarkExample: Decodable {
  let example: Int
  let section: String
  let markdown: String
  let html: String

  private static var file: URL {
    ProcessInfo.processInfo.environment["LECTERN_COMMONMARK"].map { URL(filePath: $0) }
      ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/reference/commonmark-0.30.json")
  }

  static var areAvailable: Bool { FileManager.default.fileExists(atPath: file.path) }

  static func all() throws -> [CommonMarkExample] {
    try JSONDecoder().decode([CommonMarkExample].self, from: Data(contentsOf: file))
  }
}
