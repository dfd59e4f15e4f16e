import Execution
import LessonTesting
import Notebook
import Synchronization
import Testing

@Suite("Blocks that do not wait for each other")
struct ConcurrencyTests {
  private let shared = "---\nrandom_stream: notebook\nseed: 7\n---\n"

  @Test func runAtOnce() {
    let lesson = CheckedLesson(
      """
      ```{sample a}
      says: ping
      hears: pong
      ```
      ```{sample b}
      says: pong
      hears: ping
      ```
      """, commands: testCommands
    ).run(threads: 2)
    #expect(states(lesson) == ["done", "done"])
  }

  @Test func drawFromASharedStreamInDocumentOrder() {
    let text =
      shared + """
        ```{sample a}
        pause: 20
        ```
        ```{sample b}
        count: 3
        after: a
        ```
        ```{sample c}
        pause: 5
        ```
        ```{sample d}
        after: b
        ```
        ```{sample e}
        ```
        """
    let alone = CheckedLesson(text, commands: testCommands).run()
    for threads in 2...4 {
      let together = CheckedLesson(text, commands: testCommands).run(threads: threads)
      for name in ["a", "b", "c", "d", "e"] {
        #expect(together.value(name, "list") == alone.value(name, "list"), "\(name), \(threads)")
      }
    }
  }

  @Test func goOnDrawingWhileOneWorks() {
    let lesson = CheckedLesson(
      shared + """
        ```{sample a}
        hears: b has drawn
        ```
        ```{sample b}
        says: b has drawn
        ```
        """, commands: testCommands
    ).run(threads: 2)
    #expect(states(lesson) == ["done", "done"])
  }

  @Test func areReportedInDocumentOrder() {
    let text = """
      ```{sample a}
      pause: 30
      ```
      ```{sample b}
      after: a
      ```
      ```{sample c}
      numbers: [1]
      ```
      ```{sample d}
      after: c
      ```
      """
    for threads in 1...4 {
      let events = Mutex<[String]>([])
      _ = CheckedLesson(text, commands: testCommands).run(
        threads: threads, report: { event in events.withLock { $0.append(name(of: event)) } })
      #expect(
        events.withLock(\.self) == [
          "start 0", "end 0", "start 1", "1: after 2", "end 1", "start 2", "end 2", "start 3",
          "3: after 1", "end 3",
        ])
    }
  }

  @Test func doNotCountAfterTheFailureThatStopsARun() {
    let text = """
      ```{sample a}
      pause: 30
      fails: true
      ```
      ```{sample b}
      numbers: [1]
      ```
      ```{sample c}
      pause: 5000
      ```
      """
    let lesson = CheckedLesson(text, commands: testCommands)
      .run(threads: 3, stopsAtFirstFailure: true)
    #expect(states(lesson) == ["failed", "not run", "not run"])
    #expect(lesson.outcomes[1].message == "not run: a block before it failed")
    #expect(lesson.outcomes[1].value == nil && lesson.outcomes[1].outputs.isEmpty)
    #expect(!lesson.wasInterrupted)
  }

  @Test func countBeforeTheFailureThatStopsARun() {
    let text = """
      ```{sample a}
      numbers: [1]
      hears: c is there
      ```
      ```{sample b}
      after: a
      ```
      ```{sample c}
      numbers: [1]
      says: c is there
      fails: true
      ```
      """
    let lesson = CheckedLesson(text, commands: testCommands)
      .run(threads: 2, stopsAtFirstFailure: true)
    #expect(states(lesson) == ["done", "done", "failed"])
  }

  @Test func areInterruptedInTheMiddle() {
    let hasStarted = Atomic(false)
    let text = "```{sample a}\npause: 10000\n```\n```{sample b}\npause: 10000\n```\n"
    let lesson = CheckedLesson(text, commands: testCommands).run(
      threads: 2, isCancelled: { hasStarted.load(ordering: .relaxed) },
      report: { _ in hasStarted.store(true, ordering: .relaxed) })
    #expect(lesson.outcomes.map(\.cause) == [.interruption, .interruption])
    #expect(lesson.wasInterrupted)
  }

  private func states(_ lesson: ExecutedLesson) -> [String] {
    lesson.outcomes.map(\.status.rawValue)
  }

  private func name(of event: RunEvent) -> String {
    switch event {
    case .started(let block): "start \(block)"
    case .logged(let block, let line): "\(block): \(line)"
    case .progressed(let block, let progress): "\(block): \(progress.done) of \(progress.total)"
    case .finished(let block, _): "end \(block)"
    }
  }
}
