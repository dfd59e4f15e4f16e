import Commands
import Execution
import LessonTesting
import Testing

/// A text without any word of the vocabulary is nothing to a network, which answers all the same.
@Suite("A text that says nothing to a network")
struct UnknownTextTests {
  private static let lesson = """
    ```{data mails}
    source: builtin:emails
    rows: 60
    ```
    ```{tfidf words}
    data: mails
    max_features: 50
    ```
    ```{network net}
    layers: [auto, 2]
    activations: [softmax]
    data: words
    ```
    ```{train run}
    network: net
    data: words
    epochs: 2
    ```

    """

  private func notes(_ text: String) throws -> [Note] {
    let executed = CheckedLesson(
      Self.lesson + "```{predict answers}\nrun: run\ntext: \(text)\n```\n", commands: blockCommands
    ).run()
    return try #require(executed.outcome("answers")).outputs.notes
  }

  private func sentence(_ text: String) -> String {
    "The vocabulary has no word of '\(text)', so that the answer rests on the network's biases alone."
  }

  @Test func isToldInTheOutputOfThePrediction() throws {
    let notes = try notes("[zyx wvu, the meeting, \"\"]")
    #expect(notes == [Note(.warning, sentence("zyx wvu")), Note(.warning, sentence(""))])
    #expect(try self.notes("zyx wvu") == [Note(.warning, sentence("zyx wvu"))])
    #expect(try self.notes("the meeting") == [])
  }

  @Test func isOnlyCountedAmongMany() throws {
    let texts = (1...8).map { "zyx\($0)" }
    let notes = try notes("[\(texts.joined(separator: ", "))]").map(\.message)
    #expect(
      notes == texts.prefix(5).map(sentence) + ["The same goes for 3 more of the texts."])
  }
}
