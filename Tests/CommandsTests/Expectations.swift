import Commands
import LessonTesting
import Testing

/// Expects that checking a lesson finds these mistakes, each at its mark.
func expectMistakes(
  _ marked: String, _ messages: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  let lesson = CheckedLesson(marked, commands: blockCommands)
  #expect(lesson.messages == messages, sourceLocation: sourceLocation)
  #expect(lesson.markedText == marked, sourceLocation: sourceLocation)
}

/// A block to put the mistakes of tests behind: data, a network, a run, an evaluation and a sweep that are all right.
let fixture = """
  ---
  params: {rate: 0.1, word: spam, sizes: [1, 2]}
  ---
  ```{data points}
  source: builtin:xor
  ```
  ```{data mails}
  source: builtin:emails
  rows: 40
  ```
  ```{split parts}
  data: mails
  ```
  ```{tfidf words}
  data: parts
  max_features: 20
  ```
  ```{network small}
  layers: [2, 3, 2]
  activations: [tanh, softmax]
  ```
  ```{train trained}
  network: small
  data: points
  epochs: 4
  ```
  ```{evaluate measured}
  run: trained
  ```
  ```{sweep rates}
  network: {layers: [2, 2], activations: [softmax]}
  data: points
  learning_rate: [0.1, 1]
  epochs: 2
  ```

  """

/// A lesson of the fixture and one more block.
func lesson(_ block: String) -> String { fixture + "```\(block)\n```\n" }
