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

  /// Whether a block is kept must not depend on how long it happens to take.
  @Test func holdEveryBlock() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "store-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try DiskStore(folder: folder.path)
    #expect(lesson.run(store: store).outcomes.allSatisfy { !$0.isReused })
    #expect(lesson.run(store: store).outcomes.allSatisfy { $0.isReused })
  }

  @Test(arguments: [(2, 1 << 30), (100, 2_000)])
  func loseWhatWasUsedLongestAgo(_ mostEntries: Int, _ capacity: Int) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "store-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try DiskStore(folder: folder.path, capacity: capacity, mostEntries: mostEntries)
    let blocks = (1...3).map { "```{sample s\($0)}\n```\n" }.joined()
    let run = CheckedLesson(blocks, commands: testCommands).run(store: MemoryStore())
    let keys = try (1...3).map { try #require(run.outcome("s\($0)")?.key) }
    for (place, key) in keys.enumerated() {
      // Some 700 bytes each.
      store.keep(String(repeating: "a", count: 600), key: key)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: Double(3 - place))],
        ofItemAtPath: folder.appending(path: key.digest).path)
    }
    store.trim()
    let kept = keys.filter { store.part(String.self, key: $0) != nil }
    #expect(kept == Array(keys.prefix(2)))
  }
}
