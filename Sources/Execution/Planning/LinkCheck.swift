import Foundation
import Notebook

/// Looks for links that lead nowhere: to lessons and files that are not there, and to places that pages do not have. Files that
/// are there become part of the page, which is whole wherever it is moved.
struct LinkCheck {
  /// More broken links than these are not searched for what is meant.
  private static let suggestions = 50
  /// The most bytes of linked files in a page, where every link carries its file.
  private static let mostLinkedBytes = 8_000_000
  /// Longer names than these are no file's.
  private static let longestName = 255

  private let nearby: LessonFolderFiles
  /// The files that links lead to, by their paths as the lesson writes them.
  private(set) var linkedFiles: [String: LinkedFile] = [:]
  /// The bytes of these, counted for every link.
  private var linkedBytes = 0
  /// How many links lead to each of them.
  private var linkCounts: [String: Int] = [:]
  /// The paths of files that would make the page too large.
  private var leftOut: Set<String> = []
  /// Nil if a mistake may hide some.
  private let anchors: PageAnchors?
  private var brokenLinks = 0

  init(_ notebook: Notebook, _ nearby: LessonFolderFiles) {
    self.nearby = nearby
    anchors = notebook.lostFences.isEmpty ? PageAnchors(notebook) : nil
  }

  /// What is wrong with a link, if anything is.
  mutating func problem(with link: Prose.Link) -> Diagnostic? {
    let problem = looking(at: link)
    if problem != nil { brokenLinks += 1 }
    return problem
  }

  private mutating func looking(at link: Prose.Link) -> Diagnostic? {
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
    case .file(let path): return looking(forFile: path, link)
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
    return broken(link, message, hint)
  }

  private func broken(_ link: Prose.Link, _ message: String, _ hint: Suggestion) -> Diagnostic {
    .warning(.brokenLink, "\(message)\(hint)", at: link.range, suggestion: hint)
  }
}

// MARK: - Other lessons

extension LinkCheck {
  private var folder: String { nearby.lessonFolder.isEmpty ? "." : nearby.lessonFolder }

  /// The names of the files in the folder.
  private var fileNames: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !isFolder($0) }.sorted()
  }

  /// The names of the lessons in the folder.
  private var lessons: [String] { fileNames.filter { $0.hasSuffix(LinkTarget.lessonEnding) } }

  private func isLesson(_ name: String) -> Bool {
    !name.contains("\0") && nearby.files.isThere("\(folder)/\(name)") && !isFolder(name)
  }

  private func isFolder(_ name: String) -> Bool {
    FileStamp(ofFile: "\(folder)/\(name)")?.isFolder == true
  }

  /// The places of another lesson, which is read once; nil if a mistake in it may hide some.
  private func anchors(ofLesson name: String) -> PageAnchors? {
    let read = try? nearby.files.value(ofFile: "\(folder)/\(name)", key: "anchors", limit: .text) {
      bytes throws(FileProblem) -> PageAnchors? in
      let notebook = Notebook(SourceText(name: name, bytes: bytes))
      let mayHideSome = notebook.diagnostics.containErrors || !notebook.lostFences.isEmpty
      return mayHideSome ? nil : PageAnchors(notebook)
    }
    return read?.value
  }
}

// MARK: - Other files

extension LinkCheck {
  private mutating func looking(forFile path: String, _ link: Prose.Link) -> Diagnostic? {
    let name = path.removingPercentEncoding ?? path
    if leftOut.contains(path) || isMadeByRuns(name) { return nil }
    do throws(FileProblem) {
      let file: LinkedFile
      if let known = linkedFiles[path] { file = known } else { file = try read(path, as: name) }
      return embed(file, at: path) ? nil : tooMuch(link, to: name)
    } catch {
      return broken(link, to: name, error)
    }
  }

  private func read(_ path: String, as name: String) throws(FileProblem) -> LinkedFile {
    try nearby.value(ofFile: path, key: "linked file") { bytes in
      LinkedFile(name: name.split(separator: "/").last.map(String.init) ?? name, bytes: bytes)
    }
  }

  /// Makes a file part of the page once more; if it does not fit, the page holds it for none of its links.
  private mutating func embed(_ file: LinkedFile, at path: String) -> Bool {
    let size = file.bytes.count
    guard linkedBytes + size <= Self.mostLinkedBytes else {
      linkedBytes -= size * linkCounts[path, default: 0]
      linkedFiles[path] = nil
      leftOut.insert(path)
      return false
    }
    linkedBytes += size
    linkCounts[path, default: 0] += 1
    linkedFiles[path] = file
    return true
  }

  private func tooMuch(_ link: Prose.Link, to name: String) -> Diagnostic {
    let limit = Self.mostLinkedBytes / 1_000_000
    return .warning(
      .brokenLink,
      "with '\(name)', linked files make up more than \(limit) MB: \(Self.consequence)",
      at: link.range)
  }

  private static let consequence =
    "the page does not hold it, and its link is right only in the lesson's folder"

  private func broken(_ link: Prose.Link, to name: String, _ problem: FileProblem) -> Diagnostic {
    guard problem.reason == FileProblem.absence else {
      return broken(
        link,
        "\(problem.message): \(Self.consequence)",
        Suggestion(written: name, meant: nil))
    }
    let message = "there is no file '\(name)' beside this lesson"
    if name.hasPrefix("www.") {
      return broken(link, message, Suggestion(written: name, meant: "https://" + name))
    }
    return broken(link, message, name, among: fileNames)
  }

  /// Whether a name is one that a run gives to what stands beside the page: the index, a report, its results or a figure.
  ///
  /// Such a file is neither read nor looked for, even if it is there and the author's own, such as "xor-sketch.svg" beside
  /// "xor.md": what earlier runs have left in the folder does not count.
  private func isMadeByRuns(_ name: String) -> Bool {
    guard !name.contains("/"), name.utf8.count <= Self.longestName,
      [".html", ".results.json", ".svg"].contains(where: name.hasSuffix)
    else { return false }
    // Behind the lesson's name stand the values of a matrix or a figure's label.
    let ends = name.indices.filter { name[$0] == "." || name[$0] == "-" }
    return name == "index.html"
      || ends.contains { isLesson("\(name[..<$0])\(LinkTarget.lessonEnding)") }
  }
}
