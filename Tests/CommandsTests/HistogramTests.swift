import Commands
import Execution
import LessonTesting
import Testing

@Suite("A histogram")
struct HistogramTests {
  private static let runs = """
    ```{data points}
    source: builtin:moons
    rows: 40
    ```
    ```{split parts}
    data: points
    validation: 0.25
    ```
    ```{network net}
    layers: [2, 4, 2]
    activations: [tanh, softmax]
    ```
    ```{train a}
    network: net
    data: parts
    ```
    ```{train b}
    network: net
    data: parts
    learning_rate: 0.5
    ```

    """

  @Test(arguments: [
    ("[a.train_loss, b.train_loss]", "Training loss", ["a", "b"]),
    (
      "[a.train_loss, a.val_loss]", "Training loss, validation loss",
      ["training loss", "validation loss"]
    ),
    (
      "[a.train_loss, b.val_loss]", "Training loss, validation loss",
      ["a, training loss", "b, validation loss"]
    ),
    ("{slow: a.train_loss, fast: b.train_loss}", "Training loss", ["slow", "fast"]),
    ("a.train_loss", "Training loss", [""]),
  ])
  func namesWhatItCountsAsOtherPlotsDo(_ paths: String, _ title: String, _ labels: [String]) throws
  {
    let figure = try figure(Self.runs + "```{plot}\nhistogram: \(paths)\nbins: 4\n```\n")
    #expect(figure.title == title)
    #expect(figure.x.title == "cross-entropy (nats)")
    #expect(figure.allSeries.map(\.label) == labels)
    if labels != [""] {
      let lines = try self.figure(Self.runs + "```{plot}\nlines: \(paths)\n```\n")
      #expect(lines.allSeries.map(\.label) == labels)
    }
  }

  @Test func knowsItsBins() throws {
    let figure = try figure(
      Self.runs + "```{plot}\nhistogram: [a.train_loss, b.epoch]\nbins: 3\n```\n")
    let bins = try #require(figure.allSeries.last?.bins)
    #expect(bins.edges.count == 4 && bins.edges.last == 10)
    #expect(bins.total == 10)
    let limits = try #require(figure.x.limits)
    #expect(bins.edges.first == limits.lowerBound && bins.edges.last == limits.upperBound)
    #expect(bins.extent == 1...10)
    let limited = try self.figure(
      Self.runs
        + "```{plot}\nhistogram: [b.epoch, a.train_loss]\nbins: 2\nlimits: {x: [2.5, 6.5]}\n```\n")
    #expect(limited.allSeries.map { $0.bins?.extent } == [3...6, nil])
  }

  /// Of moons, with three of these seeds a rounding had put corners beyond the axis.
  @Test(arguments: 1...6)
  func ofALayerKeepsWithinItsAxis(seed: Int) throws {
    let outputs = try outputs(
      """
      ---
      seed: \(seed)
      ---
      ```{data points}
      source: builtin:moons
      rows: 200
      ```
      ```{network net}
      layers: [2, 32, 16, 2]
      activations: [relu, relu, softmax]
      ```
      ```{train run}
      network: net
      data: points
      learning_rate: 0.3
      epochs: 12
      track: histograms
      ```
      ```{inspect}
      run: run
      ```

      """)
    let figures = outputs.compactMap { output -> Figure? in
      if case .figure(let figure) = output { figure } else { nil }
    }
    #expect(figures.count == 3)
    for figure in figures {
      #expect(figure.panels.count == 3)
      for series in figure.allSeries {
        #expect(series.x.allSatisfy { (-1...1).contains($0) })
        #expect(series.bins?.counts.contains { $0 > 0 } == true)
      }
    }
    // Their panels have no room for names.
    #expect(figures[2].panels[0].allSeries.map(\.stroke) == [.solid, .dashed])
    // What is said in words is no share of the largest weight: 64 weights of the first layer.
    #expect(figures[2].panels[0].allSeries.map { $0.bins?.total } == [64, 64])
  }

  @Test func ofAColumnSaysWhereItLies() throws {
    let figures = try outputs(
      """
      ```{data penguins}
      features: [[2693, 13.125, 1e7], [4000.4, 15.5, 2e7], [6300, 21.56, 5e7]]
      labels: [a, b, a]
      ```
      ```{describe facts}
      data: penguins
      ```

      """
    ).compactMap { output -> Figure? in
      if case .figure(let figure) = output { figure } else { nil }
    }
    let axes = try #require(figures.last?.panels.map(\.x?.limits))
    #expect(axes == [2693...6300, 13.125...21.56, 1e7...5e7])
  }

  /// Whole numbers of few values have a bin each, those of two as those of eight.
  @Test func ofAColumnOfWholeNumbersHasABinForEach() throws {
    let rows = (0..<40).map { "[\($0 % 2), \($0 % 8 + 1)]" }
    let labels = (0..<40).map { $0 < 20 ? "a" : "b" }
    let figures = try outputs(
      """
      ```{data flats}
      features: [\(rows.joined(separator: ", "))]
      labels: [\(labels.joined(separator: ", "))]
      ```
      ```{describe facts}
      data: flats
      ```

      """
    ).compactMap { output -> Figure? in
      if case .figure(let figure) = output { figure } else { nil }
    }
    let panels = try #require(figures.last?.panels)
    #expect(panels.map(\.x?.limits) == [-0.5...1.5, 0.5...8.5])
    let bins = panels.flatMap { $0.allSeries.compactMap(\.bins) }
    #expect(bins.map(\.counts) == [[20, 20], Array(repeating: 5, count: 8)])
    #expect(bins.map(\.extent) == [0...1, 1...8])
  }

  private func outputs(_ text: String) throws -> [Output] {
    let lesson = CheckedLesson(text, commands: blockCommands)
    #expect(lesson.messages == [])
    return try #require(lesson.run().outcomes.last).outputs
  }

  private func figure(_ text: String) throws -> Figure {
    guard case .figure(let figure)? = try outputs(text).first else {
      throw BlockFailure("there is no figure")
    }
    return figure
  }
}
