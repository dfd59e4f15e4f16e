import Execution
import Foundation
import Notebook
import Workers

/// Follows a lesson: checks it and runs it anew whenever something that it is made of has changed, and shows what comes
/// of it. All of this belongs to one thread; only the blocks run on others.
final class LessonFollower {
  /// A version of the lesson that is to be run.
  private struct Version {
    var plan: Plan
    var files: InputFiles
    var refresh: PreviewRefresh
  }

  /// How often the files are looked at, in seconds.
  private static let interval = 0.02
  /// How long a run goes on before the page shows it half done: most are over by then.
  private static let patience = Duration.milliseconds(120)

  private let lesson: LessonFile
  private let execution: ExecutionArguments
  private let pool: WorkerPool
  private let board: PreviewBoard
  private let log: PreviewLog
  private let bell = PreviewBell()

  private var files = InputFiles()
  /// The version that runs.
  private var run: (version: Version, run: PreviewRun)?
  /// The version that runs next.
  private var next: Version?
  private var mistakes = PreviewMistakes.none
  private var hasPage = false
  /// When the page last showed a run half done, and how many blocks it had then.
  private var interim = (instant: ContinuousClock.Instant.now, count: 0)
  private var lastLook = ContinuousClock.Instant.now

  init(_ lesson: LessonFile, _ execution: ExecutionArguments, board: PreviewBoard, log: PreviewLog) {
    self.lesson = lesson
    self.execution = execution
    self.board = board
    self.log = log
    pool = execution.pool
  }

  /// Takes the first version. Throws if it cannot be read, or if the command line does not fit it.
  func begin() throws {
    let refresh = PreviewRefresh(saved: [], start: lastLook)
    do {
      take(try check(refresh))
    } catch let mistakes as ParameterFile.Mistakes {
      show(PreviewMistakes(mistakes), refresh)
    }
  }

  /// Follows the lesson until the program ends.
  func follow() -> Never {
    while true {
      bell.wait(seconds: Self.interval)
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
      lastLook = .now
      return
    }
    LessonWatch.waitUntilCalm(changes)
    let refresh = PreviewRefresh(saved: changes.map { LessonPath.lastComponent(of: $0) }, start: lastLook)
    lastLook = .now
    do {
      take(try check(refresh))
    } catch {
      show(PreviewMistakes(error), refresh)
    }
  }

  /// The lesson as it is now.
  private func check(_ refresh: PreviewRefresh) throws -> Version {
    files = files.renewed()
    return Version(plan: try lesson.plan(files: files), files: files, refresh: refresh)
  }

  /// Runs a new version, or shows what is wrong with it. A run that is on its way goes on if it may still be of use.
  private func take(_ version: Version) {
    let plan = version.plan
    let found = PreviewMistakes(lesson.diagnostics(of: plan), in: plan.notebook.source)
    guard lesson.mayRun(plan) else { return show(found, version.refresh) }
    if plan.notebook.source.bytes.isEmpty {
      return show(PreviewMistakes(sentence: "'\(lesson.path)' is empty"), version.refresh)
    }
    show(found)
    next = version
    if let run {
      if !Self.isSameWork(run.version, version) { run.run.cancel() }
    } else {
      startNext()
    }
  }

  /// Whether two versions differ only in what is around their blocks.
  private static func isSameWork(_ old: Version, _ new: Version) -> Bool {
    false
  }

  private func show(_ found: PreviewMistakes, _ refresh: PreviewRefresh) {
    show(found)
    log.report(found, refresh)
    if run == nil { board.show(status: PreviewStatus.mistaken(hasPage: hasPage).html) }
  }

  private func show(_ found: PreviewMistakes) {
    mistakes = found
    board.show(mistakes: found.html)
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
    run.start { [pool, execution] run in
      Executor(
        run.plan, files: run.files, pool: pool, stopsAtFirstFailure: execution.failFast,
        isCancelled: { run.wasCancelled }, report: { run.note($0) })
    }
  }

  private func attendToRun() {
    guard let (version, run) = run else { return }
    if let lesson = run.result {
      self.run = nil
      if next == nil { finish(lesson, version.refresh) } else { startNext() }
    } else if !run.wasCancelled {
      showInterimPage(of: run)
      showProgress(of: run)
    }
  }

  private func finish(_ lesson: ExecutedLesson, _ refresh: PreviewRefresh) {
    hasPage = true
    board.show(page: PreviewPage.html(of: lesson))
    let summary = RefreshSummary(lesson, refresh)
    let status =
      mistakes.errorCount > 0 ? PreviewStatus.mistaken(hasPage: true) : .ready(summary.text)
    board.show(status: status.html)
    log.report(summary, of: lesson)
  }

  /// Shows the blocks that have finished, if it is worth it.
  private func showInterimPage(of run: PreviewRun) {
    let outcomes = run.outcomes
    guard outcomes.count != interim.count,
      !hasPage || ContinuousClock.now - interim.instant >= Self.patience
    else { return }
    hasPage = true
    board.show(page: PreviewPage.html(of: ExecutedLesson(running: run.plan, outcomes: outcomes)))
    interim = (.now, outcomes.count)
  }

  private func showProgress(of run: PreviewRun) {
    guard let (index, seconds, line) = run.current else { return }
    let block = RunningBlock(
      header: run.plan.steps[index].block.header,
      anchor: PreviewPage.anchor(ofBlock: index, in: run.plan), line: line,
      progress: line.flatMap { EpochProgress(line: $0, elapsed: seconds) })
    board.show(status: PreviewStatus.running(block).html)
  }
}
