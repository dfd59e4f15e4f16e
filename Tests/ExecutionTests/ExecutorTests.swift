import Execution
import LessonTesting
import Notebook
import Testing

@Suite("A run")
struct ExecutorTests {
  private let shared = "---\nrandom_stream: notebook\nseed: 7\n---\n"

  @Test func givesABlockTheSameNumbersWhateverStandsAroundIt() {
    let alone = run("```{sample b}\n```\n")
    let among = run("```{sample a}\n```\n```{sample b}\n```\n```{sample c}\n```\n")
    #expect(alone.value("b", "list") == among.value("b", "list"))
    #expect(among.value("a", "list") != among.value("b", "list"))
    #expect(run("```{sample x}\n```\n").value("x", "list") != alone.value("b", "list"))
  }

  @Test func takesItsSeedFromTheLessonOrFromOutside() {
    let lesson = "```{sample a}\n```\n"
    let seeded = run("---\nseed: 7\n---\n" + lesson)
    #expect(seeded.value("a", "list") != run(lesson).value("a", "list"))
    let outside = CheckedLesson(lesson, commands: testCommands, seed: 7).run()
    #expect(outside.value("a", "list") == seeded.value("a", "list"))
  }

  @Test func sharesOneStreamWhenTheLessonSaysSo() {
    let apart = run(shared + "```{sample a}\ncount: 1\n```\n```{sample b}\ncount: 2\n```\n")
    let together = run(shared + "```{sample c}\ncount: 3\n```\n")
    let drawn = [apart.value("a", "list"), apart.value("b", "list")].flatMap { $0?.elements ?? [] }
    #expect(drawn == together.value("c", "list")?.elements)
  }

