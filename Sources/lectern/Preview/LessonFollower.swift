import Execution
import Foundation
import Notebook
import Workers

/// Follows a lesson: checks it and runs it anew whenever something that it is made of has changed, and shows what comes
/// of it. All of this belongs to one thread; only the blocks run on others.
final class LessonFollower {
  /// A version of the lesson that is to be run.
  private final class Version {
    let plan: Plan
    let files: InputFiles
    let refresh: PreviewRefresh
    /// Asked for only while one version runs and another waits; most runs are over before.
    private(set) lazy var work = LessonWork(plan, files: files)

    init(plan: Plan, files: InputFiles, refresh: PreviewRefresh) {
      self.plan = plan
      self.files = files
      self.refresh = refresh
    }

    /// How the blocks of this version end, as far as another one shows it, whose first blocks have ended.
    func outcomes(from other: Version, _ outcomes: [BlockOutcome]) -> [BlockOutcome?] {
      if self !== other { return work.outcomes(from: other.work, outcomes) }
      return plan.steps.indices.map { $0 < outcomes.count ? outcomes[$0] : nil }
    }
  }

  /// How often the page says anew how far a block is: no oftener than eyes can follow.
  private static let pauseOfProgress = Duration.milliseconds(100)
  /// How long a run goes on before the page shows it half done: most are over by then.
  private static let patience = Duration.milliseconds(120)
  /// How long a file that cannot be read is left alone while nothing about it changes.
  private static let pauseBeforeRetry = Duration.milliseconds(500)

  private let path: String
  private let lessons: LessonArguments
  private let execution: ExecutionArguments
  private let pool: WorkerPool
  private let board: PreviewBoard
  private let log: PreviewLog
  private let bell = PreviewBell()
  /// The results of this preview, and of other runs if there is a place where they are kept.
  private let recent: MemoryStore?
  private let kept: DiskStore?

  private var files: InputFiles
  /// The version that runs.
  private var run: (version: Version, run: PreviewRun)?
  /// The version that runs next.
  private var next: Version?
  private var mistakes = PreviewMistakes.none
  private var hasPage = false
  /// The last run that came to its end: what the next one is compared with.
  private var explained: ExecutedLesson?
  /// When the page last showed a run half done, and how many blocks it had then.
  private var interim = (instant: ContinuousClock.Instant.now, count: 0)
  private var lastLook = ContinuousClock.Instant.now
  /// When a file was last seen to have changed.
  private var lastChange = ContinuousClock.Instant.now
  /// When the page was last told how far a block is.
  private var lastProgress: ContinuousClock.Instant?
  /// Why the lesson could not be read the last time, and when that was.
  private var obstacle: (problem: FileProblem, instant: ContinuousClock.Instant)?

  /// - Throws: `FileProblem` when there is no folder for results and there should be.
  init(
    _ path: String, _ lessons: LessonArguments, _ execution: ExecutionArguments,
    board: PreviewBoard, log: PreviewLog
  ) throws {
    self.path = path
    self.lessons = lessons
    pool = execution.pool
    files = InputFiles(
      fetcher: WebData(isOffline: lessons.offline, console: log.console), pool: pool)
    self.execution = execution
    self.board = board
    self.log = log
    recent = execution.noCache ? nil : MemoryStore()
    kept = try execution.store()
  }

  /// Takes the first version. Throws if it cannot be read, or if the command line does not fit it.
  func begin() throws {
    let refresh = PreviewRefresh(occasion: "first page", start: lastLook)
    do {
      take(try check(refresh))
    } catch let mistakes as ParameterMistakes where mistakes.status == .checkFailed {
      show(PreviewMistakes(mistakes), refresh)
    }
  }

  /// Follows the lesson until the program ends.
  func follow() -> Never {
    while true {
      bell.wait(seconds: LessonWatch.pause(afterCalm: (.now - lastChange) / .seconds(1)))
      attendToRun()
      lookAtFiles()
    }
  }
}

// MARK: - Versions

extension LessonFollower {
  private func lookAtFiles() {
    let changes = LessonWatch(files.stamps).changes
    guard !changes.isEmpty else {
      tryAgain()
      lastLook = .now
      return
    }
    LessonWatch.waitUntilCalm(changes)
    lastChange = .now
    let saved = changes.filter { FileStamp(ofFile: $0) != nil }
    renew(saved.isEmpty ? "\(Self.names(of: changes)) gone" : "\(Self.names(of: saved)) saved")
  }

  private static func names(of paths: [String]) -> String {
    paths.map { LessonPath.lastComponent(of: $0) }.joined(separator: ", ")
  }

  /// Looks again at a file that is there and could not be read: not all that hinders reading leaves a trace on the file.
  private func tryAgain() {
    guard let (problem, instant) = obstacle, .now - instant >= Self.pauseBeforeRetry,
      FileStamp(ofFile: problem.path) != nil
    else { return }
    renew("\(LessonPath.lastComponent(of: problem.path)) can be read")
  }

