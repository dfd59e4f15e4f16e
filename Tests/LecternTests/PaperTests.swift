import Execution
import Foundation
import Rendering
import Testing

/// How much paper reports take.
@Suite(.enabled(if: Browser.isTested, "chromium is not on the PATH"), .serialized)
struct PaperTests {
  private static let words = ReportPage.Part.prose(
    html: "<p>" + String(repeating: "Some words that stand below. ", count: 6) + "</p>")

  @Test func twoFiguresStandOnASheetWithTheirSources() async throws {
    let figure = try #require(FigureGallery.figures.first)
    let plot = block(lines: 2, [.figure(figure)])
    let sheets = try await sheets(
      of: Array(repeating: [plot, Self.words], count: 6).flatMap(\.self))
    #expect((1...4).contains(sheets), "\(sheets)")
  }

  /// Long code and long tables begin where there is room, and go on overleaf.
  @Test func aSheetIsNotLeftHalfEmptyForWhatIsLong() async throws {
    let rows = (0..<40).map { ["\($0)"] }
    let table = Table(columns: [.init("number", .end)], rows: rows)
    for long in [block(lines: 60, []), block(lines: 1, [.table(table)])] {
      let sheets = try await sheets(of: Array(repeating: Self.words, count: 6) + [long])
      #expect(sheets == 2)
    }
  }

  /// Blocks that show nothing but their sources do not keep to what follows them.
  @Test func blocksWithoutOutputStandWhereThereIsRoom() async throws {
    let figure = try #require(FigureGallery.figures.first)
    let sources = Array(repeating: block(lines: 6, []), count: 8)
    let sheets = try await sheets(of: sources + [block(lines: 2, [.figure(figure)])])
    #expect(sheets == 2)
  }

  private func block(lines: Int, _ outputs: [Output]) -> ReportPage.Part {
    let source = (1...lines).map { "option_\($0): \($0)" }.joined(separator: "\n")
    return .block(
      BlockView(command: "command", anchor: "block", source: source, outputs: outputs))
  }

  private func sheets(of body: [ReportPage.Part]) async throws -> Int {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(ReportPage(title: "Paper", body: body).html.utf8), to: "page.html")
    let browser = try await LiveBrowser(folder.url.appending(path: "page.html").absoluteString)
    defer { browser.close() }
    let pdf = try await String(decoding: browser.pdf(), as: UTF8.self)
    return pdf.matches(of: /\/Type\s*\/Page\b/).count
  }
}
