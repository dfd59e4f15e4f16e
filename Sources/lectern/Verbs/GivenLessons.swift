import ArgumentParser
import Execution
import Foundation

/// Which lessons are meant.
struct GivenLessons: ParsableArguments {
  @Argument(help: "Lessons, or folders of lessons.")
  var lessons: [String]

  /// The lessons' files, in a list for each argument.
  ///
  /// - Throws: `FileProblem` for a folder that cannot be read, `ValidationError` for one without lessons.
  func paths() throws -> [[String]] { try lessons.map(LessonPath.files) }

  /// Whether any folder is among the lessons.
  var nameFolders: Bool { lessons.contains(where: LessonPath.isFolder) }
}

extension LessonPath {
  /// The files that an argument means: of a file itself, of a folder the Markdown files directly in it, by their names. What
  /// editors and systems put beside them has names that begin with a full stop.
  ///
  /// - Throws: `FileProblem` for a folder that cannot be read, `ValidationError` for one without lessons.
  static func files(of argument: String) throws -> [String] {
    guard isFolder(argument) else { return [argument] }
    let folder = argument.hasSuffix("/") ? String(argument.dropLast()) : argument
    let entries: [String]
    do {
      entries = try FileManager.default.contentsOfDirectory(atPath: argument)
    } catch {
      throw FileProblem(path: argument, "cannot be read", because: error)
    }
    let files = entries.filter {
      $0.hasSuffix(".md") && !$0.hasPrefix(".") && !isFolder("\(folder)/\($0)")
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if files.isEmpty { throw ValidationError("the folder '\(argument)' has no lesson (.md)") }
    return files.map { "\(folder)/\($0)" }
  }

  /// Whether a folder is there.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
