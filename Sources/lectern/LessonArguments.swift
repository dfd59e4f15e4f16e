import ArgumentParser
import Execution
import Foundation
import Notebook
import Workers

/// Which lessons are meant, and with which parameters.
struct LessonArguments: ParsableArguments {
  @Argument(help: "Lessons, or folders of lessons.")
  var lessons: [String]

  @ArgumentParser.Option(
    name: [.customShort("p"), .customLong("param")],
    help: "Set a parameter of the lesson: name=value. May be repeated.")
  var parameters: [String] = []

  @ArgumentParser.Option(
    name: .customLong("params"),
    help: "Set parameters from a YAML file; a 'matrix' in it runs all combinations of lists.")
  var parameterFile: String?

  @ArgumentParser.Option(help: "Replace the lesson's seed, 0 to 4294967295.")
  var seed: UInt32?

  @Flag(help: "Fetch no data; what was fetched before is enough.")
  var offline = false

  @Flag(
    help: """
      Take warnings for errors: those of the check, and of a run those of what the lesson asks for and does not get, \
      which are values in prose or their formats, labelled or captioned figures and tables, blocks that cannot run, and \
      errors that are to be shown. What blocks remark on their results, such as that training diverged, does not count.
      """)
  var strict = false

  /// The lessons' files: those named, and the Markdown files directly in folders named, in order of their names. What
  /// editors and systems put beside them has names that begin with a full stop.
  ///
  /// - Throws: `FileProblem` for a folder that cannot be read, `ValidationError` for one without lessons.
  func paths() throws -> [String] {
    var paths: [String] = []
    for lesson in lessons {
      guard Self.isFolder(lesson) else {
        paths.append(lesson)
        continue
      }
      let folder = lesson.hasSuffix("/") ? String(lesson.dropLast()) : lesson
      guard let entries = try? FileManager.default.contentsOfDirectory(atPath: lesson) else {
        throw FileProblem(path: lesson, reason: "cannot be read")
      }
      let files = entries.filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      if files.isEmpty { throw ValidationError("the folder '\(lesson)' has no lesson (.md)") }
      paths += files.map { "\(folder)/\($0)" }
    }
    return paths
  }

  /// Whether any folder is among the lessons.
  var nameFolders: Bool { lessons.contains(where: Self.isFolder) }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// What `-p` gives, in order; a value's paths start from the current folder.
  func overrides(into mistakes: inout ParameterMistakes) -> [ParameterValues.Override] {
    parameters.compactMap { argument in
      guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
        let message = "a parameter is given as name=value, not '\(argument)'"
        mistakes.add(.error(.badParameter, message, at: nil), in: nil)
        return nil
      }
      let text = String(argument[argument.index(after: equals)...])
      return ParameterValues.Override(name: String(argument[..<equals]), value: Self.node(text))
    }
  }

  private static let currentFolder = "."

  /// A list in brackets is a list; anything else is the value's text as it stands.
  private static func node(_ text: String) -> YAMLNode {
    let source = SourceText(name: "-p", text: text)
    var problems: [Diagnostic] = []
    if text.hasPrefix("["), let list = YAMLReader(source).read(into: &problems), problems.isEmpty {
      return list.starting(from: currentFolder)
    }
    return YAMLNode(
      .scalar(.init(text)), range: SourceRange(0, text.utf8.count), folder: currentFolder)
  }
}

/// How lessons are run.
struct ExecutionArguments: ParsableArguments {
  @Flag(help: "Run nothing more after a block has failed.")
  var failFast = false

  @ArgumentParser.Option(
    help: "How many threads share the work; by default as many as there are cores.")
  var threads: Int?

  @Flag(help: "Print only errors and warnings, those of blocks about their results among them.")
  var quiet = false

  @ArgumentParser.Option(
    help: "The folder where results are kept for later runs; by default one in the user's cache.")
  var cache: String?

  @Flag(help: "Run every block, and keep no results.")
  var noCache = false

  mutating func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is a number from 1 to 1024, not \(threads)")
    }
    if cache != nil, noCache { throw ValidationError("--cache and --no-cache exclude each other") }
  }

  /// Where results are kept; nil where there is no place for them.
  ///
  /// - Throws: `FileProblem` when the folder that was asked for cannot be made.
  func store() throws(FileProblem) -> DiskStore? {
    if noCache { return nil }
    if let cache { return try DiskStore(folder: cache) }
    return CacheFolder.path.flatMap { try? DiskStore(folder: $0) }
  }

  /// The threads for a run.
  var pool: WorkerPool { Self.pool(threads: threads) }

  /// So many threads; by default one for each core.
  static func pool(threads: Int?) -> WorkerPool {
    WorkerPool(threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
  }
}
