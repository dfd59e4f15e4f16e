import Foundation
import Notebook

/// Looks for links that lead nowhere: to lessons that are not there, and to places that their pages do not have.
struct LinkCheck {
  /// More broken links than these are not searched for what is meant.
  private static let suggestions = 50

  private let files: InputFiles
  private let lessonFolder: String
  /// Nil if a mistake may hide some.
  private let anchors: PageAnchors?
  private var brokenLinks = 0

  init(_ notebook: Notebook, files: InputFiles, lessonFolder: String) {
    self.files = files
    self.lessonFolder = lessonFolder
    anchors = notebook.lostFences.isEmpty ? PageAnchors(notebook) : nil
  }

  /// What is wrong with a link, if anything is.
  mutating func problem(with link: Prose.Link) -> Diagnostic? {
    let problem = looking(at: link)
    if problem != nil { brokenLinks += 1 }
    return problem
  }

  private func looking(at link: Prose.Link) -> Diagnostic? {
    switch link.target {
    case .place(let anchor): return looking(for: anchor, among: anchors, of: "this page", link)
    case .lesson(let file, let rest):
      let name = file.removingPercentEncoding ?? file
      guard isLesson(name) else {
        return broken(link, "there is no lesson '\(name)' beside this one", name, among: lessons)
      }
      guard let mark = rest.firstIndex(of: "#") else { return nil }
      return looking(
        for: String(rest[mark...].dropFirst()), among: anchors(ofLesson: name),
        of: "the lesson '\(name)'", link)
    case nil: return nil
    }
  }

  private func looking(
    for written: String, among anchors: PageAnchors?, of page: String, _ link: Prose.Link
  ) -> Diagnostic? {
    let anchor = written.removingPercentEncoding ?? written
    guard let anchors, !anchors.contain(anchor) else { return nil }
    return broken(
      link, "\(page) has no place '#\(anchor)'", anchor, among: anchors.names.sorted())
  }

  private func broken(
    _ link: Prose.Link, _ message: String, _ name: String,
    among candidates: @autoclosure () -> [String]
  ) -> Diagnostic {
    let hint = suggestion(
      for: name, among: brokenLinks < Self.suggestions ? candidates() : [])
    return .warning(.brokenLink, "\(message)\(hint)", at: link.range, suggestion: hint)
  }
}

// MARK: - Other lessons

extension LinkCheck {
  private var folder: String { lessonFolder.isEmpty ? "." : lessonFolder }

  /// The names of the lessons in the folder.
  private var lessons: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(LinkTarget.lessonEnding) && !isFolder($0) }.sorted()
  }

  private func isLesson(_ name: String) -> Bool {
    !name.contains("\0") && files.isThere("\(folder)/\(name)") && !isFolder(name)
  }

  private func isFolder(_ name: String) -> Bool {
    FileStamp(ofFile: "\(folder)/\(name)")?.isFolder == true
  }

  /// The places of another lesson, which is read once; nil if a mistake in it may hide some.
  private func anchors(ofLesson name: String) -> PageAnchors? {
    let read = try? files.value(ofFile: "\(folder)/\(name)", key: "anchors", limit: .text) {
      bytes throws(FileProblem) -> PageAnchors? in
      let notebook = Notebook(SourceText(name: name, bytes: bytes))
      let mayHideSome = notebook.diagnostics.containErrors || !notebook.lostFences.isEmpty
      return mayHideSome ? nil : PageAnchors(notebook)
    }
    return read?.value
  }
}
