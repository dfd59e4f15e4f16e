import Foundation

/// The lesson that explains every command.
func referenceLesson() throws -> String {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try String(contentsOf: root.appending(path: "notebooks/reference.md"), encoding: .utf8)
}

/// What that lesson has no example of: data from a file, a description of texts, and a prediction that is no list.
let lessonBesideReference = """
  ```{data table}
  source: points.csv
  label: class
  ```
  ```{data letters}
  source: builtin:emails
  rows: 40
  ```
  ```{describe of_letters}
  data: letters
  ```
  ```{network net}
  layers: [1, 2]
  activations: [softmax]
  ```
  ```{train run}
  network: net
  data: table
  epochs: 2
  ```
  ```{evaluate score}
  run: run
  ```
  ```{predict single}
  run: run
  features: [2]
  ```

  """

/// Gives the path of a folder with the file that the lesson beside the reference reads.
func withLessonFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try "x,class\n1,a\n2,b\n3,a\n4,b\n".write(
    to: folder.appending(path: "points.csv"), atomically: true, encoding: .utf8)
  return try body(folder.path)
}
