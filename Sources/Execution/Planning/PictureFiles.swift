import Foundation
import Notebook

/// Reads the pictures that a lesson shows: files in its folder or below it, and none elsewhere.
struct PictureFiles {
  let files: InputFiles
  let lessonFolder: String
  /// The pictures by their paths, as the lesson writes them.
  private(set) var pictures: [String: Picture] = [:]
  /// What is wrong with the others.
  private var problems: [String: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ files: InputFiles, lessonFolder: String) {
    self.files = files
    self.lessonFolder = lessonFolder
  }

  /// Reads the pictures of some prose.
  mutating func read(_ prose: Prose) {
    for case .enter(.image(let image)) in prose.events where image.isFile {
      let path = image.destination
      if pictures[path] == nil, problems[path] == nil {
        do throws(FileProblem) {
          pictures[path] = try picture(at: path)
        } catch {
          problems[path] = error.message
        }
      }
      if let problem = problems[path] {
        diagnostics.append(.error(.unreadablePicture, problem, at: image.range))
      }
    }
  }

  private func picture(at written: String) throws(FileProblem) -> Picture {
    let name = written.removingPercentEncoding ?? written
    let folder = lessonFolder.isEmpty ? "." : lessonFolder
    let path = name.hasPrefix("/") ? name : "\(folder)/\(name)"
    guard !name.contains("\0") else { throw FileProblem(path: name, reason: "does not exist") }
    if let real = Self.realPath(path), let home = Self.realPath(folder) {
      guard real.hasPrefix(home == "/" ? home : home + "/") else {
        throw FileProblem(path: name, reason: "is outside the lesson's folder")
      }
    } else if name.hasPrefix("/") || name.split(separator: "/").contains("..") {
      // Nothing is said of what there is elsewhere.
      throw FileProblem(path: name, reason: "is outside the lesson's folder")
    }
    do {
      let read = try files.value(ofFile: path, key: "picture", limit: .picture) {
        bytes throws(FileProblem) in
        if let picture = Picture(bytes) { return picture }
        throw FileProblem(path: path, reason: "is no picture: PNG, JPEG, GIF, WebP or SVG")
      }
      return read.value
    } catch {
      // The lesson's words for the path, and not the folder of whoever runs it.
      throw FileProblem(path: name, reason: (error as? FileProblem)?.reason ?? "cannot be read")
    }
  }

  /// A path without '..' and symbolic links; nil if nothing is there.
  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
