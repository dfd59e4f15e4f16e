import Foundation
import Testing

/// Values in prose that a run does not have, though every block has run.
struct MissingValueTests {
  /// Training stops after two epochs, and the prose asks for later ones.
  private static let lesson = """
    ```{data points}
    source: builtin:gaussian
    rows: 40
    ```
    ```{split parts}
    data: points
    validation: 0.3
    ```
    ```{network net}
    layers: [2, 2]
    activations: [softmax]
    ```
    ```{train run}
    network: net
    data: parts
    epochs: 40
    early_stopping: {patience: 1, min_delta: 100}
    ```

    The loss was `{value} run.val_loss[30] %.2f`, and is `{value} run.val_loss[1] %.2f`.

    ```{plot}
    #| label: fig-loss
    #| fig-cap: "Up to `{value} run.epoch[-3]`."
    lines: run.val_loss
    ```

    """

  @Test(arguments: [
    ("run", [String]()), ("render", ["output/lesson.html", "output/lesson.results.json"]),
  ])
  func areWarnedAbout(_ verb: String, _ files: [String]) async throws {
    try await ProgramTest(verb, "--quiet", "lesson.md").file("lesson.md", Self.lesson)
      .complains(
        """
        lesson.md:20:35: warning: there are only 2 elements
          The loss was `{value} run.val_loss[30] %.2f`, and is `{value} run.val_loss[1] %.2f`.
                                            ^^^^
        lesson.md:24:38: warning: there are only 2 elements
          #| fig-cap: "Up to `{value} run.epoch[-3]`."
                                               ^^^^

        """
      )
      .leaves(files).run()
  }

  @Test func areErrorsToTheStrict() async throws {
    try await ProgramTest("run", "--quiet", "--strict", "lesson.md").file("lesson.md", Self.lesson)
      .exits(2)
      .complains(
        containing: "lesson.md:20:35: error: there are only 2 elements", "lesson.md:24:38: error: "
      )
      .run()
  }

  @Test func sayWithWhichParametersTheyAreMissing() async throws {
    let lesson =
      "---\nparams: {patience: 1}\n---\n"
      + Self.lesson.replacing("patience: 1,", with: "patience: $patience,")
    let result = try await ProgramTest("run", "--quiet", "lesson.md", "--params", "p.yml")
      .file("lesson.md", lesson).file("p.yml", "matrix: {patience: [1, 39]}\n")
      .complainsAnything().run()
    #expect(result.stderr.components(separatedBy: "note: with patience=1\n").count == 3)
    #expect(!result.stderr.contains("patience=39"))
  }

  @Test func areToldByThePreview() async throws {
    let preview = try await LivePreview(Self.lesson)
    defer { preview.close() }
    try await preview.wait {
      try preview.stderr.contains("lesson.md:24:38: warning: there are only 2 elements")
    }
  }
}
