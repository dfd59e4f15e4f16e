import Execution
import Foundation
import Rendering
import Testing

/// Figures as a browser shows them, in windows of the sizes that readers have.
@Suite(.enabled(if: Browser.isTested, "chromium is not on the PATH"), .serialized)
struct FigureSightTests {
  @Test(arguments: [(360, false), (768, true), (1440, false)])
  func noWordsAreCutOffOrHideOthers(width: Int, isDark: Bool) async throws {
    let page = ReportPage(
      title: "Gallery",
      body: FigureGallery.figures.enumerated().map { index, figure in
        .block(BlockView(command: "plot", anchor: "block-\(index)", outputs: [.figure(figure)]))
      })
    try await look(at: page.html, width: width, isDark: isDark) { browser in
      for (check, what) in [(Self.cutOff, "cut off"), (Self.hidden, "hidden by others")] {
        let found = try await browser.value(of: Self.words + check)
        #expect(found == .text(""), "\(what) at \(width) px")
      }
      #expect(
        try await browser.value(of: "document.documentElement.scrollWidth <= \(width)")
          == .boolean(true), "one has to scroll sideways")
      #expect(browser.console.isEmpty)
    }
  }

  /// A figure's description and the names in it say all; a screen reader goes neither through ticks nor to nameless places.
  @Test func figuresAreNotHeardInPieces() async throws {
    let drawings = FigureGallery.figures.enumerated().map { index, figure in
      FigureSVG(figure, identifier: "f\(index)").text
    }
    let page = "<!DOCTYPE html><title>f</title>" + drawings.joined()
    try await look(at: page, width: 800, isDark: false) { browser in
      let loose = """
        [...document.querySelectorAll("text")].filter(text =>
          !text.closest("[role=img], [aria-hidden=true]")).map(text => text.textContent).join()
        """
      let heard = try await browser.value(of: loose)
      #expect(heard == .text(""))
      let nameless = """
        [...document.querySelectorAll("[tabindex]")].filter(stop =>
          stop.role !== "img" || !stop.ariaLabel || stop.parentElement.closest("[role=img]")).length
        """
      let stops = try await browser.value(of: nameless)
      #expect(stops == .number(0))
    }
  }

  @Test func aNameUnderThePointerOrInFocusStandsOut() async throws {
    let figure = try #require(FigureGallery.figures.first { $0.title == "Eight series" })
    let svg = FigureSVG(figure, identifier: "f").standaloneText
    try await look(at: "<!DOCTYPE html><title>f</title>" + svg, width: 800, isDark: false) {
      browser in
      let opacities =
        "[...document.querySelectorAll('.entry')].map(e => getComputedStyle(e).opacity).join()"
      let equal = Array(repeating: "1", count: 8).joined(separator: ",")
      #expect(try await browser.value(of: opacities) == .text(equal))
      try await browser.pressTab()
      try await browser.wait(
        until: opacities + " === '1" + String(repeating: ",0.15", count: 7) + "'")
      try await browser.pressTab()
      try await browser.wait(
        until: opacities + " === '0.15,1" + String(repeating: ",0.15", count: 6) + "'")
    }
  }

  /// The names at the ends of lines are out of sight on a phone until one scrolls.
  @Test(arguments: [(360, false), (360, true), (768, false)])
  func namesStandBelowADrawingThatIsWiderThanTheWindow(width: Int, isDark: Bool) async throws {
    let figure = try #require(FigureGallery.figures.first { $0.title == "Eight series" })
    let page = ReportPage(
      title: "Names",
      body: [.block(BlockView(command: "plot", anchor: "block", outputs: [.figure(figure)]))])
    try await look(at: page.html, width: width, isDark: isDark) { browser in
      let shown = try await browser.value(
        of: """
          [...document.querySelectorAll(".names span")].filter(name => name.checkVisibility())
            .map(name => name.textContent).join()
          """)
      let names = (0..<8).map { "run \($0)" }.joined(separator: ",")
      #expect(shown == .text(width < 500 ? names : ""))
      let colours = try await browser.value(
        of: """
          [...document.querySelectorAll(".entry")].filter((entry, index) => getComputedStyle(
            document.querySelectorAll(".names span")[index], "::before").borderTopColor
            === getComputedStyle(entry.querySelector(".line")).stroke).length
          """)
      if width < 500 { #expect(colours == .number(8)) }
    }
  }

  private func look(
    at page: String, width: Int, isDark: Bool, _ body: (LiveBrowser) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(page.utf8), to: "page.html")
    let browser = try await LiveBrowser(
      folder.url.appending(path: "page.html").absoluteString, width: width, isDark: isDark)
    defer { browser.close() }
    try await body(browser)
  }

  /// The words of each drawing with their places. Slanted words have no upright box to compare.
  private static let words = """
    [...document.querySelectorAll("svg.drawing")].map(svg => {
      const texts = [...svg.querySelectorAll("text:not([transform])")].map(text => {
        const box = text.getBoundingClientRect();
        const air = box.height * 0.22;
        return { text: text.textContent, left: box.left, right: box.right, top: box.top + air,
          bottom: box.bottom - air };
      });
      return { title: svg.querySelector("title").textContent, box: svg.getBoundingClientRect(), texts };
    })
    """

  private static let cutOff = """
    .flatMap(({ title, box, texts }) => texts
      .filter(text => text.left < box.left - 1 || text.right > box.right + 1
        || text.top < box.top - 1 || text.bottom > box.bottom + 1)
      .map(text => title + ": " + text.text)).join("\\n");
    """

  private static let hidden = """
    .flatMap(({ title, texts }) => texts.flatMap((a, index) => texts.slice(index + 1)
      .filter(b => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
      .map(b => title + ": " + a.text + " | " + b.text))).join("\\n");
    """
}
