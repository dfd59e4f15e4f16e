import Foundation
import Testing

/// Columns of files that hold numbers to predict.
@Suite struct TargetFileTests {
  private static func lesson(_ options: String) -> String {
    """
    ```{data homes}
    source: homes.csv
    \(options)
    ```

    ```{network net}
    layers: [auto, auto]
    activations: [linear]
    data: homes
    ```

    ```{train run}
    network: net
    data: homes
    batch_size: 8
    learning_rate: 0.3
    epochs: 200
    record_every: 50
    ```

    ```{evaluate score}
    run: run
    ```
    """
  }

  /// price = 3 * size - 2 * age, without noise.
  private static let homes =
    "size,age,price\n"
    + (0..<24).map { "\($0 % 5),\($0 % 3),\(3 * ($0 % 5) - 2 * ($0 % 3))\n" }.joined()

  @Test func areLearnt() async throws {
    let lesson =
      Self.lesson("target: price\nscale: standard")
      + "\n```{expect}\n- score.r2 > 0.999999\n- homes.columns = 2\n```\n"
      + "```{predict}\nrun: run\nfeatures: [4, 1]\n```\n"
    let result = try await ProgramTest("run", "lesson.md", "--quiet", "--results", "r.json")
      .file("lesson.md", lesson).file("homes.csv", Self.homes).leaves("r.json").run()
    let text = try result.text("r.json")
    #expect(!text.contains("train_acc") && !text.contains("confusion_matrix"))
    for value in ["r2", "mean_squared_error", "root_mean_squared_error", "mean_absolute_error"] {
      #expect(text.contains("\"\(value)\""))
    }
    // The target keeps its scale, whatever becomes of the inputs.
    let predicted = try #require(text.firstMatch(of: /"value": ([0-9.]+)/))
    #expect(abs((Double(predicted.1) ?? .nan) - 10) < 1e-3)
  }

  @Test func printNoAccuracies() async throws {
    try await ProgramTest("run", "lesson.md").file("lesson.md", Self.lesson("target: price"))
      .file("homes.csv", Self.homes)
      .says(containing: "target price: -4 to 12", "Epoch 1/200 - loss: ", "train r2: ").run()
  }

  @Test func missingOnesAreDroppedOrAnError() async throws {
    let broken = Self.homes + "1,1,NA\n,2,5\n"
    for (missing, message) in [
      ("", "4:9: error: homes.csv, row 26, column 'price': 'NA' says that the number is missing"),
      (
        "\nmissing: zero",
        "4:9: error: homes.csv, row 26, column 'price': 'NA' says that the number is missing"
      ),
    ] {
      let lesson = Self.lesson("features: [size, age]\ntarget: price\(missing)")
      try await ProgramTest("check", "lesson.md").file("lesson.md", lesson)
        .file("homes.csv", broken).exits(2).complains(containing: "lesson.md:\(message)").run()
    }
    try await ProgramTest("run", "lesson.md")
      .file("lesson.md", Self.lesson("target: price\nmissing: drop")).file("homes.csv", broken)
      .says(containing: "homes.csv: 24 rows").run()
  }

  @Test(
    "Mistakes are said at their words",
    arguments: [
      ("target: prize", "3:9: error: there is no column 'prize'; did you mean 'price'?"),
      ("target: [price, prize]", "3:17: error: there is no column 'prize'"),
      ("label: age\ntarget: price", "4:1: error: a data set has either a 'label' or a 'target'"),
      ("features: [price]\ntarget: price", "3:12: error: column 'price' is a target"),
      ("text: price\ntarget: price", "3:7: error: column 'price' cannot be both the input and"),
      (
        "label: price\nlabels: l-ubyte",
        "4:1: error: 'labels' is the file with the labels of the pictures in an IDX file"
      ),
      (
        "labels: price",
        "3:1: error: 'labels' is the file with the labels of the pictures; did you mean 'label'?"
      ),
      ("header: true", "1:5: error: 'data' needs 'label', the column that holds the class, or"),
    ])
  func mistakes(_ options: String, _ message: String) async throws {
    try await ProgramTest("check", "lesson.md").file("lesson.md", Self.lesson(options))
      .file("homes.csv", Self.homes).exits(2).complains(containing: "lesson.md:\(message)").run()
  }

  @Test func ofTextsAreLearntFromTheirWords() async throws {
    let lesson = """
      ```{data reviews}
      source: reviews.csv
      text: text
      target: stars
      ```

      ```{tfidf words}
      data: reviews
      ```

      ```{network net}
      layers: [auto, auto]
      activations: [linear]
      data: words
      ```

      ```{train run}
      network: net
      data: words
      batch_size: 4
      learning_rate: 0.5
      epochs: 300
      record_every: 100
      ```

      ```{predict good}
      run: run
      text: good good
      ```

      ```{expect}
      - run.train_loss[-1] < 0.1
      - good.value > 3.5
      ```
      """
    try await ProgramTest("run", "lesson.md", "--quiet").file("lesson.md", lesson)
      .file(
        "reviews.csv",
        "text,stars\ngood film,5\nbad film,1\nfine film,3\ngood acting,5\nbad acting,1\n"
      ).run()
  }
}
