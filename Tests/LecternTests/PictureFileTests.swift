import Foundation
import Testing

/// Pictures in the two files of MNIST's format.
@Suite struct PictureFileTests {
  private static let lesson = """
    ```{data pictures}
    source: images-idx3-ubyte
    labels: labels-idx1-ubyte
    ```

    ```{show}
    value: pictures
    rows: 3
    ```

    ```{network net}
    layers: [auto, auto]
    activations: [softmax]
    data: pictures
    ```

    ```{train run}
    network: net
    data: pictures
    learning_rate: 1
    epochs: 30
    ```

    ```{expect}
    - pictures.rows = 6
    - pictures.columns = 6
    - pictures.classes = 2
    - pictures.source = "images-idx3-ubyte"
    - net.parameters = 14
    - run.train_acc[-1] = 1
    ```
    """

  private static func idx(_ sizes: [UInt32], _ numbers: [UInt8]) -> Data {
    var data = Data([0, 0, 8, UInt8(sizes.count)])
    for size in sizes { withUnsafeBytes(of: size.bigEndian) { data.append(contentsOf: $0) } }
    return data + numbers
  }

  /// Six pictures, 3 pixels wide and 2 high: the ink is above for the 4s and below for the 9s.
  private static let images = idx(
    [6, 2, 3],
    (0..<6).flatMap { $0 % 2 == 0 ? [255, 200, 255, 0, 0, 9] : [0, 3, 0, 255, 255, 99] })
  private static let labels = idx([6], [4, 9, 4, 9, 4, 9])

  private func test(_ arguments: String..., images: Data = images, labels: Data = labels)
    -> ProgramTest
  {
    ProgramTest(arguments).file("lesson.md", Self.lesson)
      .file("images-idx3-ubyte", bytes: images).file("labels-idx1-ubyte", bytes: labels)
  }

  @Test func areLearntAndShown() async throws {
    let result = try await test("render", "lesson.md", "--quiet")
      .leaves("output/lesson.html", "output/lesson.results.json").run()
    let page = try result.text("output/lesson.html")
    #expect(page.contains("3 pictures of 3 × 2 pixels: 4, 9, 4."))
    let report = try Report(page)
    let facts = zip(report.texts(of: "dt"), report.texts(of: "dd")).map { "\($0): \($1)" }
    #expect(facts.contains("Data pictures: images-idx3-ubyte, SHA-256 \(Self.digestOfImages)"))
    #expect(
      facts.contains("Data pictures, labels: labels-idx1-ubyte, SHA-256 \(Self.digestOfLabels)"))
  }

  private static let digestOfImages =
    "26f4b242a61f0431e4d820bc23ccb8e3eeefebb026aa75f6627ee00cff0c8a71"
  private static let digestOfLabels =
    "41a4664d56d739c82ad27226c0c0bca7f51f8446333f6541aa032071974a0367"

  @Test func packedOrNotAreTheSame() async throws {
    let packed = Self.lesson.replacing("idx3-ubyte", with: "idx3-ubyte.gz")
    try await ProgramTest("check", "lesson.md").file("lesson.md", packed)
      .file("labels-idx1-ubyte", bytes: Self.labels)
      .file("images-idx3-ubyte.gz", bytes: try Self.gzip(Self.images)).run()
    try await ProgramTest("check", "lesson.md").file("lesson.md", packed).exits(2)
      .file("labels-idx1-ubyte", bytes: Self.labels)
      .file("images-idx3-ubyte.gz", bytes: try Self.gzip(Self.images).dropLast(5))
      .complains(containing: "images-idx3-ubyte.gz: it is cut off").run()
  }

  @Test func damagedOnesEndInOneErrorAtTheirName() async throws {
    for (images, labels, message) in [
      (Data(), Self.labels, "2:9: error: images-idx3-ubyte: it is no IDX file"),
      (Self.images.dropLast(), Self.labels, "2:9: error: images-idx3-ubyte: it is cut off"),
      (Self.images + [0], Self.labels, "2:9: error: images-idx3-ubyte: there is more in it"),
      (Self.labels, Self.images, "2:9: error: images-idx3-ubyte: it has 1 dimension (6)"),
      (Self.images, Self.images, "3:9: error: labels-idx1-ubyte: it has 3 dimensions"),
      (
        Self.images, Self.idx([5], [4, 9, 4, 9, 4]), "3:9: error: there are 6 pictures and 5 labels"
      ),
      (
        Self.images, Self.idx([6], [4, 4, 4, 4, 4, 4]),
        "3:9: error: the pictures have one class only, '4'"
      ),
      (
        Self.idx([.max, .max, .max], []), Self.labels,
        "2:9: error: images-idx3-ubyte: its header announces more than 200000000 numbers"
      ),
      (
        Self.idx([6, 1, 257], [UInt8](repeating: 1, count: 6 * 257)), Self.labels,
        "2:9: error: images-idx3-ubyte: its pictures are 257 pixels wide and 1 high; up to 256"
      ),
    ] {
      try await test("check", "lesson.md", images: images, labels: labels).exits(2)
        .complains(containing: "lesson.md:\(message)").run()
    }
  }

  @Test func needTheirLabels() async throws {
    for (change, message) in [
      ("", "1:5: error: pictures in an IDX file need 'labels'"),
      ("labels: nothing-ubyte\n", "3:9: error: the data file 'nothing-ubyte' does not exist"),
      ("labels: [a, b]\n", "3:1: error: 'labels' are for features in place"),
      (
        "labels: https://example.org/l-ubyte\n",
        "3:9: error: IDX files are read from this machine only"
      ),
      ("labels: labels-idx1-ubyte\nlabel: c\n", "4:1: error: 'label' does not apply to a file"),
    ] {
      let lesson = Self.lesson.replacing("labels: labels-idx1-ubyte\n", with: change)
      try await test("check", "lesson.md").file("lesson.md", lesson).exits(2)
        .complains(containing: "lesson.md:\(message)").run()
    }
  }

  /// The author's second choice is taken where the files are not there.
  @Test func canBeTheFirstOfSeveralSources() async throws {
    let lesson = """
      ```{data pictures}
      source: [images-idx3-ubyte, builtin:digits]
      labels: labels-idx1-ubyte
      ```

      ```{show}
      value: pictures.columns
      ```
      """
    try await ProgramTest("run", "lesson.md").file("lesson.md", lesson)
      .says(containing: "'images-idx3-ubyte' does not exist; builtin:digits is used instead", "144")
      .run()
    try await ProgramTest("run", "lesson.md").file("lesson.md", lesson)
      .file("images-idx3-ubyte", bytes: Self.images).file("labels-idx1-ubyte", bytes: Self.labels)
      .says(containing: "images-idx3-ubyte: 6 rows; 4: 3, 9: 3").run()
  }

  private static func gzip(_ data: Data) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-c"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(data)
    try input.fileHandleForWriting.close()
    let packed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return packed
  }
}
