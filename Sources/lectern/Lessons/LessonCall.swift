import Execution
import Foundation
import Notebook
import Synchronization
import Workers

/// What a call of the program is about: its lessons, read, and the ways to run each of them.
struct LessonCall: Sendable {
  /// One of the lessons.
  struct Lesson: Sendable {
    let path: String
    /// The lesson, or why it cannot be read.
    let file: Result<LessonFile, FileProblem>
    /// The ways to run it, at least one.
    fileprivate(set) var variants: [LessonVariant]
    /// The number of its first run among all runs of the call.
    fileprivate(set) var firstRun = 0

    /// Where it stands among the lessons of its folder, if it says so.
    fileprivate var order: Int? { (try? file.get())?.notebook.frontMatter.order }
  }

  private(set) var lessons: [Lesson]
  /// What is wrong with the parameters; then each lesson has one variant, with what fits.
  let mistakes: ParameterMistakes

  /// Reads all lessons and their parameters.
  ///
  /// - Throws: `FileProblem` when the parameter file cannot be read, `ValidationError` for a folder without lessons.
  init(_ given: GivenLessons, _ arguments: LessonArguments, pool: WorkerPool) throws {
    var lessons = Self.read(try given.paths(), pool: pool)
    let read = lessons.compactMap { try? $0.file.get() }
    var parameters = try GivenParameters(
      read.map(\.declaration), arguments, files: InputFiles(),
      lacksLessons: read.count < lessons.count)
    let variants = lessons.map { lesson in
      (try? lesson.file.get()).map { parameters.variants(of: $0.declaration) } ?? lesson.variants
    }
    var count = 0
    for index in lessons.indices {
      lessons[index].variants = parameters.mistakes.isEmpty ? variants[index] : [variants[index][0]]
      lessons[index].firstRun = count
      count += lessons[index].variants.count
    }
    self.lessons = lessons
    mistakes = parameters.mistakes
  }

  /// Reads the lessons of each argument; those of a folder come in the order that they have themselves.
  private static func read(_ paths: [[String]], pool: WorkerPool) -> [Lesson] {
    var lessons = read(Array(paths.joined()), pool: pool)[...]
    return paths.flatMap { paths in
      let folder = lessons.prefix(paths.count)
      lessons.removeFirst(paths.count)
      return folder.sorted { ($0.order ?? .max) < ($1.order ?? .max) }
    }
  }

  private static func read(_ paths: [String], pool: WorkerPool) -> [Lesson] {
    let lessons = Mutex([Lesson?](repeating: nil, count: paths.count))
    pool.perform(paths.count) { index in
      let path = paths[index]
      let file = Result { () throws(FileProblem) in try LessonFile(path, files: InputFiles()) }
      let nothing = ParameterValues([])
      let lesson = Lesson(
        path: path, file: file,
        variants: [LessonVariant(name: LessonPath.name(of: path), parameters: nothing)])
      lessons.withLock { $0[index] = lesson }
    }
    return lessons.withLock { $0.compactMap(\.self) }
  }

  /// How many runs there are.
  var runCount: Int { lessons.reduce(0) { $0 + $1.variants.count } }

  /// Whether any lesson runs more than once.
  var hasMatrix: Bool { lessons.contains { $0.variants.count > 1 } }
}
