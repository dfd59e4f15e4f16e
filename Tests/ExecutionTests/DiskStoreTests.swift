import Execution
import Foundation
import LessonTesting
import Testing

@Suite("Results in a folder")
struct DiskStoreTests {
  private let lesson = CheckedLesson(
    """
    ```{sample a}
    ```
    ```{sample b}
    after: a
    ```
    """, commands: testCommands)

  @Test func areTakenUnderTheirOwnNamesOnly() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "store-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try DiskStore(folder: folder.path)
    let run = lesson.run(store: MemoryStore())
    let first = try #require(run.outcome("a")?.key)
    let second = try #require(run.outcome("b")?.key)
    store.keep([1], key: first)
    store.keep([2], key: second)
    #expect(store.part([Int].self, key: first) == [1])
    try Data(contentsOf: folder.appending(path: second.digest))
      .write(to: folder.appending(path: first.digest))
    #expect(store.part([Int].self, key: first) == nil)
    #expect(store.part([Int].self, key: second) == [2])
  }
}
