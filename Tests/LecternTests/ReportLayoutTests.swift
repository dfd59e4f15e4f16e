import Foundation
import Testing

/// Reports as a browser lays them out: on a phone, a tablet and a desk, in light and in the dark, and on paper.
@Suite(.enabled(if: Browser.isTested, "chromium is not on the PATH"), .serialized)
struct ReportLayoutTests {
  private static let widths = [360, 768, 1440]
  /// A sheet of A4 between its margins, in CSS pixels.
  private static let widthOfPaper = 627

  @Test func theInspectionSeesMistakes() async throws {
    let page = """
      <!DOCTYPE html><html><body style="margin: 0">
      <p style="width: 500px; white-space: nowrap">\(String(repeating: "wide ", count: 100))</p>
      <p style="height: 8px; overflow: hidden">half a line</p>
      <p style="margin: 0">under</p><p style="margin: -1.2em 0 0">over</p>
      <p><svg width="20" height="20"><text y="15">a drawing</text><rect width="-1" height="NaN"/></svg></p>
      </body></html>
      """
    try await show(page) { browser in
      let complaints = try await complaints(of: browser)
      for words in [
        "wide, the window", "\"half a line\" is cut", "lies over", "drawing\" is cut",
      ] {
        #expect(complaints.contains { $0.contains(words) }, "\(words): \(complaints)")
      }
      #expect(browser.console.contains { $0.contains("<rect> attribute") })
    }
  }

  @Test(arguments: ShownLesson.all)
  func nothingIsCutOffOrLiesOverSomethingElse(lesson: ShownLesson) async throws {
    try await show(lesson.report()) { browser in
      for width in Self.widths {
        try await browser.resize(width: width)
        for medium in [LiveBrowser.Medium.lightScreen, .darkScreen] {
          try await browser.show(on: medium)
          try await expectNoComplaint(of: browser, "\(width) wide, \(medium)")
        }
      }
      try await browser.resize(width: Self.widthOfPaper)
      try await browser.show(on: .paper)
      try await expectNoComplaint(of: browser, "paper")
      #expect(try await browser.pdf().starts(with: Data("%PDF".utf8)))
      try await browser.value(of: PageInspection.openAllFolds)
      for width in Self.widths {
        try await browser.resize(width: width)
        try await browser.show(on: .lightScreen)
        try await expectNoComplaint(of: browser, "\(width) wide, all folds open")
      }
      #expect(browser.console.isEmpty)
      #expect(browser.requests.count == 1, "\(browser.requests)")
    }
  }

  @Test func contentsFollowWhereThereIsRoom() async throws {
    try await show(#require(ShownLesson.all.first).report()) { browser in
      let beside = "document.querySelector('.contents.beside').getBoundingClientRect()"
      try await browser.resize(width: 1440)
      try await browser.value(of: "window.scrollTo(0, 5000)")
      let follows = "\(beside).top >= 0 && \(beside).bottom <= innerHeight && \(beside).height > 0"
      #expect(try await browser.value(of: follows) == .boolean(true))
      try await browser.resize(width: 768)
      #expect(try await browser.value(of: "\(beside).height") == .number(0))
      let fold = "document.querySelector('.contents.folded details')"
      #expect(try await browser.value(of: "\(fold).open") == .boolean(false))
      #expect(try await browser.value(of: "\(fold).checkVisibility()") == .boolean(true))
    }
  }

  @Test func codeAndTablesHaveShadowsWhereTheyScroll() async throws {
    try await show(ShownLesson.torture.report()) { browser in
      let wide =
        "[...document.querySelectorAll('pre, .scroll')].filter(box => box.scrollWidth > box.clientWidth)"
      let hasCode = try await browser.value(of: "\(wide).some(box => box.matches('pre'))")
      #expect(hasCode == .boolean(true))
      let shadows = "getComputedStyle(box).backgroundAttachment.startsWith('local, local, scroll')"
      let haveShadows = try await browser.value(of: "\(wide).every(box => \(shadows))")
      #expect(haveShadows == .boolean(true))
    }
  }

  @Test func foldedSourcesAreOpenOnPaper() async throws {
    try await show(ShownLesson.torture.report()) { browser in
      let code = "document.querySelector('#block-points pre code').checkVisibility()"
      #expect(try await browser.value(of: code) == .boolean(false))
      try await browser.show(on: .paper)
      #expect(try await browser.value(of: code) == .boolean(true))
      let log = "document.querySelector('.log details pre').checkVisibility()"
      #expect(try await browser.value(of: log) == .boolean(false))
    }
  }

  @Test func decimalPointsStandBelowEachOther() async throws {
    let lesson = """
      ```{data mixed}
      source: mixed.csv
      label: class
      ```

      ```{show}
      value: mixed
      ```

      """
    let table = "x,class\n1,a\n12.25,b\n-3.5,a\n0.125,b\n"
    let shown = ShownLesson(name: "mixed", text: lesson, files: ["mixed.csv": table])
    try await show(shown.report()) { browser in
      // Where the whole part of each number ends.
      let places = try await browser.value(
        of: """
          [...document.querySelectorAll("td.end")].map((cell) => {
            const whole = cell.textContent.match(/^-?\\d+/);
            if (!whole) return null;
            const range = document.createRange();
            range.setStart(cell.firstChild, 0);
            range.setEnd(cell.firstChild, whole[0].length);
            return Math.round(range.getBoundingClientRect().right);
          })
          """
      ).numbers
      #expect(places.count == 4)
      #expect(Set(places).count == 1, "\(places)")
    }
  }

  private func show(_ page: String, _ body: (LiveBrowser) async throws -> Void) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(page.utf8), to: "page.html")
    let browser = try await LiveBrowser(
      folder.url.appending(path: "page.html").absoluteString, width: 360)
    defer { browser.close() }
    try await body(browser)
  }

  private func complaints(of browser: LiveBrowser) async throws -> [String] {
    try await browser.value(of: PageInspection.complaints).list.map { try $0.text }
  }

  private func expectNoComplaint(of browser: LiveBrowser, _ place: String) async throws {
    let complaints = try await complaints(of: browser)
    #expect(complaints.isEmpty, "\(place): \(complaints.joined(separator: "; "))")
  }
}
