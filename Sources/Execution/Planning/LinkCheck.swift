import Foundation
import Notebook

/// Looks for links that lead nowhere: to places that the page does not have, and to lessons that are not there.
struct LinkCheck {
  /// More broken links than these are not searched for what is meant.
  private static let suggestions = 50

  private let files: InputFiles
  private let lessonFolder: String
  /// The targets of links on the page, but for the numbers of its figures.
  private let anchors: Set<String>
  private var brokenLinks = 0

  init(_ notebook: Notebook, files: InputFiles, lessonFolder: String) {
    self.files = files
    self.lessonFolder = lessonFolder
    let prose = notebook.prose
    let headings = prose.flatMap(\.events).compactMap { event in
      if case .enter(.heading(let heading)) = event { heading.anchor } else { nil }
    }
    let labels = prose.flatMap(\.labels).map(\.name)
    let blocks = notebook.blocks.filter(\.options.include).flatMap { block in
      [block.anchor] + [block.options.label?.text].compactMap(\.self)
    }
    anchors = Set(headings + labels + blocks)
  }

  /// What is wrong with a link, if anything is.
  mutating func problem(with link: Prose.Link) -> Diagnostic? {
    let problem = looking(at: link)
    if problem != nil { brokenLinks += 1 }
    return problem
  }

  private func looking(at link: Prose.Link) -> Diagnostic? {
    switch link.target {
    case .place(let anchor):
      let anchor = anchor.removingPercentEncoding ?? anchor
      if isOnPage(anchor) { return nil }
      return broken(link, "this page has no place '#\(anchor)'", anchor, among: anchors.sorted())
    case .lesson(let file, _):
      let name = file.removingPercentEncoding ?? file
      if !name.contains("\0"), files.isThere("\(folder)/\(name)") { return nil }
      return broken(link, "there is no lesson '\(name)' beside this one", name, among: lessons)
    case nil: return nil
    }
  }

  private func isOnPage(_ anchor: String) -> Bool {
    // These lead to the top of a page, and to that of the lesson in it.
    if ["", "top", "lesson"].contains(anchor) || anchors.contains(anchor) { return true }
    let figure = "figure-"
    return anchor.hasPrefix(figure) && Int(anchor.dropFirst(figure.count)) != nil
  }

  private func broken(
    _ link: Prose.Link, _ message: String, _ name: String,
    among candidates: @autoclosure () -> [String]
  ) -> Diagnostic {
    let hint = suggestion(
      for: name, among: brokenLinks < Self.suggestions ? candidates() : [])
    return .warning(.brokenLink, "\(message)\(hint)", at: link.range, suggestion: hint)
  }

  private var folder: String { lessonFolder.isEmpty ? "." : lessonFolder }

  /// The names of the lessons in the folder.
  private var lessons: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(LinkTarget.lessonEnding) }.sorted()
  }
}
