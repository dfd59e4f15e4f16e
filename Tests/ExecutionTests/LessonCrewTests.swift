import Execution
import LessonTesting
import Notebook
import Synchronization
import Testing
import Workers

@Suite("Lessons that run at the same time")
struct LessonCrewTests {
  /// What a crew did, in the order in which it did it.
  private final class Diary: Sendable {
    private let notes = Mutex<[String]>([])
    func note(_ text: String) { notes.withLock { $0.append(text) } }
    var all: [String] { notes.withLock(\.self) }
  }

  /// Runs lessons; nil stands for one that cannot run. Returns what was opened and closed, and the results by their lesson.
  private func run(
    _ lessons: [String?], runs: Int = 1, threads: Int
  ) -> (notes: [String], results: [LessonCrew.Place: ExecutedLesson]) {
    let diary = Diary()
    let results = Mutex<[LessonCrew.Place: ExecutedLesson]>([:])
    let pool = WorkerPool(threads: threads)
    LessonCrew.run(lessons.count, on: pool) { index in
      diary.note("open \(index)")
      guard let text = lessons[index] else { return [] }
      let plan = CheckedLesson(text, commands: testCommands).plan
      return (0..<runs).map { _ in Executor(plan, files: InputFiles(), pool: pool) }
    } close: { place, lesson in
      diary.note("close \(place.lesson)")
      results.withLock { $0[place] = lesson }
    }
    return (diary.all, results.withLock(\.self))
  }

  private let sample = "```{sample a}\n```\n```{sample b}\nafter: a\n```\n"

  @Test(arguments: [1, 2, 3, 16])
  func allEndAsTheyDoAlone(_ threads: Int) {
    let lessons = (1...12).map { "---\nseed: \($0)\n---\n" + sample }
    let results = run(lessons, runs: 2, threads: threads).results
    #expect(results.count == 24)
    for (place, lesson) in results {
      let alone = CheckedLesson(lessons[place.lesson], commands: testCommands).run()
      #expect(lesson.value("b", "list") == alone.value("b", "list"))
    }
  }

  @Test func goOneAfterTheOtherOnOneThread() {
    let notes = run([sample, nil, sample, "words"], threads: 1).notes
    #expect(
      notes == ["open 0", "open 1", "open 2", "close 0", "open 3", "close 2", "close 3"])
  }

  @Test func runAtOnce() {
    let first = "```{sample a}\nsays: crew one\nhears: crew two\n```\n"
    let second = "```{sample a}\nsays: crew two\nhears: crew one\n```\n"
    let results = run([first, second], threads: 2).results
    #expect(results.values.allSatisfy { $0.outcomes[0].status == .done })
  }

  @Test(arguments: [1, 2, 4])
  func closeOnlyWhenItIsKnownWhichRunBesideThem(_ threads: Int) throws {
    let lessons: [String?] = [nil, sample, nil, nil, "words", sample, nil]
    let notes = run(lessons, threads: threads).notes
    #expect(notes.filter { $0.hasPrefix("open") }.count == lessons.count)
    let place = { (note: String) in try #require(notes.firstIndex(of: note)) }
    #expect(try place("close 1") > place("open 4"))
    #expect(try place("close 4") > place("open 5"))
    #expect(try place("close 5") > place("open 6"))
  }

  @Test func areNotAllOpenAtOnce() {
    let open = Mutex((now: 0, most: 0))
    let pool = WorkerPool(threads: 2)
    let plan = CheckedLesson(sample, commands: testCommands).plan
    LessonCrew.run(50, on: pool) { _ in
      open.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      return [Executor(plan, files: InputFiles(), pool: pool)]
    } close: { _, _ in
      open.withLock { $0.now -= 1 }
    }
    #expect(open.withLock(\.most) <= 6)
  }

  @Test func ofNoneThereAreNone() {
    #expect(run([], threads: 2).notes.isEmpty)
    #expect(run([nil], threads: 1).notes == ["open 0"])
  }
}
