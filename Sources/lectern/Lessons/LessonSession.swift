import ArgumentParser
import Execution
import Foundation
import Notebook
import Rendering
import Synchronization
import Workers

/// Takes lessons from their files to their results, and says on the way what there is to say.
struct LessonSession: Sendable {
  /// A lesson that has been run.
  struct FinishedRun {
    var lesson: ExecutedLesson
    var seconds: Double

    /// Time and memory as JSON.
    var timings: String {
      ResultsFile.timings(of: lesson, seconds: seconds, peakBytes: PeakMemory.bytes)
    }

    /// How the run ended.
    var status: ExitStatus {
      if lesson.wasInterrupted { return .interrupted }
      if lesson.hasFailures { return .blockFailed }
      return lesson.hasFailedClaims ? .claimsFailed : .success
    }
  }

  let console: Console
  private let lessons: LessonArguments
  private let execution: ExecutionArguments?
  let pool: WorkerPool
  /// One for all lessons: a host that cannot be reached for one of them is not waited for again.
  private let fetcher: WebData
  private let start = ContinuousClock.now

  /// - Parameters:
  ///   - writesFiles: whether the runs leave more than what they say.
  ///   - diagnosticFormat: how the session says what is wrong.
  init(
    lessons: LessonArguments, execution: ExecutionArguments?, writesFiles: Bool = false,
    diagnosticFormat: OutputFormat = .text
  ) {
    self.lessons = lessons
    self.execution = execution
    pool = ExecutionArguments.pool(threads: execution?.threads)
    console = Console(
      isQuiet: execution?.quiet ?? false, outlastsReaders: writesFiles || diagnosticFormat == .json,
      diagnosticFormat: diagnosticFormat)
    fetcher = WebData(isOffline: lessons.offline, console: console)
  }

  /// The files of one lesson's runs.
  private var files: InputFiles { InputFiles(fetcher: fetcher, pool: pool) }

  /// Reads all lessons, and says what is wrong with the parameters.
  func read(_ given: GivenLessons) throws -> LessonCall {
    do {
      let call = try LessonCall(given, lessons, pool: pool)
      for found in call.mistakes.all { console.report(found.diagnostics, in: found.source) }
      return call
    } catch let problem as FileProblem {
      throw give(up: problem)
    }
  }

  /// Gives up before any work if one of the files that runs are to leave cannot be written: what is made of a lesson, which
  /// may be there already, and its timings, which are others each time.
  func foresee(_ path: String?, timings: String?) throws {
    do throws(FileProblem) {
      if let path { try OutputFile.foresee(path) }
      if let timings { try OutputFile.foresee(timings, changes: true) }
    } catch {
      throw give(up: error)
    }
  }

  /// Says what is wrong with a file that nothing goes without, and returns how to end.
  private func give(up problem: FileProblem) -> ExitCode {
    console.complain("error: \(problem.message)")
    return ExitCode(ExitStatus.fileProblem.rawValue)
  }
}

// MARK: - Checks

extension LessonSession {
  /// A lesson whose variants have been checked.
  private struct CheckedLesson {
    /// The files that the check has read: the variants share them, and they go with the last of them.
    var files: InputFiles
    var plans: [Plan]
    var mayRun: Bool
  }

  /// Checks lessons, several at once, and says what is wrong in their order.
  func check(_ call: LessonCall) -> [ExitStatus] {
    let order = SpeakingOrder()
    let statuses = Mutex([ExitStatus](repeating: .success, count: call.lessons.count))
    pool.perform(call.lessons.count) { index in
      let voice = Voice(index, in: order, console)
      defer { voice.end() }
      let checked = check(call.lessons[index], voice) { $0.diagnostics + $0.advice }
      let status = checked.map { $0.mayRun ? ExitStatus.success : .checkFailed } ?? .fileProblem
      statuses.withLock { $0[index] = status }
    }
    return [call.mistakes.status] + statuses.withLock(\.self)
  }

  /// Checks all variants of a lesson, and says what is wrong; nil if the lesson cannot be read.
  private func check(
    _ lesson: LessonCall.Lesson, _ voice: Voice, finding: (Plan) -> [Diagnostic]
  ) -> CheckedLesson? {
    switch lesson.file {
    case .failure(let problem):
      voice.complain("error: \(problem.message)")
      return nil
    case .success(let file):
      let files = files
      let plans = lesson.variants.map { file.plan($0, lessons, files: files) }
      let found = VariantFindings(zip(lesson.variants, plans).map { ($0, finding($1)) }).all
      voice.report(found.map(lessons.asSevere), in: file.notebook.source)
      let mayRun = plans.allSatisfy { lessons.allowRun(of: $0, with: found) }
      return CheckedLesson(files: files, plans: plans, mayRun: mayRun)
    }
  }
}

