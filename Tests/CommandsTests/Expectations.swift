import Commands
import Execution
import Foundation
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

extension [Output] {
  /// The remarks among them.
  var notes: [Note] {
    compactMap { output in
      if case .note(let note) = output { note } else { nil }
    }
  }

  /// The lines that were logged.
  var log: [String] {
    flatMap { output -> [String] in
      if case .log(let lines) = output { lines } else { [] }
    }
  }
}

/// Calls `body` with the path of a folder that has some files in it, as long as the call takes.
func withLessonFolder<Result>(
  _ files: [String: String], _ body: (String) throws -> Result
) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, text) in files {
    try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
  }
  return try body(folder.path)
}

/// A lesson whose `run` gets both of its examples, a and b, right.
let lessonLearntByHeart = """
  ```{data points}
  features: [[-1], [1]]
  labels: [a, b]
  ```
  ```{network net}
  layers: [1, 2]
  activations: [softmax]
  ```
  ```{train run}
  network: net
  data: points
  learning_rate: 1
  epochs: 50
  ```

  """

/// A lesson that learns two targets of four rows, which are sums and differences of what the rows hold, and asks for those
/// of [2, 1].
func lessonOnSums(targets: String, options: String = "") -> String {
  """
  ```{data sums}
  features: [[0, 0], [1, 0], [0, 1], [1, 1]]
  targets: \(targets)
  \(options)
  ```
  ```{network net}
  layers: [auto, auto]
  activations: [linear]
  data: sums
  ```
  ```{train trained}
  network: net
  data: sums
  batch_size: 4
  learning_rate: 0.5
  epochs: 400
  ```
  ```{evaluate score}
  run: trained
  ```
  ```{predict answer}
  run: trained
  features: [2, 1]
  ```

  """
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
