import Commands
import Execution
import LessonTesting
import Testing

/// Runs that differ in one thing: a seed of their own lets them start and go on alike.
@Suite("A comparison")
struct ComparisonTests {
  private static let texts = """
    ```{data mails}
    source: builtin:emails
    rows: 120
    ```
    ```{split parts}
    data: mails
    validation: 0.2
    ```
    ```{tfidf sparse}
    data: parts
    max_features: 80
    ```
    ```{tfidf dense}
    data: parts
    max_features: 80
    storage: dense
    ```
    ```{network double}
    layers: [80, 6, 2]
    activations: [tanh, softmax]
    seed: 5
    ```
    ```{network single}
    layers: [80, 6, 2]
    activations: [tanh, softmax]
    precision: float32
    seed: 5
    ```

    """

  private static func train(
    _ name: String, _ network: String, _ data: String, seed: Int? = 3, more: String = ""
  ) -> String {
    """
    ```{train \(name)}
    network: \(network)
    data: \(data)
    batch_size: 16
    learning_rate: 0.5
    epochs: 6
    \(seed.map { "seed: \($0)\n" } ?? "")\(more)
    ```

    """
  }

  private func run(_ blocks: String) -> ExecutedLesson {
    let lesson = CheckedLesson(Self.texts + blocks, commands: blockCommands)
    #expect(lesson.messages == [])
    return lesson.run()
  }

  private func number(_ run: ExecutedLesson, _ member: String) throws -> Double {
    try #require(run.value("both", member)?.asNumber)
  }

  private func numbers(_ run: ExecutedLesson, _ member: String) -> [Double] {
    (run.value("both", member)?.elements ?? []).compactMap(\.asNumber)
  }

  @Test func zerosCostWorkAndMemoryAndChangeNothingButRoundings() throws {
    let run = run(
      Self.train("a", "double", "sparse") + Self.train("b", "double", "dense")
        + "```{compare both}\nruns: [a, b]\n```\n")
    #expect(try number(run, "loss_difference") < 1e-14)
    #expect(try number(run, "weight_difference") < 1e-13)
    let work = numbers(run, "multiply_adds")
    let stored = try #require(run.value("sparse", "nonzeros")?.asNumber)
    // 72 rows: forward and for the weights' gradient, and the second layer once more.
    let second = 3.0 * 72 * 12
    let expected: [Double] = [2 * stored * 6 + second, 2.0 * 72 * 80 * 6 + second]
    #expect(work == expected)
    let bytes = numbers(run, "bytes")
    let expectedBytes: [Double] = [12 * stored + 8 * 73, 72 * 80 * 8]
    #expect(bytes == expectedBytes)
    for member in ["multiply_adds", "bytes"] {
      let counts = run.value("both", member)?.elements ?? []
      let integers = counts.filter { if case .integer = $0 { true } else { false } }
      #expect(integers.count == 2)
    }
  }

  @Test func precisionsAgreeToThatOfTheSmaller() throws {
    let run = run(
      Self.train("a", "double", "sparse") + Self.train("b", "single", "sparse")
        + "```{compare both}\nruns: [a, b]\n```\n")
    let difference = try number(run, "relative_loss_difference")
    #expect(difference > 1e-10 && difference < 1e-5)
    guard case .table(let table)? = run.outcomes.last?.outputs.first else {
      throw BlockFailure("no table")
    }
    #expect(table.columns.map(\.title) == ["of", "a", "b"])
    #expect(table.rows[0] == ["numbers", "float64", "float32"])
    #expect(table.rows[3] == ["bytes of the parameters", "4000", "2000"])
    guard case .figure(let figure)? = run.outcomes.last?.outputs.last else {
      throw BlockFailure("no figure")
    }
    #expect(figure.y.scale == .logarithmic && figure.allSeries.map(\.label) == ["b"])
  }

  @Test func equalRunsHaveNoDifferenceAndNoFigure() throws {
    let run = run(
      Self.train("a", "double", "sparse") + Self.train("b", "double", "sparse")
        + "```{compare both}\nruns: [a, b]\n```\n")
    #expect(try number(run, "loss_difference") == 0)
    #expect(try number(run, "weight_difference") == 0)
    #expect(run.outcomes.last?.outputs.count == 1)
  }

  /// Without a seed of its own, each block draws its own numbers; where all share one stream, a seed takes none of them.
  @Test func aSeedOfABlocksOwnLeavesTheOthersAlone() throws {
    let apart = run(
      Self.train("a", "double", "sparse") + Self.train("b", "double", "sparse", seed: nil)
        + "```{compare both}\nruns: [a, b]\n```\n")
    #expect(try number(apart, "loss_difference") > 1e-6)
    let shared = "---\nrandom_stream: notebook\n---\n"
    func losses(_ seeded: String) -> Value? {
      CheckedLesson(
        shared + Self.texts + seeded + Self.train("last", "double", "sparse", seed: nil),
        commands: blockCommands
      ).run().value("last", "train_loss")
    }
    #expect(losses("") == losses(Self.train("a", "double", "sparse")))
    #expect(losses("") != losses(Self.train("a", "double", "sparse", seed: nil)))
  }

  @Test func runsOfASweepCanStartAlike() throws {
    let sweep = """
      ```{sweep rates}
      network: {layers: [80, 6, 2], activations: [tanh, softmax], seed: 5}
      data: sparse
      learning_rate: [1e-300, 1e-299]
      epochs: 1
      ```

      """
    let run = run(sweep)
    guard case .grid(let grid)? = run.value("rates", "val_loss") else {
      throw BlockFailure("no grid")
    }
    #expect(grid.cells[0] == grid.cells[1])
  }

  @Test(arguments: [
    ("runs: «[a]»", "a comparison is of two runs or more"),
    ("runs: [a, «a»]", "'a' is compared with itself"),
    (
      "runs: [a, «c»]",
      "'a' reports categorical_cross_entropy and 'c' mean_squared_error, which no difference compares"
    ),
  ])
  func hasItsMistakesAtTheirPlaces(_ options: String, _ message: String) {
    expectMistakes(
      Self.texts + Self.train("a", "double", "sparse")
        + Self.train("c", "double", "sparse", more: "report_loss: mean_squared_error")
        + "```{compare both}\n\(options)\n```\n", [message])
  }
}
