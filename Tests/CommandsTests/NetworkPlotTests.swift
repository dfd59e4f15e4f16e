import Commands
import Execution
import LessonTesting
import Testing

/// Plots of what a network has learnt.
@Suite("A plot of a network")
struct NetworkPlotTests {
  private static let runs = """
    ---
    seed: 2
    ---
    ```{data moons}
    source: builtin:moons
    rows: 80
    noise: 0.1
    ```
    ```{split parts}
    data: moons
    test: 0.25
    ```
    ```{network net}
    layers: [2, 5, 2]
    activations: [tanh, softmax]
    ```
    ```{train run}
    network: net
    data: parts
    learning_rate: 0.5
    epochs: 30
    snapshots: [30, 0, 3]
    ```
    ```{train plain}
    network: net
    data: parts
    ```
    ```{data curve}
    source: builtin:sine
    rows: 30
    ```
    ```{network curve_net}
    layers: [1, 3, 1]
    activations: [relu, linear]
    ```
    ```{train fit}
    network: curve_net
    data: curve
    ```
    ```{data clouds}
    source: builtin:blobs
    rows: 60
    classes: 3
    scale: standard
    ```
    ```{network cloud_net}
    layers: [2, 3]
    activations: [softmax]
    ```
    ```{train cloud_run}
    network: cloud_net
    data: clouds
    epochs: 30
    learning_rate: 1
    ```
    ```{data digits}
    source: builtin:digits
    rows: 60
    ```
    ```{network digit_net}
    layers: [auto, 4, auto]
    activations: [relu, softmax]
    data: digits
    ```
    ```{train digit_run}
    network: digit_net
    data: digits
    epochs: 2
    ```
    ```{data mails}
    source: builtin:emails
    rows: 40
    ```
    ```{tfidf words}
    data: mails
    max_features: 20
    ```
    ```{network word_net}
    layers: [auto, 2]
    activations: [softmax]
    data: words
    ```
    ```{train word_run}
    network: word_net
    data: words
    epochs: 2
    ```

    """

  private func outputs(_ options: String, more: String = "") throws -> [Output] {
    let lesson = CheckedLesson(
      Self.runs + more + "```{plot}\n\(options)\n```\n", commands: blockCommands)
    #expect(lesson.messages == [])
    let outcome = try #require(lesson.run().outcomes.last)
    if let message = outcome.message { throw BlockFailure(message) }
    return outcome.outputs
  }

  private func figure(_ options: String, more: String = "") throws -> Figure {
    guard case .figure(let figure)? = try outputs(options, more: more).first else {
      throw BlockFailure("no figure")
    }
    return figure
  }

