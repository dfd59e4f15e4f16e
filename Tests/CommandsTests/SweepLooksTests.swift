import Commands
import Execution
import LessonTesting
import Testing

/// Each setting of a sweep has a look of its own: hue, shade, the stroke of lines, panels.
@Suite("The looks of a sweep's runs")
struct SweepLooksTests {
  private func lesson(_ settings: String, _ plot: String = "") -> String {
    """
    ---
    seed: 1
    ---
    ```{data points}
    source: builtin:moons
    rows: 40
    ```
    ```{split parts}
    data: points
    validation: 0.25
    ```
    ```{sweep runs}
    network: {layers: [2, [2, 4], 2], activations: [tanh, softmax]}
    data: parts
    learning_rate: [0.5, 0.1]
    optimizer: [sgd, adam]
    epochs: 2
    \(settings)
    ```
    \(plot.isEmpty ? "" : "```{plot}\n\(plot)\n```\n")
    """
  }

  private func figure(_ settings: String, _ plot: String = "") throws -> Figure {
    let checked = CheckedLesson(lesson(settings, plot), commands: blockCommands)
    #expect(checked.messages == [])
    let outputs = try #require(checked.run().outcomes.last?.outputs)
    let figures = outputs.compactMap { output -> Figure? in
      if case .figure(let figure) = output { figure } else { nil }
    }
    return try #require(figures.first)
  }

  private func look(of series: Series) -> String {
    guard case .shade(let hue, let depth) = series.color else { return "none" }
    return "\(hue), \(depth), \(series.stroke.rawValue)"
  }

  @Test(arguments: ["", "lines: runs.val_loss"])
  func aThirdSettingHasTheStrokes(plot: String) throws {
    let figure = try figure("", plot)
    #expect(figure.panels.count == 1)
    let looks = Dictionary(
      uniqueKeysWithValues: figure.allSeries.map { ($0.label, look(of: $0)) })
    #expect(looks.count == 8)
    #expect(looks["2, 0.5, sgd"] == "0, 1.0, solid")
    #expect(looks["2, 0.1, sgd"] == "0, 0.0, solid")
    #expect(looks["2, 0.1, adam"] == "0, 0.0, dashed")
    #expect(looks["4, 0.5, adam"] == "1, 1.0, dashed")
  }

  @Test func aFourthSettingHasAPanelForEachValue() throws {
    let figure = try figure("batch_size: [8, 16]")
    #expect(figure.panels.count == 2)
    for panel in figure.panels {
      #expect(panel.allSeries.count == 8 && Set(panel.allSeries.map(look)).count == 8)
    }
  }

  /// Points have no strokes, and those of lines may tell validation from training.
  @Test(arguments: ["points: runs.val_loss", "lines: [runs.train_loss, runs.val_loss]"])
  func aThirdSettingHasPanelsWhereStrokesAreTaken(plot: String) throws {
    let figure = try figure("", plot)
    #expect(figure.panels.map(\.title) == ["optimizer sgd", "optimizer adam"])
  }
}
