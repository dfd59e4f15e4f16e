import Execution
import LessonTesting
import Testing

@Suite("Two stores as one")
struct LayeredStoreTests {
  private let lesson = CheckedLesson(
    """
    ```{sample a}
    ```
    ```{sample b}
    after: a
    ```
    """, commands: testCommands)

  private func isReused(from store: any ResultStore) -> Bool {
    lesson.run(store: store).outcomes.allSatisfy(\.isReused)
  }

  @Test func keepEverythingInBoth() {
    let first = MemoryStore()
    let second = MemoryStore()
    #expect(!isReused(from: LayeredStore(first, over: second)))
    #expect(isReused(from: first) && isReused(from: second))
  }

  @Test func findWhatEitherHas() {
    let filled = MemoryStore()
    _ = lesson.run(store: filled)
    #expect(isReused(from: LayeredStore(filled, over: MemoryStore())))
    #expect(isReused(from: LayeredStore(MemoryStore(), over: filled)))
    #expect(!isReused(from: LayeredStore(MemoryStore(), over: MemoryStore())))
  }

  @Test func bringWhatTheSecondHasIntoTheFirst() {
    let first = MemoryStore()
    let second = MemoryStore()
    _ = lesson.run(store: second)
    _ = lesson.run(store: LayeredStore(first, over: second))
    #expect(isReused(from: first))
  }

  @Test func leaveTheSecondAloneWhenTheFirstHasIt() {
    let first = MemoryStore()
    _ = lesson.run(store: first)
    let second = MemoryStore()
    _ = lesson.run(store: LayeredStore(first, over: second))
    #expect(!isReused(from: second))
  }

  @Test func treatPartsAlike() throws {
    let key = try #require(lesson.run(store: MemoryStore()).outcome("a")?.key)
    let first = MemoryStore()
    let second = MemoryStore()
    let both = LayeredStore(first, over: second)
    #expect(both.part([Int].self, key: key) == nil)
    second.keep([1, 2], key: key)
    #expect(both.part([Int].self, key: key) == [1, 2])
    #expect(first.part([Int].self, key: key) == [1, 2])
    #expect(both.part([String].self, key: key) == nil, "something else is there")
    both.keep([3], key: key)
    #expect(first.part([Int].self, key: key) == [3] && second.part([Int].self, key: key) == [3])
  }
}
