import Commands
import Execution
import LessonTesting
import Notebook
import Testing

/// Why `tfidf` may find no words, which the texts alone can tell.
@Suite("A vocabulary without words")
struct EmptyVocabularyTests {
  @Test(arguments: [
    ("hello", "ngrams: «[2, 3]»", "no text has 2 words of two or more characters"),
    (
      "this is the one", "stop_words: english\nngrams: «[2, 2]»",
      "no text has 2 words of two or more characters except stop words"
    ),
    (
      "this is it", "stop_words: «english»",
      "the texts have no words of two or more characters except stop words"
    ),
    ("a", "max_df: 1.0", "the texts have no words of two or more characters"),
    ("hello", "max_df: «2»", "no term is in as few texts as 'max_df' allows"),
  ])
  func saysWhichOptionLeavesNone(_ text: String, _ options: String, _ message: String) throws {
    let rows = (0..<4).map { "\(text),\($0 % 2 == 0 ? "a" : "b")\n" }.joined()
    let marked = """
      ```{data texts}
      source: texts.csv
      text: text
      label: class
      ```
      ```{tfidf words}
      data: \(options.contains("«") ? "texts" : "«texts»")
      \(options)
      ```

      """
    let ran = try withLessonFolder(["texts.csv": "text,class\n\(rows)"]) { folder in
      let checked = CheckedLesson(marked, commands: blockCommands, lessonFolder: folder)
      #expect(checked.messages == [])
      return checked.run()
    }
    let outcome = try #require(ran.outcomes.last)
    #expect(outcome.message == message)
    #expect(MarkedText(marked).marking(outcome.diagnostics.compactMap(\.range)) == marked)
  }
}
