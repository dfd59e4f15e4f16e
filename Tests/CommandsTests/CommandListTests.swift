import Commands
import Execution
import Foundation
import Testing

@Suite("The list of commands")
struct CommandListTests {
  @Test func hasEveryCommandFileOnce() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/Commands/Blocks")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix("Block.swift") }
      .map { String($0.dropLast(".swift".count)) }
    #expect(blockCommands.map { "\($0)" }.sorted() == files.sorted())
  }

  @Test func hasDistinctNamesInTheOrderOfALesson() {
    #expect(
      blockCommands.map { $0.name } == [
        "data", "split", "describe", "tfidf", "words", "network", "gradcheck", "sanity",
        "learning_rate_range", "train", "inspect", "compare", "evaluate", "explain", "mistakes",
        "sweep",
        "plot", "show", "predict", "expect",
      ])
  }

  @Test func hasASentenceForEveryCommandAndOption() {
    for command in blockCommands {
      let reference = CommandReference(command)
      let sentences = [reference.summary] + reference.options.map(\.help)
      #expect(sentences.allSatisfy { $0.hasSuffix(".") && $0.count > 10 }, "\(reference.name)")
    }
  }
}
