import Execution
import Foundation
import LessonTesting
import Notebook
import Testing

@Suite("Results of earlier runs")
struct ReuseTests {
  private static let shared = "---\nrandom_stream: notebook\nseed: 7\n---\n"
  private static let lesson = """
    ```{sample a}
    ```
    ```{sample b}
    count: 3
    after: a
    ```
    ```{sample c}
    numbers: [1, 2]
    ```
    ```{sample d}
    after: b
    ```
    """

  /// Runs a lesson, then the same with some words replaced, and says which blocks ran again.
  private func rerun(
    _ text: String = lesson, replacing words: [(String, String)], seed: UInt32? = nil,
    in store: some ResultStore = MemoryStore()
  ) -> Set<String> {
    _ = CheckedLesson(text, commands: testCommands).run(store: store)
    let edited = words.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    let again = CheckedLesson(edited, commands: testCommands, seed: seed)
    let reusing = again.run(threads: 2, store: store)
    let fresh = again.run()
    for (reused, fresh) in zip(reusing.outcomes, fresh.outcomes) {
      #expect(reused.outputs == fresh.outputs && reused.status == fresh.status)
      #expect(reused.value?.member("list") == fresh.value?.member("list"))
    }
    let names = zip(reusing.plan.steps, reusing.outcomes).filter { !$0.1.isReused }
      .map { $0.0.block.name ?? $0.0.block.command }
    return Set(names)
  }

  @Test func areTakenWhenNothingHasChanged() {
    #expect(rerun(replacing: []) == [])
    #expect(rerun(Self.shared + Self.lesson, replacing: []) == [])
  }

  @Test func areTakenWhateverStandsAroundTheBlocks() {
    let text = "Some prose.\n\n" + Self.lesson + "\n"
    #expect(rerun(text, replacing: [("Some prose", "Other\n\nprose")]) == [])
    #expect(rerun(text, replacing: [("```{sample b}\n", "```{sample b}\n#| echo: false\n")]) == [])
    #expect(rerun(text, replacing: [("count: 3\n", "# a remark\ncount:   3\n")]) == [])
    #expect(rerun(text, replacing: [("count: 3\nafter: a", "after: a\ncount: 3")]) == [])
    #expect(rerun(text, replacing: [("numbers: [1, 2]", "numbers: [1.0, 2]\ncount: 2")]) == [])
  }

  @Test func areMadeAgainWhereAnOptionChanged() {
    #expect(rerun(replacing: [("numbers: [1, 2]", "numbers: [1, 3]")]) == ["c"])
    #expect(rerun(replacing: [("count: 3", "count: 4")]) == ["b", "d"])
    #expect(rerun(replacing: [("{sample a}\n", "{sample a}\ntext: other\n")]) == ["a", "b", "d"])
  }

  @Test func areMadeAgainWhereTheSeedOrTheNameOfAStreamChanged() {
    #expect(rerun(replacing: [], seed: 3) == ["a", "b", "d"])
    #expect(rerun(replacing: [("{sample d}", "{sample e}")]) == ["e"])
    // A block that draws nothing is the same by any name.
    #expect(rerun(replacing: [("{sample c}", "{sample e}")]) == [])
  }

  @Test func areMadeAgainWhereASharedStreamIsAnother() {
    let text = Self.shared + Self.lesson
    #expect(rerun(text, replacing: [("count: 3", "count: 4")]) == ["b", "d"])
    // As many draws as before: those that follow are the same.
    #expect(rerun(text, replacing: [("count: 3", "count: 3\ntext: other")]) == ["b", "d"])
    let independent = text.replacingOccurrences(of: "after: b", with: "count: 1")
    #expect(rerun(independent, replacing: [("count: 3", "count: 4")]) == ["b", "d"])
    #expect(rerun(independent, replacing: [("count: 3", "count: 3\ntext: other")]) == ["b"])
    #expect(
      rerun(text, replacing: [("random_stream: notebook", "random_stream: block")])
        == ["a", "b", "d"])
  }

  @Test func dependOnTheParametersThatABlockUses() {
    let text = """
      ---
      params: {n: 3, limit: 5}
      ---
      ```{sample a}
      count: $n
      ```
      ```{sample b}
      ```
      ```{claim}
      - a.size < $limit
      ```
      """
    #expect(rerun(text, replacing: [("n: 3", "n: 4")]) == ["a", "claim"])
    #expect(rerun(text, replacing: [("limit: 5", "limit: 6")]) == ["claim"])
    #expect(rerun(text, replacing: [("count: $n", "count: 3")]) == [])
  }

  @Test func areNotKeptOfFailures() {
    let text = "```{sample a}\nfails: true\n```\n```{claim}\n- 1 > 2\n```\n"
    #expect(rerun(text, replacing: []) == ["a", "claim"])
  }

  @Test func goAfterSomeRunsWithoutThem() {
    let store = MemoryStore(patience: 2)
    let lesson = CheckedLesson(Self.lesson, commands: testCommands)
    let other = CheckedLesson("```{sample x}\n```\n", commands: testCommands)
    func isReused(_ lesson: CheckedLesson) -> Bool {
      store.beginRun()
      return lesson.run(store: store).outcomes.allSatisfy(\.isReused)
    }
    #expect(!isReused(lesson))
    #expect(!isReused(other))
    #expect(isReused(other))
    #expect(isReused(lesson))
    #expect(isReused(other) && isReused(other) && isReused(other))
    #expect(!isReused(lesson))
  }

  @Test func tellWhatChanged() throws {
    let before = CheckedLesson(Self.lesson, commands: testCommands).run(store: MemoryStore())
    let after = CheckedLesson(
      Self.lesson.replacingOccurrences(of: "count: 3", with: "count: 4"), commands: testCommands
    ).run(store: MemoryStore())
    func difference(_ name: String) throws -> String? {
      let old = try #require(before.outcome(name)?.key)
      return try #require(after.outcome(name)?.key).difference(from: old.ingredients)
    }
    #expect(try difference("a") == nil)
    #expect(try difference("b") == "count changed")
    #expect(try difference("d") == "'b' changed")
  }
}
