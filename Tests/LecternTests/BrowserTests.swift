import Foundation
import Testing

/// Reports as a browser shows them.
@Suite(.enabled(if: Browser.isTested, "chromium is not on the PATH"), .serialized)
struct BrowserTests {
  private static let widths = [360, 1440]

  @Test func theBrowserSeesMistakes() async throws {
    let page = """
      <!DOCTYPE html><html><body style="margin: 0"><div style="width: 1000px">wide</div>
      <svg xmlns="http://www.w3.org/2000/svg"><rect width="-1" height="NaN"/></svg></body></html>
      """
    let sight = try await Browser.look(at: page, widths: Self.widths)
    #expect(
      sight.fits == [.init(width: 360, contentWidth: 1000), .init(width: 1440, contentWidth: 1440)])
    #expect(sight.console.contains { $0.contains("<rect> attribute") })
  }

  @Test func theTutorialFitsPhonesAndDesks() async throws {
    let result = try await ProgramTest("render", "--quiet", "lesson.md")
      .file("lesson.md", Package.text("notebooks/\(Tutorial.name).md"))
      .leaves("output/lesson.html", "output/lesson.results.json").run()
    try await expectGoodSight(of: result.text("output/lesson.html"))
  }

  @Test func longWordsAndWideTablesFitToo() async throws {
    let word = String(repeating: "incomprehensibilities", count: 30)
    let header = (0..<60).map { "a_rather_long_column_name_\($0)" }.joined(separator: ",")
    let row = (0..<60).map { "\($0).123456789" }.joined(separator: ",")
    let lesson = """
      # \(word)

      A word: \(word), `\(word)`.

      | \(word) | b |
      | --- | --- |
      | 1 | \(word) |

      ```{data points}
      source: points.csv
      label: class
      ```

      ```{show}
      #| label: tbl-points
      #| tbl-cap: \(word)
      value: points
      ```

      """
    let result = try await ProgramTest("render", "--quiet", "lesson.md")
      .file("lesson.md", lesson)
      .file("points.csv", "\(header),class\n\(row),\(word)\n\(row),b\n")
      .leaves("output/lesson.html", "output/lesson.results.json").run()
    try await expectGoodSight(of: result.text("output/lesson.html"))
  }

  private func expectGoodSight(of page: String) async throws {
    let sight = try await Browser.look(at: page, widths: Self.widths)
    #expect(sight.fits.map(\.width) == Self.widths)
    for fit in sight.fits {
      #expect(fit.contentWidth <= fit.width, "one has to scroll sideways")
    }
    #expect(sight.console.isEmpty)
  }
}
