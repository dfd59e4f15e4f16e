import Foundation
import Testing

/// Headless Chromium, to see reports as readers do.
enum Browser {
  /// How a page fits a window of some width.
  struct Fit: Equatable {
    /// The width of the window, in CSS pixels.
    var width: Int
    /// The width of the page's content; wider than the window if one has to scroll sideways.
    var contentWidth: Int
  }

  /// What the browser made of a page.
  struct Sight {
    var fits: [Fit]
    /// What it wrote on its console, which is where it complains.
    var console: [String]
  }

  static let executable = Program.executable(onPath: "chromium")

  /// Whether the tests can run, or must.
  static var isTested: Bool { Package.requiresEverything || executable != nil }

  /// Shows a page in windows of some widths.
  ///
  /// A report forbids scripts, so one in a page around it measures; each window is a frame of that page.
  static func look(at page: String, widths: [Int]) async throws -> Sight {
    let executable = try #require(executable, "chromium is not on the PATH")
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(measuringPage(around: page, widths: widths).utf8), to: "page.html")
    let ending = try await Program.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
        "--user-data-dir=" + folder.url.appending(path: "profile").path, "--dump-dom",
        folder.url.appending(path: "page.html").absoluteString,
      ], in: folder.url, timeLimit: 60, executable: executable)
    #expect(ending.code == 0, "\(ending.stderr.suffix(1000))")
    let measured = ending.stdout.matches(of: /data-fit="(\d+) (\d+)"/)
    return Sight(
      fits: measured.compactMap { match in
        guard let width = Int(match.1), let content = Int(match.2) else { return nil }
        return Fit(width: width, contentWidth: content)
      },
      console: ending.stderr.split(separator: "\n").filter { $0.contains("CONSOLE") }
        .map(String.init))
  }

  private static func measuringPage(around page: String, widths: [Int]) -> String {
    let source = page.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    let frames = widths.map {
      "<iframe width=\"\($0)\" height=\"60000\" style=\"border: 0\" srcdoc=\"\(source)\"></iframe>"
    }
    return """
      <!DOCTYPE html>
      <meta charset="utf-8">
      \(frames.joined(separator: "\n"))
      <script>
      addEventListener("load", () => {
        for (const frame of document.querySelectorAll("iframe")) {
          const root = frame.contentDocument.documentElement;
          frame.dataset.fit = root.clientWidth + " " + root.scrollWidth;
          frame.removeAttribute("srcdoc");
        }
      });
      </script>
      """
  }
}
