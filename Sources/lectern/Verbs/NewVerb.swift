import ArgumentParser
import Execution
import Foundation

/// `lectern new`: writes lessons to start from.
struct NewVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a small lesson that runs at once, or a course of them.")

  @Argument(help: "The lesson to write, such as rings; it becomes rings.md.")
  var name: String?

  @ArgumentParser.Option(help: "Write a course into this folder instead: lessons and parameters.")
  var course: String?

  func validate() throws {
    if (name == nil) == (course == nil) {
      throw ValidationError("name a lesson, or a folder with --course")
    }
    if let name { try refuse(name) }
    // Any folder will do; it is made if it is not there.
    if let course, course.isEmpty { throw ValidationError("'' is no name for a folder") }
  }

  func run() throws {
    let console = Console(isQuiet: false)
    let files = newFiles
    do {
      for file in files where isThere(file.path) {
        throw FileProblem(path: file.path, reason: "is already there, and nothing is overwritten")
      }
      for file in files {
        try OutputFile.write(file.text, to: file.path)
        console.say("wrote \(file.path)")
      }
    } catch let problem as FileProblem {
      console.complain("error: \(problem.message)")
      try ExitStatus.fileProblem.exit()
    }
  }

  private var newFiles: [(path: String, text: String)] {
    if let course {
      return NewLessons.course.map { (LessonPath.file($0.name, in: course), $0.text) }
    }
    let path = name ?? ""
    return [(path.hasSuffix(".md") ? path : path + ".md", NewLessons.single(title(of: path)))]
  }

  /// "folder/first_steps.md" is about "First steps".
  private func title(of path: String) -> String {
    let words = LessonPath.name(of: path).map { "_-.".contains($0) ? " " : String($0) }.joined()
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The last component becomes a file's name, a title in YAML and part of links, so it is made of plain characters.
  private func refuse(_ path: String) throws {
    let last = LessonPath.name(of: path)
    let isPlain = last.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "_-.".unicodeScalars
          .contains(scalar)
    }
    let beginsWell = last.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
    if !isPlain || !beginsWell || path.hasSuffix("/") {
      throw ValidationError(
        "'\(path)' is no name for a lesson: letters, digits, '_', '-' and '.', a letter first")
    }
  }

  /// A link that leads nowhere is there, too.
  private func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
