import Foundation
import Testing

/// Reports as programs judge them that check pages.
@Suite(.enabled(if: PageCheckers.areTested, PageCheckers.absence), .serialized)
struct PageCheckerTests {
  @Test func theCheckersSeeMistakes() async throws {
    let page = """
      <!DOCTYPE html><html><head><title>t</title><style>p { colour: red; }</style></head>
      <body><p style="color: #ccc">faint</p><img src="data:,"></body></html>
      """
    try await withFiles(["page.html": page]) { files in
      let browser = try await LiveBrowser(files[0].absoluteString)
      defer { browser.close() }
      let violations = try await PageCheckers.violations(in: browser)
      for rule in ["color-contrast", "html-has-lang", "image-alt"] {
        #expect(violations.contains { $0.hasPrefix(rule) }, "\(rule)")
      }
      let errors = try await PageCheckers.errors(in: files)
      #expect(errors.contains { $0.contains("alt") && $0.contains("error") })
      #expect(errors.contains { $0.contains("“colour” doesn't exist") })
    }
  }

  @Test(arguments: ShownLesson.all)
  func everybodyCanReadReports(lesson: ShownLesson) async throws {
    try await withFiles(["page.html": lesson.report()]) { files in
      let browser = try await LiveBrowser(files[0].absoluteString, width: 360)
      defer { browser.close() }
      for (width, isOpen) in [(360, false), (1440, true)] {
        try await browser.resize(width: width)
        if isOpen { try await browser.value(of: PageInspection.openAllFolds) }
        for medium in [LiveBrowser.Medium.lightScreen, .darkScreen] {
          try await browser.show(on: medium)
          let violations = try await PageCheckers.violations(in: browser)
          #expect(violations.isEmpty, "\(width) wide, \(medium): \(violations.prefix(5))")
        }
      }
    }
  }

  @Test func reportsAreValidHTML() async throws {
    var pages: [String: String] = [:]
    for lesson in ShownLesson.all { pages["\(lesson.name).html"] = try await lesson.report() }
    try await withFiles(pages) { try await expectValid($0) }
  }

  /// Whatever `lectern render` writes for a folder.
  @Test func allPagesOfAFolderAreValidHTML() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let ending = try await Program.run(
      ["render", "--quiet", Package.root.appending(path: "notebooks").path], in: folder.url,
      timeLimit: 60)
    #expect(ending.code == 0, "\(ending.stderr)")
    let pages = try folder.contents().keys.filter { $0.hasSuffix(".html") }.sorted()
    #expect(try pages.count >= Package.lessons().count)
    try await expectValid(pages.map { folder.url.appending(path: $0) })
  }

  private func expectValid(_ files: [URL]) async throws {
    let errors = try await PageCheckers.errors(in: files)
    #expect(errors.isEmpty, "\(errors.prefix(20))")
  }

  private func withFiles(_ pages: [String: String], _ body: ([URL]) async throws -> Void)
    async throws
  {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (name, page) in pages { try folder.write(Data(page.utf8), to: name) }
    try await body(pages.keys.sorted().map { folder.url.appending(path: $0) })
  }
}