  @Test func goesOnAfterAFailureWithWhatDoesNotDependOnIt() {
    let lesson = run(
      """
      ```{sample a}
      fails: true
      ```
      ```{sample b}
      after: a
      ```
      ```{sample c}
      after: b
      ```
      ```{sample d}
      ```
      """)
    #expect(states(lesson) == ["failed", "not run", "not run", "done"])
    #expect(lesson.outcomes.map(\.cause) == [.failure, .dependency, .dependency, nil])
    #expect(
      lesson.outcomes.map(\.message) == [
        "it failed, as asked", "not run: 'a' has no result", "not run: 'b' has no result", nil,
      ])
    #expect(lesson.hasFailures && !lesson.hasFailedClaims && !lesson.wasInterrupted)
  }

  @Test func stopsAtTheFirstFailureWhenAsked() {
    let text = "```{sample a}\n```\n```{sample b}\nfails: true\n```\n```{sample c}\n```\n"
    let lesson = CheckedLesson(text, commands: testCommands).run(stopsAtFirstFailure: true)
    #expect(states(lesson) == ["done", "failed", "not run"])
    #expect(lesson.outcomes.last?.message == "not run: a block before it failed")
  }

  @Test func pointsAtTheOptionThatFailed() {
    let text = "```{sample a}\nfails: «true»\n```\n"
    let lesson = run(text)
    #expect(
      MarkedText(text).marking(lesson.outcomes[0].diagnostics.compactMap(\.range)) == text)
  }

  @Test func losesASharedStreamWithABlockThatShouldHaveDrawnFromIt() {
    let lesson = run(
      shared + """
        ```{sample a}
        fails: true
        ```
        ```{sample b}
        ```
        ```{sample c}
        numbers: [1]
        ```
        """)
    #expect(states(lesson) == ["failed", "not run", "done"])
    #expect(
      lesson.outcomes[1].message
        == "not run: the block on line 5 failed, and all blocks share one random stream")
  }

  @Test(arguments: [
    "{sample a}\n#| error: true\ncount: many", "{sample a}\n#| error: true\nnombers: [1]",
    "{sample a}\n#| error: true\n- 1", "{sample}\n#| error: true", "{smaple a}\n#| error: true",
  ])
  func losesASharedStreamWithABlockThatTheCheckRefuses(_ refused: String) {
    let text = "```\(refused)\n```\n```{sample b}\nnumbers: [1]\n```\n```{sample c}\n```\n"
    for threads in 1...2 {
      let lesson = CheckedLesson(shared + text, commands: testCommands).run(threads: threads)
      #expect(states(lesson) == ["failed", "done", "not run"])
      #expect(
        lesson.outcomes[2].message
          == "not run: the block on line 5 failed, and all blocks share one random stream")
    }
  }

  @Test(arguments: [
    "{sample a}\n#| error: true\nnumbers: [1]\ncount: many", "{claim}\n#| error: true\n- 1 <",
  ])
  func keepsASharedStreamBehindARefusedBlockThatDrawsNothing(_ refused: String) {
    let text = "```{sample b}\n```\n"
    #expect(
      run(shared + "```\(refused)\n```\n" + text).value("b", "list")
        == run(shared + text).value("b", "list"))
  }

  @Test func keepsASharedStreamThroughFailuresThatDrawNothing() {
    let failing = "```{sample a}\nnumbers: [1]\nfails: true\n```\n"
    let text = "```{sample b}\n```\n"
    #expect(
      run(shared + failing + text).value("b", "list") == run(shared + text).value("b", "list"))
  }

  @Test func showsAnErrorThatTheLessonIsAbout() {
    let lesson = run(
      """
      ```{sample a}
      #| error: true
      fails: true
      ```
      ```{sample b}
      #| error: true
      cuont: 3
      ```
      ```{trian c}
      #| error: true
      ```
      ```{sample d}
      after: a
      ```
      ```{claim}
      #| error: true
      - 1 > 2
      ```
      """)
    #expect(states(lesson) == ["failed", "failed", "failed", "not run", "failed"])
    #expect(!lesson.hasFailures && !lesson.hasFailedClaims)
    #expect(
      lesson.outcomes.prefix(3).map(\.message) == [
        "it failed, as asked",
        "unknown option 'cuont' in 'sample'; did you mean 'count'?",
        "unknown command 'trian'; there are claim or sample",
      ])
  }

  @Test func tellsClaimsFromFailures() {
    let text = "```{claim}\n- 1 < 2\n- «1 > 2»\n- «2 = 3»\n```\n```{sample a}\n```\n"
    let lesson = run(text)
    #expect(states(lesson) == ["failed", "done"])
    #expect(lesson.hasFailedClaims && !lesson.hasFailures)
    #expect(
      MarkedText(text).marking(lesson.outcomes[0].diagnostics.compactMap(\.range)) == text)
  }

  @Test func isInterruptedBetweenBlocks() {
    let text = "```{sample a}\n```\n```{sample b}\n```\n"
    let lesson = CheckedLesson(text, commands: testCommands).run(isCancelled: { true })
    #expect(states(lesson) == ["not run", "not run"])
    #expect(lesson.wasInterrupted && !lesson.hasFailures)
    #expect(lesson.outcomes.map(\.cause) == [.interruption, .interruption])
  }

  @Test func keepsLogsBeforeOtherOutputs() {
    let lesson = run("```{sample a}\n```\n```{sample b}\nafter: a\ntext: hello\n```\n")
    #expect(lesson.outcomes[1].outputs == [.log(["after 2"]), .text("hello")])
  }

  @Test func isNotKeptFromRunningByWarnings() {
    let lesson = CheckedLesson("```{sample a}\ntext: «warn»\n```\n", commands: testCommands)
    #expect(lesson.messages == ["warning: a doubtful text"])
    #expect(lesson.plan.canRun)
  }

  @Test func ofAnEmptyLessonIsEmpty() {
    #expect(run("").outcomes.isEmpty)
  }

  private func run(_ text: String) -> ExecutedLesson {
    CheckedLesson(text, commands: testCommands).run()
  }

  private func states(_ lesson: ExecutedLesson) -> [String] {
    lesson.outcomes.map(\.status.rawValue)
  }
}
