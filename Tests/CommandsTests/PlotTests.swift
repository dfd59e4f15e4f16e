import Commands
import Execution
import LessonTesting
import Testing

@Suite("A plot")
struct PlotTests {
  private static let runs = """
    ---
    seed: 2
    ---
    ```{data points}
    source: builtin:moons
    rows: 60
    ```
    ```{split parts}
    data: points
    test: 0.2
    validation: 0.25
    ```
    ```{network net}
    layers: [2, 4, 2]
    activations: [tanh, softmax]
    ```
    ```{train run}
    network: net
    data: parts
    batch_size: 8
    epochs: 5
    track: gradient_norm
    ```
    ```{evaluate score}
    run: run
    ```
    ```{sweep rates}
    network: {layers: [2, 4, 2], activations: [tanh, softmax]}
    data: parts
    batch_size: [8, 16]
    learning_rate: [1, 0.1, 0.5]
    epochs: 3
    ```

    """

  @Test func putsItsMarksInLayersThatShareAxes() throws {
    let figure = try plot("lines: run.val_loss\npoints: run.val_loss\narea: run.train_loss")
    let marks = figure.panels[0].layers.map { layer -> String in
      guard case .series(let series, let mark) = layer else { return "" }
      return "\(mark.rawValue) \(series.map(\.label))"
    }
    #expect(
      marks == [
        "area [\"training loss\"]", "line [\"validation loss\"]", "points [\"validation loss\"]",
      ])
    #expect(figure.x.title == "epoch")
    #expect(figure.y.title == "cross-entropy (nats)")
    #expect(figure.y.includes == 0)
  }

  @Test func runsAlongUpdatesByTheBatchesOfAnEpoch() throws {
    // 36 rows to train on make 5 batches of 8, and 3 of 16.
    let single = try plot("lines: run.train_loss\nagainst: update").allSeries[0]
    #expect(single.x == [5, 10, 15, 20, 25])
    let swept = try plot("lines: rates.train_loss\nagainst: update")
    #expect(swept.x.title == "update")
    #expect(swept.allSeries.map { $0.x.last } == [15, 15, 15, 9, 9, 9])
    let norms = try plot("lines: run.gradient_norm\nagainst: epoch").allSeries[0]
    #expect(norms.x.prefix(5) == [0.2, 0.4, 0.6, 0.8, 1])
  }

  @Test func putsEpochsAndUpdatesOnOneAxisOfUpdates() throws {
    let figure = try plot("lines: [run.train_loss, run.gradient_norm]")
    #expect(figure.x.title == "update")
    #expect(figure.allSeries.map { $0.x.last } == [25, 25])
  }

  @Test func runsAlongTheValuesOfAPath() throws {
    let figure = try plot("points: run.val_acc\nagainst: run.val_loss")
    let other = try plot("lines: run.val_loss")
    #expect(figure.allSeries[0].x == other.allSeries[0].y)
    #expect(figure.x.title == "validation loss, cross-entropy (nats)")
  }

  @Test func hasAPanelForEachValueOfTheSettingToFacetBy() throws {
    let figure = try plot("lines: [rates.train_loss, run.train_loss]\nfacet: batch_size")
    #expect(figure.panels.map(\.title) == ["batch size 8", "batch size 16"])
    for panel in figure.panels {
      #expect(panel.allSeries.map(\.label) == ["1, rates", "0.1, rates", "0.5, rates", "run"])
    }
  }

  @Test func goesFromLightToDarkByTheValuesOfASetting() throws {
    let byRate = try plot("lines: rates.train_loss")
    #expect(
      byRate.allSeries.map(\.color) == [
        .shade(hue: 0, 1), .shade(hue: 0, 0), .shade(hue: 0, 0.5), .shade(hue: 1, 1),
        .shade(hue: 1, 0), .shade(hue: 1, 0.5),
      ])
    let bySize = try plot("lines: rates.train_loss\ncolor: batch_size")
    #expect(
      bySize.allSeries.map(\.color) == [
        .shade(hue: 0, 0), .shade(hue: 1, 0), .shade(hue: 2, 0), .shade(hue: 0, 1),
        .shade(hue: 1, 1), .shade(hue: 2, 1),
      ])
  }

  @Test func drawsTrainingAndValidationOfARunInOneHue() throws {
    let series = try plot("lines: [run.train_loss, run.val_loss]").allSeries
    #expect(series.map(\.color) == [.category(0), .category(0)])
    #expect(series.map(\.stroke) == [.solid, .dashed])
    #expect(try plot("lines: run.val_loss").allSeries.map(\.stroke) == [.solid])
    let bars = try plot("bars: [score.precision, score.recall]").allSeries
    #expect(bars.map(\.color) == [.category(0), .category(1)])
  }

  @Test func drawsOneNumberPerRunAlongASettingInRisingOrder() throws {
    let figure = try plot("lines: rates.train_loss[-1]\nlog_x: true")
    #expect(figure.x == Axis("learning rate", scale: .logarithmic))
    #expect(figure.allSeries.map(\.x) == [[0.1, 0.5, 1], [0.1, 0.5, 1]])
    #expect(figure.allSeries.map(\.label) == ["8", "16"])
    let bars = try plot("bars: rates.train_loss[-1]\nagainst: batch_size")
    #expect(bars.x == Axis("batch size", categories: ["8", "16"]))
    #expect(bars.allSeries.map(\.label) == ["1", "0.1", "0.5"])
    #expect(bars.allSeries.map(\.x) == [[0, 1], [0, 1], [0, 1]])
  }

  @Test func namesTheClassesOfValuesPerClass() throws {
    let figure = try plot("bars: score.f1")
    #expect(figure.x == Axis("class", categories: ["0", "1"]))
    #expect(figure.y.possible == 0...1)
    let matrix = try plot("heatmap: score.confusion_matrix")
    #expect(matrix.y == Axis("true class", categories: ["0", "1"]))
    let row = try plot("bars: score.confusion_matrix[0]")
    #expect(row.x == Axis("predicted class", categories: ["0", "1"]))
    guard case .cells(let cells)? = matrix.panels[0].layers.first else {
      Issue.record("there are no cells")
      return
    }
    #expect(cells.areSquares)
    #expect(cells.texts.joined().allSatisfy { $0.count == 2 && $0[1].hasSuffix(" %") })
  }

  @Test func comparesLossesWithGuessingAndAccuraciesWithTheCommonestAnswer() throws {
    let loss = try plot("lines: [run.train_loss, run.val_loss]")
    #expect(loss.references.map(\.label) == ["guessing: ln 2 = 0.6931"])
    #expect(abs((loss.references.first?.y ?? 0) - 0.693147180559945) < 1e-15)
    let accuracy = try plot("lines: [run.train_acc, run.val_acc]\nlimits: [0, 1]")
    #expect(accuracy.references.count == 1)
    // The validation part has 12 rows.
    let twelfths = (accuracy.references.first?.y ?? 0) * 12
    #expect(abs(twelfths - twelfths.rounded()) < 1e-12)
    #expect(try plot("lines: run.gradient_norm").references.isEmpty)
  }

  /// Of 200 points, 20 are of one class: NumPy 2.4.6, `-(0.9 * np.log(0.9) + 0.1 * np.log(0.1))`.
  @Test func comparesLossesOfUnequalClassesWithTheirShares() throws {
    let lesson = CheckedLesson(
      """
      ---
      seed: 1
      ---
      ```{data points}
      source: builtin:circles
      rows: 200
      shares: [0.9, 0.1]
      ```
      ```{network net}
      layers: [2, 4, 1]
      activations: [tanh, sigmoid]
      ```
      ```{train run}
      network: net
      data: points
      epochs: 2
      ```
      ```{plot}
      lines: run.train_loss
      limits: [0, 1]
      ```

      """, commands: blockCommands)
    #expect(lesson.messages == [])
    guard case .figure(let figure)? = lesson.run().outcomes.last?.outputs.first else {
      throw NoFigure()
    }
    #expect(
      figure.references.map(\.label) == [
        "guessing: ln 2 = 0.6931", "always the class shares: 0.3251",
      ])
    #expect(abs((figure.references.last?.y ?? 0) - 0.3250829733914482) < 1e-12)
  }

  /// The rate is so high that the loss soon no longer falls.
  private func stopped(_ plots: String) throws -> (epoch: Int, figures: [Figure]) {
    let lesson = CheckedLesson(
      Self.runs + """
        ```{train stopped}
        network: net
        data: parts
        learning_rate: 3
        epochs: 200
        early_stopping: {patience: 2}
        ```

        """ + plots, commands: blockCommands)
    #expect(lesson.messages == [])
    let executed = lesson.run()
    let epochs = executed.value("stopped", "epoch")?.elements?.compactMap(\.asNumber)
    let figures = executed.outcomes.compactMap { outcome -> Figure? in
      if case .figure(let figure)? = outcome.outputs.first { figure } else { nil }
    }
    let last = try #require(epochs?.last)
    try #require(last < 200)
    return (Int(last), Array(figures.suffix(plots.ranges(of: "{plot}").count)))
  }

  @Test func saysWhereEarlyStoppingEndedARun() throws {
    let (epoch, figures) = try stopped(
      """
      ```{plot}
      lines: [stopped.train_loss, stopped.val_loss]
      ```
      ```{plot}
      lines: {all: run.val_loss, early: stopped.val_loss}
      against: update
      ```
      ```{plot}
      points: stopped.val_acc
      against: stopped.val_loss
      ```

      """)
    try #require(figures.count == 3)
    let ends = figures.map { figure in figure.references.filter { $0.y == nil } }
    #expect(
      ends[0] == [
        ReferenceLine(x: Double(epoch), label: "stopped early, at epoch \(epoch) of 200")
      ])
    // 36 rows make 2 batches of 32.
    #expect(
      ends[1] == [
        ReferenceLine(
          x: Double(2 * epoch), label: "early: stopped early, at update \(2 * epoch) of 400")
      ])
    #expect(ends[2] == [])
  }

  @Test func saysWhichWordsTheLessonGives() throws {
    let figure = try plot("lines: {mine: run.val_loss, run: run.train_loss}\ntitle: Own\ny: loss")
    #expect(figure.wordsOfAuthor == ["Own", "loss", "mine", "run"])
    #expect(try plot("lines: run.val_loss").wordsOfAuthor == [])
  }

  @Test func beginsTitlesOfItsOwnWithACapitalLetter() throws {
    #expect(try plot("lines: run.val_loss").title == "Validation loss")
    #expect(try plot("heatmap: rates.val_loss[-1]").title == "Validation loss")
    #expect(try plot("histogram: run.gradient_norm").title == "Gradient norm")
    #expect(try plot("lines: run.val_loss\ntitle: loss").title == "loss")
  }

  @Test func drawsNoLineToCompareWithThatIsFarAway() {
    let series = [Series(label: "", x: [1, 2], y: [0.1, 0.5], color: .category(0))]
    let axis = Axis("loss", includes: 0)
    #expect(ReferenceLine(y: 0.74, label: "").isClose(to: series, on: axis))
    #expect(!ReferenceLine(y: 0.76, label: "").isClose(to: series, on: axis))
    #expect(ReferenceLine(y: 0.74, label: "").drawn(ifCloseTo: series, on: axis).isDrawn)
    #expect(!ReferenceLine(y: 0.76, label: "").drawn(ifCloseTo: series, on: axis).isDrawn)
    #expect(!ReferenceLine(y: 0.3, label: "").isClose(to: [], on: axis))
    let logarithmic = Axis("loss", scale: .logarithmic)
    #expect(ReferenceLine(y: 1, label: "").isClose(to: series, on: logarithmic))
    #expect(!ReferenceLine(y: 1.1, label: "").isClose(to: series, on: logarithmic))
    let limited = Axis("loss", limits: 0...0.2)
    #expect(!ReferenceLine(y: 0.3, label: "").isClose(to: series, on: limited))
  }

  @Test func smoothsLinesAndSaysByHowMuch() throws {
    let series = try plot("lines: run.train_loss\nsmooth: 0.5").allSeries[0]
    let raw = try plot("lines: run.train_loss").allSeries[0]
    #expect(series.label == "training loss")
    #expect(series.smoothing?.weight == 0.5)
    #expect(series.y == raw.y)
    let second = (raw.y[0] * 0.25 + raw.y[1] * 0.5) / 0.75
    #expect(abs((series.smoothing?.values[1] ?? 0) - second) < 1e-12)
    #expect(raw.smoothing == nil)
    let swept = try plot("lines: rates.train_loss\nsmooth: 0.5")
    #expect(swept.seriesTitle == "batch size, learning rate")
    #expect(swept.allSeries.allSatisfy { $0.smoothing?.weight == 0.5 })
  }

  @Test(arguments: [
    ("rates.val_loss[-1]", "learning rate", "batch size", "cross-entropy (nats)"),
    ("rates[batch_size=8].val_loss[-1]", "learning rate", "", "cross-entropy (nats)"),
    ("score.confusion_matrix", "predicted class", "true class", "examples"),
  ])
  func givesTheAxesOfAHeatmapTheTitlesOfTheLesson(
    _ path: String, _ x: String, _ y: String, _ quantity: String
  ) throws {
    let asItIs = try plot("heatmap: \(path)")
    #expect(asItIs.x.title == x && asItIs.y.title == y)
    let titled = try plot("heatmap: \(path)\nx: across\ny: down")
    #expect(titled.x.title == "across" && titled.y.title == "down")
    for figure in [asItIs, titled] {
      guard case .cells(let cells)? = figure.panels[0].layers.first else {
        Issue.record("there are no cells")
        return
      }
      #expect(cells.valueTitle == quantity)
    }
  }

  @Test func putsSingleNumbersSideBySideOverTheirNames() throws {
    let bars = try plot("bars: {free: score.accuracy, same: score.accuracy}")
    #expect(bars.x == Axis("value", categories: ["free", "same"]))
    #expect(bars.y.title == "accuracy" && bars.title == "Accuracy")
    #expect(bars.allSeries.map(\.label) == ["accuracy"])
    #expect(bars.allSeries.map(\.x) == [[0, 1]])
    #expect(bars.allSeries[0].y[0] == bars.allSeries[0].y[1])
    let points = try plot(
      "points:\n  - run.train_loss[-1]\n  - run.val_loss[-1]\ntitle: The end")
    #expect(points.x.categories == ["training loss", "validation loss"])
    #expect(points.y.title == "cross-entropy (nats)" && points.title == "The end")
    #expect(points.allSeries[0].highlight == nil)
  }

  @Test func putsBarsAndPointsOfOneNameInOnePlace() throws {
    let bars = "bars:\n  first: run.train_loss[0]\n  last: run.train_loss[-1]"
    let figure = try plot(bars + "\npoints:\n  last: run.val_loss[-1]")
    #expect(figure.x.categories == ["first", "last"])
    #expect(figure.allSeries.map(\.x) == [[0, 1], [1]])
    #expect(figure.allSeries.map(\.label) == ["training loss", "validation loss"])
  }

  @Test func putsWhatIsOverDifferentWordsOverAllOfThem() throws {
    let sweep = """
      ```{sweep others}
      network: {layers: [2, 4, 2], activations: [tanh, softmax]}
      data: parts
      batch_size: [4, 16]
      epochs: 1
      ```

      """
    let paths = "bars:\n  - rates[learning_rate=1].val_loss[-1]\n  - others.val_loss[-1]"
    let lesson = CheckedLesson(
      Self.runs + sweep + "```{plot}\n\(paths)\n```\n", commands: blockCommands)
    #expect(lesson.messages == [])
    guard case .figure(let figure)? = lesson.run().outcomes.last?.outputs.first else {
      throw NoFigure()
    }
    #expect(figure.x == Axis("batch size", categories: ["8", "16", "4"]))
    #expect(figure.allSeries.map(\.x) == [[0, 1], [2, 1]])
  }

  @Test func doesNotDrawTwoNumbersOfOneName() throws {
    let numbers = "  - run.train_loss[0]\n  - run.train_loss[0]"
    let outcome = try #require(run("bars:\n\(numbers)").outcomes.last)
    #expect(
      outcome.message?.contains(
        "two numbers are called 'training loss'; give each a label of its own") == true)
  }

  @Test(arguments: [
    (
      ["rates.runs[0].train_loss", "rates.runs[1].train_loss"],
      ["rates.runs[0].train_loss", "rates.runs[1].train_loss"]
    ),
    (
      [
        "rates[batch_size=8, learning_rate=1].val_loss",
        "rates[batch_size=8, learning_rate=0.1].val_loss",
      ],
      [
        "validation loss, batch size 8, learning rate 1",
        "validation loss, batch size 8, learning rate 0.1",
      ]
    ),
    (
      ["rates[batch_size=8, learning_rate=1].val_loss", "rates.runs[0].train_loss"],
      ["validation loss", "training loss"]
    ),
    (["run.train_loss", "run.train_loss"], ["training loss", "training loss"]),
  ])
  func tellsPathsOfOneNameApart(_ paths: [String], _ labels: [String]) throws {
    let list = paths.map { "\n  - \($0)" }.joined()
    #expect(try plot("lines:" + list).allSeries.map(\.label) == labels)
    if labels[0] != labels[1] {
      let ends = paths.map { "\n  - \($0)[-1]" }.joined()
      #expect(try plot("bars:" + ends).x.categories.count == 2)
    }
  }

  @Test func putsParametersIntoLabels() throws {
    let runs = """
      ---
      params: {rate: 0.5, name: quick}
      ---
      ```{data points}
      source: builtin:moons
      rows: 40
      ```
      ```{network net}
      layers: [2, 2]
      activations: [softmax]
      ```
      ```{train run}
      network: net
      data: points
      learning_rate: $rate
      epochs: 2
      ```

      """
    func figure(_ options: String) throws -> Figure {
      let lesson = CheckedLesson(runs + "```{plot}\n\(options)\n```\n", commands: blockCommands)
      #expect(lesson.messages == [])
      guard case .figure(let figure)? = lesson.run().outcomes.last?.outputs.first else {
        throw NoFigure()
      }
      return figure
    }
    let lines = try figure(#"lines: {"$name": run.train_loss, "rate ${rate}": run.train_acc}"#)
    #expect(lines.allSeries.map(\.label) == ["quick", "rate 0.5"])
    let boundary = try figure(#"boundary: {"for $$5": run}"#)
    #expect(boundary.panels.map(\.title) == ["for $5"])
  }

  @Test func remarksThatTheBestLiesAtTheBorderOfTheGrid() throws {
    let outputs = try #require(run("heatmap: rates.val_loss[-1]").outcomes.last?.outputs)
    guard case .figure(let figure)? = outputs.first,
      case .cells(let cells)? = figure.panels[0].layers.first
    else {
      Issue.record("there are no cells")
      return
    }
    let numbers = cells.values.joined()
    let best = try #require(cells.marked)
    #expect(cells.values[best.row][best.column] == numbers.min())
    // With two batch sizes the best is always at the border.
    guard outputs.count == 2, case .note(let note) = outputs[1] else {
      Issue.record("there is no note")
      return
    }
    #expect(note.severity == .information)
    #expect(note.message.hasPrefix("The best value lies at the border of the grid: batch size "))
  }

  @Test(arguments: ["train_loss", "val_loss", "train_acc", "val_acc"])
  func marksTheBestCellWhateverIsShown(_ member: String) throws {
    let outputs = try #require(run("heatmap: rates.\(member)[-1]").outcomes.last?.outputs)
    guard case .figure(let figure)? = outputs.first,
      case .cells(let cells)? = figure.panels[0].layers.first
    else {
      Issue.record("there are no cells")
      return
    }
    let best = try #require(cells.marked)
    let numbers = cells.values.joined()
    #expect(
      cells.values[best.row][best.column]
        == (member.hasSuffix("loss") ? numbers.min() : numbers.max()))
    #expect(outputs.notes.count == 1)
  }

  /// That a training loss is lowest at its end says nothing.
  @Test func pointsOutTheBestOfWhatTrainingDoesNotSee() throws {
    #expect(try plot("lines: run.train_loss").allSeries[0].highlight == nil)
    #expect(try plot("lines: run.val_loss").allSeries[0].highlight != nil)
  }

  @Test(arguments: [
    ("lines: {mine: rates.train_loss}\nfacet: batch_size", ["1, mine", "0.1, mine", "0.5, mine"]),
    ("bars:\n  mine: rates.train_loss[-1]", ["8, mine", "16, mine"]),
    ("lines: rates.train_loss\nfacet: batch_size", ["1", "0.1", "0.5"]),
    ("lines: {mine: run.train_loss}", ["mine"]),
  ])
  func namesTheRunsOfASweepAsTheLessonDoes(_ options: String, _ labels: [String]) throws {
    #expect(try plot(options).panels[0].allSeries.map(\.label) == labels)
  }

  /// Here it is the loss that is lost, which no layer has.
  @Test func namesTheUpdateWhereARunIsLost() throws {
    let lesson = CheckedLesson(
      """
      ```{data points}
      source: builtin:gaussian
      rows: 40
      ```
      ```{network wild}
      layers: [2, 8, 2]
      activations: [linear, linear]
      ```
      ```{train trained}
      network: wild
      data: points
      learning_rate: 1000000
      epochs: 20
      ```
      ```{plot}
      lines: trained.train_loss
      ```
      """, commands: blockCommands
    ).run()
    guard case .figure(let figure)? = lesson.outcomes.last?.outputs.first else {
      Issue.record("there is no figure")
      return
    }
    let series = figure.panels[0].allSeries[0]
    #expect(series.y.last?.isNaN == true)
    #expect(series.reasonOfBreak?.contains(/^update \d+, loss$/) == true)
  }

  private func run(_ options: String) -> ExecutedLesson {
    let lesson = CheckedLesson(Self.runs + "```{plot}\n\(options)\n```\n", commands: blockCommands)
    #expect(lesson.messages == [])
    return lesson.run()
  }

  private func plot(_ options: String) throws -> Figure {
    let outcome = try #require(run(options).outcomes.last)
    guard case .figure(let figure)? = outcome.outputs.first else {
      Issue.record("there is no figure: \(outcome.message ?? "")")
      throw NoFigure()
    }
    return figure
  }

  private struct NoFigure: Error {}
}
