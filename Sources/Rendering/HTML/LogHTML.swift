/// Printed lines; a long log shows its two ends and folds the rest, and of a very long one the middle is left out: nobody
/// reads it, and no browser likes it. The results file has every number.
struct LogHTML: Sendable {
  let lines: [String]
  let languages: PageLanguages

  private static let most = 14
  private static let end = 4
  private static let mostFolded = 4_000

  func write(into page: inout Markup) {
    guard !lines.isEmpty else { return }
    page.element("div", ["class": "log"]) { page in
      guard lines.count > Self.most else {
        write(lines[...], into: &page)
        return
      }
      let folded = lines.dropFirst(Self.end).dropLast(Self.end)
      write(lines.prefix(Self.end), into: &page)
      page.element("details") {
        $0.element(
          "summary", text: languages.words.moreLines(NumberText.grouped(folded.count)))
        writeFolded(folded, into: &$0)
      }
      write(lines.suffix(Self.end), into: &page)
    }
  }

  private func writeFolded(_ lines: ArraySlice<String>, into page: inout Markup) {
    // It does not pay to leave out a few, nor is there a word for one.
    guard lines.count >= Self.mostFolded + Self.end else { return write(lines, into: &page) }
    write(lines.prefix(Self.mostFolded / 2), into: &page)
    let leftOut = NumberText.grouped(lines.count - Self.mostFolded)
    page.element("p", ["class": "remark"], text: languages.words.linesLeftOut(leftOut))
    write(lines.suffix(Self.mostFolded / 2), into: &page)
  }

  private func write(_ lines: ArraySlice<String>, into page: inout Markup) {
    CodeHTML(
      source: lines.joined(separator: "\n"), language: nil, wordLanguage: languages.output
    ).write(into: &page)
  }
}