  @Test func aBoundaryHasAPanelForEachKeptEpoch() throws {
    let figure = try figure("boundary: run")
    #expect(figure.panels.map(\.title) == ["epoch 0", "epoch 3", "epoch 30"])
    #expect(figure.x.title == "x1" && figure.y.title == "x2" && figure.isSquare)
    #expect(figure.seriesTitle == "examples of the train part")
    #expect(figure.panels.allSatisfy { $0.allSeries.map(\.x.count).reduce(0, +) == 60 })
    let chosen = try self.figure("boundary: run\nepochs: [3]\non: test")
    #expect(chosen.panels.map(\.title) == ["epoch 3"])
    #expect(chosen.panels[0].planes == figure.panels[1].planes)
    #expect(chosen.allSeries.map(\.x.count).reduce(0, +) == 20)
    #expect(try self.figure("boundary: plain").panels.map(\.title) == [""])
    #expect(try self.figure("boundary: plain\nepochs: 10").panels.map(\.title) == ["epoch 10"])
    let several = try self.figure("boundary: [plain, run]")
    let both = try self.figure("boundary: [plain, cloud_run]")
    for series in both.allSeries {
      #expect(series.x.allSatisfy { both.x.limits?.contains($0) == true })
      #expect(series.y.allSatisfy { both.y.limits?.contains($0) == true })
    }
    #expect(
      several.panels.map(\.title) == ["plain", "run, epoch 0", "run, epoch 3", "run, epoch 30"])
  }

  @Test func aBoundaryCallsRunsWhatTheLessonCallsThem() throws {
    let figure = try figure("boundary: {No cure: plain, Longer: run}")
    #expect(
      figure.panels.map(\.title) == [
        "No cure", "Longer, epoch 0", "Longer, epoch 3", "Longer, epoch 30",
      ])
    let one = try self.figure("boundary: {Free: plain}")
    let plain = try self.figure("boundary: plain")
    #expect(one.panels.map(\.title) == ["Free"])
    #expect(one.panels[0].planes == plain.panels[0].planes)
  }

  /// The shades say what the network says: `predict` at the same place gives the probability.
  @Test func aBoundaryLiesWhereTheNetworkHasIt() throws {
    for (run, classes) in [("run", 2), ("cloud_run", 3)] {
      let figure = try figure("boundary: \(run)\nlimits: {x: [-1, 1], y: [0, 2]}")
      let plane = try #require(figure.panels.last?.planes.first)
      #expect(figure.x.limits == -1...1 && figure.y.limits == 0...2)
      #expect(plane.fields.count == classes)
      let (column, row) = (10, 45)
      let place = [-1 + 2 * Double(column) / 60, 2 * Double(row) / 60]
      let lesson = Self.runs + "```{predict there}\nrun: \(run)\nfeatures: \(place)\n```\n"
      let executed = CheckedLesson(lesson, commands: blockCommands).run()
      let rows = try #require(executed.value("there", "probabilities")?.elements)
      let probabilities = (rows.first?.elements ?? rows).compactMap(\.asNumber)
      for (number, field) in plane.fields.enumerated() {
        let others = probabilities.indices.filter { $0 != number }.map { probabilities[$0] }
        let lead = probabilities[number] - (others.max() ?? 0)
        #expect(abs(field.values[row * plane.columns + column] - lead) < 1e-12)
      }
    }
  }

  @Test func responsesArePlanesOrLinesOfEachUnit() throws {
    let planes = try figure("responses: run")
    #expect(planes.panels.map(\.title) == ["unit 1", "unit 2", "unit 3", "unit 4", "unit 5"])
    let values = planes.panels.flatMap(\.planes).flatMap { $0.fields[0].values }
    #expect(values.allSatisfy { abs($0) <= 1 } && values.contains { $0 < 0 })
    #expect(planes.panels[0].planes[0].key.map(\.label).contains("below 0"))
    let outputs = try figure("responses: run\nlayer: 2")
    #expect(outputs.panels.map(\.title) == ["0", "1"])
    let sums = zip(
      outputs.panels[0].planes[0].fields[0].values, outputs.panels[1].planes[0].fields[0].values)
    #expect(sums.allSatisfy { abs($0 + $1 - 1) < 1e-12 })
    let lines = try figure("responses: fit")
    #expect(lines.allSeries.map(\.label) == ["unit 1", "unit 2", "unit 3"])
    #expect(lines.allSeries.allSatisfy { series in series.y.allSatisfy { $0 >= 0 } })
    #expect(try figure("responses: fit\nlayer: 2").allSeries.map(\.label) == ["y"])
  }

  /// Panels of one figure have their axes in common, so that epochs can be compared.
  @Test func responsesOfSeveralEpochsAreOneFigure() throws {
    let outputs = try outputs("responses: run\nlayer: 2\nepochs: [0, 30]")
    #expect(outputs.count == 1)
    guard case .figure(let figure)? = outputs.first else {
      Issue.record("there is no figure")
      return
    }
    #expect(
      figure.panels.map(\.title) == ["0, epoch 0", "0, epoch 30", "1, epoch 0", "1, epoch 30"])
    let keys = figure.panels.flatMap(\.planes).map(\.key)
    #expect(keys.allSatisfy { $0 == keys[0] })
    #expect(try self.figure("responses: run\nepochs: [30]").panels[0].title == "unit 1")
  }

  /// A fifth of the least number above 0 is 0, which has no logarithm to find a round step by.
  @Test func responsesNextToNothingAreDrawn() {
    let checked = CheckedLesson(
      """
      ```{data rows}
      features: [[0, 0], [1, 1]]
      labels: [a, b]
      ```
      ```{network net}
      layers: [2, 3, 2]
      activations: [tanh, softmax]
      init: {uniform: 5e-324}
      ```
      ```{train run}
      network: net
      data: rows
      epochs: 1
      learning_rate: 1e-300
      ```
      ```{plot}
      responses: run
      ```
      """, commands: blockCommands)
    #expect(checked.messages == [])
    #expect(checked.run().outcomes.allSatisfy { $0.status == .done })
  }

  @Test func weightsAreAHeatmapWithTheBiases() throws {
    let figures = try outputs("weights: run\nepochs: [0, 30]").compactMap { output -> Figure? in
      if case .figure(let figure) = output { figure } else { nil }
    }
    #expect(
      figures.map(\.title) == ["Weights of layer 1, epoch 0", "Weights of layer 1, epoch 30"])
    guard case .cells(let start)? = figures[0].panels[0].layers.first,
      case .cells(let end)? = figures[1].panels[0].layers.first
    else { throw BlockFailure("no cells") }
    #expect(figures[0].y.categories == ["x1", "x2", "bias"])
    #expect(start.values.map(\.count) == [5, 5, 5] && start.colors == .diverging)
    #expect(start.values[2] == [0, 0, 0, 0, 0] && end.values[2] != [0, 0, 0, 0, 0])
    let words = try figure("weights: word_run")
    #expect(words.y.categories.count == 21 && words.x.categories == ["ham", "spam"])
  }

  @Test func weightsOfPixelsArePictures() throws {
    guard case .pictures(let sheet)? = try outputs("weights: digit_run").first else {
      throw BlockFailure("no pictures")
    }
    #expect(sheet.entries.map(\.words) == ["unit 1", "unit 2", "unit 3", "unit 4"])
    for entry in sheet.entries {
      #expect(entry.ink.count == 144 && entry.inkBelow.count == 144)
      #expect(zip(entry.ink, entry.inkBelow).allSatisfy { $0 == 0 || $1 == 0 })
    }
    #expect(sheet.entries.contains { $0.ink.contains(255) || $0.inkBelow.contains(255) })
  }

  /// A diverged run has no boundary, and says so; a run that ended early has no later epochs.
  @Test func whatIsNotThereIsSaid() throws {
    let wild = """
      ```{network wild_net}
      layers: [2, 3, 2]
      activations: [relu, softmax]
      init: {normal: 1e200}
      ```
      ```{train wild}
      network: wild_net
      data: parts
      epochs: 5
      snapshots: [0, 5]
      ```

      """
    #expect(throws: BlockFailure.self) { try outputs("boundary: wild\nepochs: 0", more: wild) }
    #expect(throws: BlockFailure("'wild' ended before epoch 5")) {
      try outputs("weights: wild\nepochs: 5", more: wild)
    }
  }

  /// A run of 20 epochs that a rule may end.
  private static func stopped(by rule: String) -> String {
    """
    ```{split held}
    data: moons
    validation: 0.25
    ```
    ```{train stopped}
    network: net
    data: held
    epochs: 20
    early_stopping: \(rule)
    ```

    """
  }

  /// Early stopping that keeps the last network keeps one more to draw: that of the epoch it came to.
  @Test func theLastNetworkIsThereToDraw() throws {
    let stopped = Self.stopped(by: "{patience: 20, restore_best: false}")
    let figure = try figure("boundary: stopped\nepochs: 20", more: stopped)
    #expect(figure.panels.map(\.title) == ["epoch 20"])
  }

  /// Where early stopping ends a run only the run can tell, and what it then has not kept.
  @Test func whereARunStopsEarlyOnlyTheRunTells() throws {
    let stopped = Self.stopped(by: "{patience: 1, min_delta: 1, restore_best: false}")
    let figure = try figure("boundary: stopped\nepochs: 2", more: stopped)
    #expect(figure.panels.map(\.title) == ["epoch 2"])
    #expect(throws: BlockFailure("'stopped' ended before epoch 20")) {
      try outputs("boundary: stopped\nepochs: 20", more: stopped)
    }
    let lack =
      "'stopped' does not keep its network after epoch 1; give its block 'snapshots: [1]'"
    #expect(throws: BlockFailure(lack)) {
      try outputs("boundary: stopped\nepochs: 1", more: stopped)
    }
    expectMistakes(
      Self.runs + stopped + "```{plot}\nboundary: stopped\nepochs: [«0», «21»]\n```\n",
      [
        "'stopped' does not keep its network after epoch 0; give its block 'snapshots: [0]'",
        "'stopped' ends after epoch 20 at the latest",
      ])
  }

  @Test func theLastNetworkIsUnknownWhereTheBestIsKept() {
    expectMistakes(
      Self.runs + Self.stopped(by: "true") + "```{plot}\nboundary: stopped\nepochs: «20»\n```\n",
      [
        "'stopped' does not keep its network after epoch 20; give its block 'snapshots: [20]'"
      ])
  }

  @Test(arguments: [
    (
      "boundary: «word_run»",
      "the plot has an axis for each of two inputs, and 'word_run' takes texts"
    ),
    (
      "boundary: «fit»",
      "a boundary lies between classes, and 'fit' predicts a target, 'y'; 'responses' draws what its layers answer"
    ),
    (
      "responses: «digit_run»",
      "the plot has an axis for each of one or two inputs, and 'digit_run' takes 144"
    ),
    (
      "boundary: {a: run, b: «fit»}",
      "a boundary lies between classes, and 'fit' predicts a target, 'y'; 'responses' draws what its layers answer"
    ),
    (
      "boundary: {a: «net»}", "'boundary' is the name of a run; 'net' is a network"
    ),
    ("boundary: {a: «missing»}", "unknown name 'missing'"),
    ("boundary: {a: run, «$b»: run}", "unknown parameter 'b'"),
    ("boundary: «{}»", "'boundary' is an empty list"),
    (
      "boundary: run\nepochs: [0, «7»]",
      "'run' does not keep its network after epoch 7; there is that of 0, 3 or 30"
    ),
    (
      "weights: plain\nepochs: «7»",
      "'plain' does not keep its network after epoch 7; there is that of 10"
    ),
    (
      "weights: run\nlayer: «3»",
      "the network of 'run' has 2 layers with weights, and none is layer 3"
    ),
    (
      "boundary: run\non: «validation»",
      "the data of 'run' has no validation part; it has train or test"
    ),
    ("boundary: run\n«layer»: 1", "'layer' is not for 'boundary'"),
    ("lines: run.train_loss\n«bins»: 4", "'bins' is not for 'lines'"),
    ("weights: run\n«limits»: [0, 1]", "'limits' is not for 'weights'"),
    ("boundary: run\n«responses»: run", "a plot has either 'boundary' or 'responses'"),
    (
      "lines: run.train_loss\n«histogram»: run.train_loss",
      "a plot has either 'lines' or 'histogram'"
    ),
    (
      "histogram: «run»",
      "'histogram' draws a series, a list of numbers or the runs of a sweep, not a run"
    ),
  ])
  func hasItsMistakesAtTheirPlaces(_ options: String, _ message: String) {
    expectMistakes(Self.runs + "```{plot}\n\(options)\n```\n", [message])
  }

  @Test func anEpochThatTheRunDoesNotHaveIsAMistake() {
    expectMistakes(
      Self.runs
        + "```{train more}\nnetwork: net\ndata: parts\nepochs: 5\nsnapshots: [5, «6»]\n```\n",
      ["the run has 5 epochs, and none is epoch 6"])
  }

  // MARK: - Histograms

  /// The counts of NumPy 2.4: `numpy.histogram(values, bins=...)` puts a number at an edge into the bin on its right, and the
  /// greatest into the last.
  @Test func aHistogramCountsAsNumPyDoes() throws {
    let lesson = """
      ```{data rows}
      features: [[0], [1], [2], [2], [3], [4]]
      labels: [a, b, a, b, a, b]
      ```
      ```{network net}
      layers: [1, 2]
      activations: [softmax]
      ```
      ```{train run}
      network: net
      data: rows
      epochs: 9
      ```
      ```{plot}
      histogram: run.epoch
      bins: 4
      ```
      ```{plot}
      histogram: {all: run.epoch, late: run.epoch}
      bins: 2
      limits: {x: [1, 5]}
      ```

      """
    let checked = CheckedLesson(lesson, commands: blockCommands)
    #expect(checked.messages == [])
    let figures = checked.run().outcomes.suffix(2).compactMap { outcome -> Figure? in
      if case .figure(let figure)? = outcome.outputs.first { figure } else { nil }
    }
    try #require(figures.count == 2)
    // numpy.histogram(range(1, 10), bins=4) is [2, 2, 2, 3] at edges 1, 3, 5, 7, 9.
    #expect(figures[0].allSeries[0].x == [1, 1, 3, 3, 5, 5, 7, 7, 9, 9])
    #expect(figures[0].allSeries[0].y == [0, 2, 2, 2, 2, 2, 2, 3, 3, 0])
    #expect(figures[0].y.title == "count")
    // numpy.histogram(range(1, 10), bins=2, range=(1, 5)) is [2, 3]; shares are of all nine.
    #expect(figures[1].allSeries.map(\.label) == ["all", "late"])
    #expect(figures[1].allSeries[1].y.map { ($0 * 9).rounded() } == [0, 2, 2, 3, 3, 0])
  }
}