// MARK: - Runs

extension LessonSession {
  /// Checks and runs lessons, several at once where they leave threads idle.
  ///
  /// - Parameters:
  ///   - expect: told which runs, numbered from 0, there will be of a lesson; none of those that nobody tells of.
  ///   - keep: takes the result of a run. By then it is known which runs there are next to it.
  /// - Returns: how each run ended.
  func run(
    _ call: LessonCall, expect: @escaping @Sendable (Range<Int>) -> Void = { _ in },
    keep: @escaping @Sendable (Int, FinishedRun, Voice) throws(FileProblem) -> Void
  ) throws -> [ExitStatus] {
    guard call.mistakes.isEmpty else { return [call.mistakes.status] }
    let store: DiskStore?
    do { store = try execution?.store() } catch { throw give(up: error) }
    Interruption.watch()
    let order = SpeakingOrder()
    let statuses = Mutex([ExitStatus](repeating: .success, count: call.runCount))
    LessonCrew.run(call.lessons.count, on: pool) { index in
      let lesson = call.lessons[index]
      let runs = lesson.firstRun..<lesson.firstRun + lesson.variants.count
      switch open(lesson, of: call, order, store) {
      case .success(let executors):
        expect(runs)
        return executors
      case .failure(let obstacle):
        statuses.withLock { for run in runs { $0[run] = obstacle.status } }
        for run in runs { Voice(run, in: order, console).end() }
        return []
      }
    } close: { place, lesson in
      let called = call.lessons[place.lesson]
      let number = called.firstRun + place.run
      let voice = Voice(number, in: order, console)
      let run = FinishedRun(lesson: lesson, seconds: (.now - start) / .seconds(1))
      report(missingValuesOf: lesson, called.variants[place.run], voice)
      var status = status(of: run)
      do throws(FileProblem) {
        try keep(number, run, voice)
      } catch {
        voice.complain("error: \(error.message)")
        status = .fileProblem
      }
      statuses.withLock { [status] in $0[number] = status }
      voice.end()
    }
    store?.trim()
    return statuses.withLock(\.self)
  }

  /// Says which values the prose of a lesson lacks.
  private func report(
    missingValuesOf lesson: ExecutedLesson, _ variant: LessonVariant, _ voice: Voice
  ) {
    voice.report(
      lesson.missingValues.map { lessons.asSevere($0.noting(settings: variant.settings)) },
      in: lesson.plan.notebook.source)
  }

  /// How a run ended: one with nothing but warnings as a check with errors does, where they are taken for errors.
  private func status(of run: FinishedRun) -> ExitStatus {
    let status = run.status
    return status == .success && lessons.strict && run.lesson.hasWarnings ? .checkFailed : status
  }

  /// Why a lesson does not run.
  private struct Obstacle: Error {
    var status: ExitStatus
  }

  private func open(
    _ lesson: LessonCall.Lesson, of call: LessonCall, _ order: SpeakingOrder, _ store: DiskStore?
  ) -> Result<[Executor], Obstacle> {
    if Interruption.wasRequested { return .failure(Obstacle(status: .interrupted)) }
    let first = Voice(lesson.firstRun, in: order, console)
    guard let checked = check(lesson, first, finding: \.diagnostics) else {
      return .failure(Obstacle(status: .fileProblem))
    }
    guard checked.mayRun else { return .failure(Obstacle(status: .checkFailed)) }
    let executors = zip(lesson.variants, checked.plans).enumerated().map { index, run in
      let log = RunLog(
        plan: run.1, voice: Voice(lesson.firstRun + index, in: order, console),
        name: call.runCount > 1 ? run.0.name : nil, settings: run.0.settings, arguments: lessons)
      return Executor(
        run.1, files: checked.files, pool: pool, store: store, engine: Engine.name,
        stopsAtFirstFailure: execution?.failFast ?? false,
        isCancelled: { Interruption.wasRequested }, report: { log.note($0) })
    }
    return .success(executors)
  }
}
