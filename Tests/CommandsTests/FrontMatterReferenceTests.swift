import Execution
import LessonTesting
import Notebook
import Testing

/// The page of what front matter can say has what lessons can say there.
@Suite("The reference of front matter")
struct FrontMatterReferenceTests {
  private let entries = FrontMatterReference.entries

  @Test func hasEveryKeyOnceWithASentence() {
    #expect(entries.map(\.name) == FrontMatter.Key.allCases.map(\.rawValue))
    for entry in entries {
      let messages = ReadLesson("---\n\(entry.name): [[1]]\n---\n").messages
      #expect(!messages.contains { $0.hasPrefix("unknown key") }, "\(entry.name)")
      #expect(entry.help.hasSuffix(".") && entry.help.count > 10)
      #expect(FrontMatterReference.text.contains("  \(entry.name)"))
    }
  }

  @Test func saysWhatHoldsWithoutAKey() {
    let written = entries.compactMap { entry in
      entry.defaultValue.map { "\(entry.name): \($0)\n" }
    }
    let lesson = ReadLesson("---\n\(written.joined())---\n")
    #expect(lesson.messages == [])
    #expect(lesson.notebook.frontMatter == FrontMatter())
    #expect(written.count == 4)
  }
}
