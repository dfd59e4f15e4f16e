/// Printed lines; a long log shows its two ends and folds the rest.
struct LogHTML: Sendable {
  let lines: [String]

  private static let most = 14
  private static let end = 4

  func write(into page: inout Markup) {
    guard !lines.isEmpty else { return }
    page.element("div", ["class": "log"]) { page in
      guard lines.count > Self.most else {
        Self.write(lines[...], into: &page)
        return
      }
      let folded = lines.dropFirst(Self.end).dropLast(Self.end)
      Self.write(lines.prefix(Self.end), into: &page)
      page.element("details") {
        $0.element("summary", text: "\(NumberText.grouped(folded.count)) more lines")
        Self.write(folded, into: &$0)
      }
      Self.write(lines.suffix(Self.end), into: &page)
    }
  }

  private static func write(_ lines: ArraySlice<String>, into page: inout Markup) {
    CodeHTML(source: lines.joined(separator: "\n"), language: nil).write(into: &page)
  }
}
