import ArgumentParser
import Execution
import Foundation
import Notebook
import Rendering
import Workers

/// Takes lessons from their files to their results, and says on the way what there is to say.
struct LessonSession {
  /// A lesson that has been run.
  struct FinishedRun {
    var lesson: ExecutedLesson
    var seconds: Double

    /// Time and memory as JSON.
    var timings: String {
      ResultsFile.timings(of: lesson, seconds: seconds, peakBytes: PeakMemory.bytes)
    }
  }

  let console: Console
  private let lessons: LessonArguments
  private let execution: ExecutionArguments?
  private let pool: WorkerPool

  /// - Parameters:
  ///   - writesFiles: whether the runs leave more than what they say.
  ///   - diagnosticFormat: how the session says what is wrong.
  init(
    lessons: LessonArguments, execution: ExecutionArguments?, writesFiles: Bool = false,
    diagnosticFormat: OutputFormat = .text
  ) {
    self.lessons = lessons
    self.execution = execution
    pool = execution?.pool ?? WorkerPool(threads: 1)
    console = Console(
      isQuiet: execution?.quiet ?? false, outlastsReaders: writesFiles || diagnosticFormat == .json,
      diagnosticFormat: diagnosticFormat)
  }

  /// The files of one lesson's run.
  private var files: InputFiles {
    InputFiles(fetcher: WebData(isOffline: lessons.offline, console: console))
  }

  /// Checks a lesson, and says what is wrong.
  func check(_ path: String) throws -> ExitStatus {
    try guardingFiles {
      let lesson = LessonFile(path, lessons)
      let plan = try lesson.plan(files: files)
      let found = (plan.diagnostics + plan.advice).inReadingOrder
      return report(found, of: lesson, plan) ? .success : .checkFailed
    }
  }

  /// Checks and runs a lesson, and hands the result to `keep`.
  func run(_ path: String, keep: (FinishedRun) throws -> Void) throws -> ExitStatus {
    try guardingFiles {
      let start = ContinuousClock.now
      let files = files
      let file = LessonFile(path, lessons)
      let plan = try file.plan(files: files)
      guard report(plan.diagnostics, of: file, plan) else { return .checkFailed }
      Interruption.watch()
      let log = RunLog(plan: plan, console: console)
      let store = try execution?.store()
      let executor = Executor(
        plan, files: files, pool: pool, store: store, engine: Engine.name,
        stopsAtFirstFailure: execution?.failFast ?? false,
        isCancelled: { Interruption.wasRequested }, report: { log.note($0) })
      let lesson = executor.run()
      store?.trim()
      try keep(FinishedRun(lesson: lesson, seconds: (ContinuousClock.now - start) / .seconds(1)))
      return status(of: lesson)
    }
  }

  /// Says what the check found, and returns whether the lesson may run.
  private func report(_ found: [Diagnostic], of lesson: LessonFile, _ plan: Plan) -> Bool {
    for diagnostic in found {
      console.report(lesson.asSevere(diagnostic), in: plan.notebook.source)
    }
    return lesson.mayRun(plan, with: found)
  }

  private func status(of lesson: ExecutedLesson) -> ExitStatus {
    if lesson.wasInterrupted { return .interrupted }
    if lesson.hasFailures { return .blockFailed }
    return lesson.hasFailedClaims ? .claimsFailed : .success
  }

  /// A file that cannot be read or written has its own exit status.
  private func guardingFiles(_ work: () throws -> ExitStatus) throws -> ExitStatus {
    do {
      return try work()
    } catch let problem as FileProblem {
      console.complain("error: \(problem.message)")
      return .fileProblem
    } catch let mistakes as ParameterFile.Mistakes {
      for diagnostic in mistakes.diagnostics { console.report(diagnostic, in: mistakes.source) }
      throw ExitCode(ExitStatus.checkFailed.rawValue)
    }
  }
}
