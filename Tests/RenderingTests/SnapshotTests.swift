import Foundation
import Rendering
import Testing

/// Whole texts against files that were looked at. With LECTERN_RECORD_SNAPSHOTS set the files are
/// written anew, and the run fails so that nobody takes it for a test.
@Suite struct SnapshotTests {
  @Test func lineChart() throws {
    try compare(FigureSVG(Samples.lineChart, identifier: "f").standaloneText, "lineChart.svg")
  }

  @Test func logarithmicChart() throws {
    let svg = FigureSVG(Samples.logarithmicChart, identifier: "f").standaloneText
    try compare(svg, "logarithmicChart.svg")
  }

  @Test func confusionMatrix() throws {
    let svg = FigureSVG(Samples.confusionMatrix, identifier: "f").standaloneText
    try compare(svg, "confusionMatrix.svg")
  }

  @Test func page() throws {
    try compare(Samples.page.html, "page.html")
  }

  /// Compares a text with the file of a name; stylesheets are files of their own and left out, and so is the digest.
  private func compare(_ text: String, _ name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots").appendingPathComponent(name)
    let found = withoutStyle(text)
    if ProcessInfo.processInfo.environment["LECTERN_RECORD_SNAPSHOTS"] != nil {
      try Data(found.utf8).write(to: file)
      Issue.record("recorded \(name); run again without LECTERN_RECORD_SNAPSHOTS")
      return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    let lines = zip(expected.split(separator: "\n"), found.split(separator: "\n"))
    let difference = lines.first { $0 != $1 }.map { "expected \($0)\nfound    \($1)" }
    #expect(expected == found, "\(name): \(difference ?? "the lengths differ")")
  }

  private func withoutStyle(_ text: String) -> String {
    guard let start = text.range(of: "<style>"), let end = text.range(of: "</style>") else {
      return text
    }
    let content = text[..<start.upperBound] + text[end.lowerBound...]
    return String(content).replacing(/[0-9a-f]{64}/, with: "")
  }
}
