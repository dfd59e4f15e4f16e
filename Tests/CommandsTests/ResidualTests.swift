import Commands
import Execution
import LessonTesting
import Testing

/// Formulas of many numbers: what is left between predicted and true values, and between the curves of runs.
@Suite("Residuals and other formulas of lists")
struct ResidualTests {
  private static let wave = """
    ```{data waves}
    source: builtin:sine
    rows: 40
    ```
    ```{split parts}
    data: waves
    test: 0.25
    validation: 0.2
    ```
    ```{network net}
    layers: [1, 4, 1]
    activations: [tanh, linear]
    ```
    ```{train trained}
    network: net
    data: parts
    epochs: 6
    ```
    ```{evaluate score}
    run: trained
    ```
    ```{sweep rates}
    network: {layers: [1, 1], activations: [linear]}
    data: parts
    learning_rate: [0.01, 0.1]
    epochs: 3
    ```

    """

  private func figure(_ options: String) throws -> Figure {
    let checked = CheckedLesson(
      Self.wave + "```{plot}\n\(options)\n```\n", commands: blockCommands)
    #expect(checked.messages == [])
    let outcome = try #require(checked.run().outcomes.last)
    #expect(outcome.status == .done, "\(outcome.message ?? "")")
    guard case .figure(let figure)? = outcome.outputs.first else { throw NoFigure() }
    return figure
  }

  private struct NoFigure: Error {}

  @Test("are held against claims")
  func claims() {
    let checked = CheckedLesson(
      Self.wave + """
        ```{expect}
        - max(abs(score.predicted - score.true)) >= score.root_mean_squared_error
        - mean(abs(score.true - score.predicted)) = score.mean_absolute_error ± 1e-12
        - sqrt(mean((score.true - score.predicted) * (score.true - score.predicted))) = score.root_mean_squared_error ± 1e-12
        - length(score.predicted - 1) = 10
        - finite(trained.val_loss - trained.train_loss)
        - first(trained.val_loss - trained.train_loss) = trained.val_loss[0] - trained.train_loss[0]
        ```

        """, commands: blockCommands)
    #expect(checked.messages == [])
    let outcome = checked.run().outcomes.last
    #expect(outcome?.status == .done, "\(outcome?.message ?? "")")
  }

  @Test("are called in figures as they are written")
  func names() throws {
    let formula = "score.true - 2 * (score.predicted - 1) / 2"
    let histogram = try figure("histogram: \(formula)\nbins: 5")
    #expect(histogram.title == formula && histogram.x.title == formula)
    #expect(histogram.allSeries.compactMap(\.bins?.total) == [10])
    let points = try figure("points: score.true - score.predicted\nagainst: score.predicted")
    #expect(points.y.title == "score.true - score.predicted")
    #expect(points.x.title == "predicted y")
    #expect(points.references == [] && points.y.includes == 0)
    let against = try figure("points: score.true\nagainst: -score.predicted")
    #expect(against.x.title == "-score.predicted")
    let lines = try figure(
      "lines: [trained.val_loss - trained.train_loss, abs(trained.val_loss - 1)]")
    #expect(
      lines.allSeries.map(\.label) == [
        "trained.val_loss - trained.train_loss", "abs(trained.val_loss - 1)",
      ])
    #expect(lines.x.title == "epoch" && lines.allSeries[0].x == [1, 2, 3, 4, 5, 6])
    #expect(lines.allSeries[0].color != lines.allSeries[1].color)
    let labelled = try figure("lines: {gap: trained.val_loss - trained.train_loss}")
    #expect(labelled.allSeries.map(\.label) == ["gap"] && labelled.y.title == "gap")
  }

  @Test("of a sweep are those of each run")
  func sweeps() throws {
    let lines = try figure("lines: rates.val_loss - rates.train_loss")
    #expect(lines.allSeries.map(\.label) == ["0.01", "0.1"])
    #expect(lines.allSeries.allSatisfy { $0.y.count == 3 })
    let bars = try figure("bars: rates[learning_rate=0.1].val_loss - rates.train_loss")
    #expect(bars.allSeries.count == 2)
    let heatmap = try figure("heatmap: rates.val_loss[-1] - rates.train_loss[-1]")
    #expect(heatmap.title == "rates.val_loss[-1] - rates.train_loss[-1]")
  }

  @Test("need as many numbers on both sides")
  func counts() {
    expectMistakes(
      Self.wave + "```{plot}\nlines: «parts.train_rows - parts.test_rows»\n```\n",
      ["arithmetic goes element by element, and here are 24 and 10"])
    let checked = CheckedLesson(
      Self.wave + "```{show}\nvalue: score.true - trained.train_loss\n```\n",
      commands: blockCommands)
    #expect(checked.messages == [])
    let outcome = checked.run().outcomes.last
    #expect(outcome?.status == .failed)
    #expect(outcome?.message == "arithmetic goes element by element, and here are 6 and 10")
  }

  @Test("end where a curve stops being finite")
  func divergence() throws {
    let text = Self.wave.replacing("epochs: 6", with: "epochs: 200\nlearning_rate: 1e9")
    let checked = CheckedLesson(
      text + "```{show}\nvalue: trained.val_loss - trained.train_loss\n```\n"
        + "```{expect}\n- diverges(trained.val_loss - trained.train_loss)\n```\n",
      commands: blockCommands)
    #expect(checked.messages == [])
    #expect(checked.run().outcomes.last?.status == .done)
  }
}
