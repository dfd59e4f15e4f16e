import Execution
import Notebook
import Rendering
import Synchronization
import Workers

/// The folder that a call writes its reports into.
///
/// A call for a folder of lessons makes a folder of reports: each leads to the ones beside it, and an index to all of them.
/// The report of a lesson that is rendered by itself leads nowhere, so that it does not depend on what else is there; but
/// an index that lists it is kept true.
final class ReportFolder: Sendable {
  private let path: String
  private let writesFigures: Bool
  private let pool: WorkerPool
  /// Whether the reports belong together.
  private let isWhole: Bool
  /// What is known of each run before any has begun.
  private let entries: [IndexEntry]
  /// Where links between the lessons lead to.
  private let links: LinkedReports
  /// Which runs there will be.
  private let expected = Mutex<Set<Int>>([])
  /// What is known of those whose reports are written.
  private let finished = Mutex<[Int: IndexEntry]>([:])

  /// - Parameters:
  ///   - isWhole: whether the call is for a folder of lessons.
  ///   - pool: the threads that share the work on a report.
  init(
    _ path: String, for call: LessonCall, isWhole: Bool, writesFigures: Bool, pool: WorkerPool
  ) {
    self.path = path
    self.pool = pool
    self.writesFigures = writesFigures
    self.isWhole = isWhole
    links = LinkedReports(call)
    entries = call.lessons.flatMap { lesson in
      lesson.variants.map { variant in
        guard let notebook = try? lesson.file.get().notebook else {
          return IndexEntry(unreadable: variant.name)
        }
        return IndexEntry(notebook, report: variant.name, settings: variant.settings)
      }
    }
  }

  /// There will be reports of some runs.
  func expect(_ runs: Range<Int>) {
    expected.withLock { $0.formUnion(runs) }
  }

  /// Writes the report of a run, and says so; all those beside it are expected by now.
  func write(_ number: Int, _ lesson: ExecutedLesson, _ voice: Voice) throws(FileProblem) {
    let base = LessonPath.file(entries[number].report, in: path)
    let frame = isWhole ? PageFrame.report(with: navigation(around: number)) : .report
    let names = links.names(for: number)
    let (html, results) = pool.both {
      LessonReport.html(of: lesson, in: frame, among: names, pool: pool)
    } _: {
      ResultsFile.text(of: lesson)
    }
    let isNew = try OutputFile.write(html, to: base + ".html")
    try OutputFile.write(results, to: base + ".results.json")
    if writesFigures {
      for figure in LessonReport.labelledFigures(of: lesson) {
        try OutputFile.write(figure.svg, to: "\(base).\(figure.label).svg")
      }
    }
    var entry = entries[number]
    entry.note(lesson)
    finished.withLock { [entry] in $0[number] = entry }
    voice.say(isNew ? "wrote \(base).html" : "\(base).html is as it was")
  }

  /// Warnings of links that lead to lessons of the call without a report, be it of an earlier call. To be asked for once all
  /// runs are over.
  func deadLinks(in call: LessonCall) -> [(warning: Diagnostic, source: SourceText)] {
    let written = finished.withLock { Set($0.keys) }
    return call.lessons.flatMap { lesson -> [(warning: Diagnostic, source: SourceText)] in
      let runs = lesson.firstRun..<lesson.firstRun + lesson.variants.count
      guard let run = runs.first(where: written.contains),
        let notebook = try? lesson.file.get().notebook
      else { return [] }
      return links.links(of: run).filter { !hasReport($0.report) }.map { link, file, _ in
        let words = "this link leads nowhere, since the lesson '\(file)' has no report"
        return (.warning(.brokenLink, words, at: link.range), notebook.source)
      }
    }
  }

  private func hasReport(_ name: String) -> Bool {
    FileStamp(ofFile: LessonPath.file(name, in: path) + ".html") != nil
  }

  private func navigation(around number: Int) -> PageNavigation {
    let expected = expected.withLock(\.self)
    let previous = expected.filter { $0 < number }.max()
    let next = expected.filter { $0 > number }.min()
    return PageNavigation(
      previous: previous.map { entries[$0] }, next: next.map { entries[$0] })
  }

  /// Writes the index once all runs are over, or keeps the one true that is there.
  ///
  /// - Parameter isComplete: whether no run was given up; the index of a whole folder is not lost to an interruption.
  func writeIndex(isComplete: Bool) throws(FileProblem) {
    let file = LessonPath.file(IndexPage.report + ".html", in: path)
    // A lesson of that name is the author's own index.
    if entries.contains(where: { $0.report == IndexPage.report }) { return }
    let finished = finished.withLock(\.self)
    let entries = self.entries.indices.map { finished[$0] ?? self.entries[$0] }
    if isWhole, isComplete {
      try OutputFile.write(IndexPage(entries).html, to: file)
      return
    }
    guard let bytes = try? InputFiles().bytes(ofFile: file, limit: .text) else { return }
    let former = String(decoding: bytes, as: UTF8.self)
    let index = finished.keys.sorted().reduce(former) { index, number in
      IndexPage.replacing(entries[number], in: index) ?? index
    }
    if index != former { try OutputFile.write(index, to: file) }
  }
}