  /// Checks the lesson anew. What is in the way of reading it is told once.
  private func renew(_ occasion: String) {
    let refresh = PreviewRefresh(occasion: occasion, start: lastLook)
    lastLook = .now
    do {
      let version = try check(refresh)
      obstacle = nil
      take(version)
    } catch let problem as FileProblem {
      let isKnown = obstacle?.problem == problem
      obstacle = (problem, .now)
      if !isKnown { show(PreviewMistakes(problem), refresh) }
    } catch {
      obstacle = nil
      show(PreviewMistakes(error), refresh)
    }
  }

  /// The lesson as it is now.
  private func check(_ refresh: PreviewRefresh) throws -> Version {
    files = files.renewed()
    let file = try LessonFile(path, files: files)
    var given = try GivenParameters([file.declaration], lessons, files: files)
    let variant = try given.onlyVariant(of: file.declaration)
    let plan = file.plan(variant, lessons, files: files)
    return Version(plan: plan, files: files, refresh: refresh)
  }

  /// Runs a new version, or shows what is wrong with it.
  private func take(_ version: Version) {
    let plan = version.plan
    let found = PreviewMistakes(
      plan.diagnostics.map(lessons.asSevere), advice: plan.advice, in: plan.notebook.source)
    guard lessons.allowRun(of: plan, with: plan.diagnostics) else {
      return show(found, version.refresh)
    }
    if plan.notebook.source.bytes.isEmpty {
      return show(PreviewMistakes(sentence: "'\(path)' is empty"), version.refresh)
    }
    mistakes = found
    board.show(mistakes: found.html)
    next = version
    interim.count = -1
    if run == nil { startNext() }
  }

  /// Shows what is wrong over the page as it is. A run that is on its way goes on: it is of use as soon as that is mended.
  private func show(_ found: PreviewMistakes, _ refresh: PreviewRefresh) {
    mistakes = found
    next = nil
    let status = run == nil ? PreviewStatus.mistaken(hasPage: hasPage).html : nil
    board.show(mistakes: found.html, status: status)
    log.report(found, refresh)
  }
}

// MARK: - Runs

extension LessonFollower {
  private func startNext() {
    guard let version = next else { return }
    next = nil
    let run = PreviewRun(version.plan, files: version.files, bell: bell)
    self.run = (version, run)
    interim = (.now, -1)
    recent?.beginRun()
    run.start { [pool, execution, store] run in
      Executor(
        run.plan, files: run.files, pool: pool, store: store, engine: Engine.name,
        stopsAtFirstFailure: execution.failFast, isCancelled: { run.wasCancelled },
        report: { run.note($0) })
    }
  }

  private var store: (any ResultStore)? {
    guard let recent else { return nil }
    return kept.map { LayeredStore(recent, over: $0) } ?? recent
  }

  private func attendToRun() {
    guard let (version, run) = run else { return }
    if let lesson = run.result {
      self.run = nil
      if next == nil { finish(lesson, version.refresh) } else { startNext() }
      return
    }
    // A run goes on while its blocks are those of the next version, too, which need not run them again then.
    if let next, let current = run.current, !isUseful(version, atBlock: current.block, for: next) {
      run.cancel()
    }
    if run.wasCancelled { return }
    let shown = next ?? version
    showInterimPage(shown, shown.outcomes(from: version, run.outcomes))
    showProgress(of: run)
  }

  /// Whether what a version that runs is busy with is of use for the next one.
  private func isUseful(_ running: Version, atBlock index: Int, for next: Version) -> Bool {
    // Without a place for it, the result would be lost.
    guard store != nil else { return false }
    let notData: Set<String?> = [path, lessons.parameterFile]
    let data = running.files.stamps.filter { !notData.contains($0.key) }
    return LessonWatch(data).changes.isEmpty && next.work.needs(block: index, of: running.work)
  }

  private func finish(_ lesson: ExecutedLesson, _ refresh: PreviewRefresh) {
    hasPage = true
    let page = PreviewPage.html(of: lesson)
    let summary = RefreshSummary(lesson, since: explained, refresh)
    explained = lesson
    let status =
      mistakes.messages.errorCount > 0
      ? PreviewStatus.mistaken(hasPage: true)
      : .ready(summary.text, BlockTrouble.all(in: lesson))
    board.show(page: page, status: status.html)
    log.report(summary, of: lesson)
    // Nothing has been added otherwise, and the folder may hold a thousand files.
    if !lesson.outcomes.allSatisfy(\.isReused) { kept?.trim() }
  }

  /// Shows the blocks that have finished, if it is worth it.
  private func showInterimPage(_ version: Version, _ outcomes: [BlockOutcome?]) {
    let count = outcomes.count { $0 != nil }
    guard count != interim.count,
      !hasPage || ContinuousClock.now - interim.instant >= Self.patience
    else { return }
    hasPage = true
    board.show(
      page: PreviewPage.html(of: ExecutedLesson(running: version.plan, outcomes: outcomes)))
    interim = (.now, count)
  }

  private func showProgress(of run: PreviewRun) {
    if let lastProgress, .now - lastProgress < Self.pauseOfProgress { return }
    guard let current = run.current else { return }
    lastProgress = .now
    let block = RunningBlock(
      header: run.plan.steps[current.block].block.header,
      anchor: PreviewPage.anchor(ofBlock: current.block, in: run.plan), line: current.line,
      progress: current.progress)
    board.show(status: PreviewStatus.running(block).html)
  }
}
