import Foundation
import Notebook

/// The files in a lesson's folder or below it, which can become part of its page: those elsewhere cannot, and nothing is said
/// of what there is.
struct LessonFolderFiles {
  let files: InputFiles
  let lessonFolder: String

  /// What `parse` makes of a file, or why it makes nothing of it.
  ///
  /// - Parameters:
  ///   - written: the path from the lesson's folder, as the lesson writes it, perhaps with escapes.
  ///   - key: tells this way to read the file from others.
  func value<Value: Sendable>(
    ofFile written: String, key: String, parse: @Sendable ([UInt8]) throws(FileProblem) -> Value
  ) throws(FileProblem) -> Value {
    let name = written.removingPercentEncoding ?? written
    let folder = lessonFolder.isEmpty ? "." : lessonFolder
    let path = name.hasPrefix("/") ? name : "\(folder)/\(name)"
    guard !name.contains("\0") else { throw FileProblem(path: name, reason: FileProblem.absence) }
    if let real = Self.realPath(path), let home = Self.realPath(folder) {
      guard real.hasPrefix(home == "/" ? home : home + "/") else {
        throw FileProblem(path: name, reason: "is outside the lesson's folder")
      }
    } else if name.hasPrefix("/") || name.split(separator: "/").contains("..") {
      throw FileProblem(path: name, reason: "is outside the lesson's folder")
    }
    do {
      return try files.value(ofFile: path, key: key, limit: .page, parse: parse).value
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
