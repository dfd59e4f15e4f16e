import Commands
import Execution
import LessonTesting
import Testing

/// Runs that differ in their seed alone tell how much is luck.
@Suite("The seeds of a sweep")
struct SweptSeedTests {
  private static let data = """
    ```{data points}
    source: builtin:moons
    rows: 80
    noise: 0.3
    ```
    ```{split parts}
    data: points
    validation: 0.25
    ```

    """

  private static func sweep(_ options: String, network: String = "") -> String {
    """
    ```{sweep runs}
    network: {layers: [2, 6, 2], activations: [tanh, softmax], dropout: 0.2\(network)}
    data: parts
    batch_size: 8
    epochs: 4
    \(options)
    ```

    """
  }

  private func run(_ text: String) -> ExecutedLesson {
    let lesson = CheckedLesson(text, commands: blockCommands)
    #expect(lesson.messages == [])
    return lesson.run()
  }

  private func records(in lesson: ExecutedLesson) -> [Value] {
    lesson.value("runs", "runs")?.elements ?? []
  }

  private func member(_ name: String, of record: Value) -> Value? {
    guard case .record(let members) = record else { return nil }
    return members.first { $0.name == name }?.value
  }

  private func lastLosses(in lesson: ExecutedLesson) -> [Double] {
    records(in: lesson).map { member("val_loss", of: $0)?.elements?.last?.asNumber ?? .nan }
  }

  private func figures(in lesson: ExecutedLesson) -> [Figure] {
    (lesson.outcome("runs")?.outputs ?? []).compactMap { output in
      if case .figure(let figure) = output { figure } else { nil }
    }
  }

  private func spread(in lesson: ExecutedLesson) -> Table? {
    let tables = (lesson.outcome("runs")?.outputs ?? []).compactMap { output in
      if case .table(let table) = output { table } else { nil }
    }
    return tables.first
  }

  @Test(arguments: ["block", "notebook"])
  func areThoseOfTrain(_ stream: String) {
    let rates = ["0.1", "0.5"].flatMap { rate in ["7", "8", "4294967295"].map { (rate, $0) } }
    let single = rates.enumerated().map { number, run in
      """
      ```{train t\(number)}
      network: net
      data: parts
      batch_size: 8
      epochs: 4
      learning_rate: \(run.0)
      seed: \(run.1)
      ```

      """
    }
    let lesson = run(
      "---\nrandom_stream: \(stream)\n---\n" + Self.data
        + Self.sweep("learning_rate: [0.1, 0.5]\nseed: [7, 8, 4294967295]", network: ", seed: 3")
        + "```{network net}\nlayers: [2, 6, 2]\nactivations: [tanh, softmax]\ndropout: 0.2\nseed: 3\n```\n"
        + single.joined())
    let losses = records(in: lesson).map { member("val_loss", of: $0) }
    #expect(losses.count == 6 && losses.allSatisfy { $0 != nil })
    #expect(losses == (0..<6).map { lesson.value("t\($0)", "val_loss") })
    #expect(Set(losses.compactMap { $0?.description }).count == 6)
  }

  @Test func areSettingsLikeOthers() {
    let lesson = run(
      Self.data + Self.sweep("seed: [5, 2]")
        + """
        ```{expect}
        - runs[seed=2].val_loss[-1] < 9
        - abs(mean(runs.val_loss[-1]) - (runs[seed=2].val_loss[-1] + runs[seed=5].val_loss[-1]) / 2) < 1e-12
        ```
        ```{evaluate second}
        run: runs[seed=2]
        on: validation
        ```
        ```{show all}
        value: runs
        ```

        """)
    #expect(lesson.outcomes.allSatisfy { $0.status == .done })
    #expect(lesson.value("second", "loss")?.asNumber == lastLosses(in: lesson).last)
    #expect(records(in: lesson).map { member("seed", of: $0) } == [.integer(5), .integer(2)])
    guard case .table(let table)? = lesson.outcomes.last?.outputs.first else {
      Issue.record("there is no table")
      return
    }
    #expect(table.columns.first?.title == "seed" && table.rows.compactMap(\.first) == ["5", "2"])
    #expect(lesson.outcomes.last?.outputs.last == spread(in: lesson).map(Output.table))
  }

  @Test func areShownByTheirSpread() throws {
    let lesson = run(
      Self.data + Self.sweep("seed: [5, 2]\nlearning_rate: [0.5, 0.1]")
        + "```{show}\nvalue: runs.loss_over_seeds\n```\n")
    #expect(lesson.outcomes.last?.outputs == [.table(try #require(spread(in: lesson)))])
  }

  /// At next to no rate, the loss is that of the weights that a run begins with.
  @Test(arguments: [("", false), (", seed: 3", true)])
  func drawWeightsUnlessTheNetworkHasASeed(_ network: String, areEqual: Bool) {
    let lesson = run(
      Self.data + Self.sweep("seed: [1, 2]\nlearning_rate: 1e-15", network: network))
    let losses = lastLosses(in: lesson)
    #expect(losses.count == 2)
    #expect((abs(losses[0] - losses[1]) < 1e-9) == areEqual)
  }

  /// One seed in a list gives the order that it gives by itself; the weights come from a stream of another name.
  @Test func mayBeOnlyOne() {
    func losses(_ options: String) -> [Double] {
      lastLosses(in: run(Self.data + Self.sweep(options, network: ", seed: 3")))
    }
    let listed = losses("learning_rate: [0.5]\nseed: [9]")
    #expect(listed.count == 1 && listed == losses("learning_rate: [0.5]\nseed: 9"))
    let lesson = run(Self.data + Self.sweep("learning_rate: [0.5, 0.1]\nseed: [9]"))
    // Of one there is no spread, and the heatmap is that of the runs.
    #expect(spread(in: lesson) == nil)
    #expect(figures(in: lesson).last?.title == "Validation loss after the last epoch")
  }

  @Test(arguments: [
    "learning_rate: [0.5, 0.1]\nseed: [1, 2, 3]", "seed: [1, 2, 3]\nlearning_rate: [0.5, 0.1]",
  ])
  func haveAMeanAndASpread(_ options: String) throws {
    let lesson = run(Self.data + Self.sweep(options))
    let losses = zip(records(in: lesson), lastLosses(in: lesson))
    let expected = ["0.5", "0.1"].map { rate in
      let losses = losses.filter { member("learning_rate", of: $0.0)?.description == rate }.map(\.1)
      let mean = losses.reduce(0, +) / 3
      let squares = losses.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
      return (
        rate: rate, mean: mean,
        numbers: [mean, (squares / 2).squareRoot(), losses.min() ?? 0, losses.max() ?? 0]
      )
    }
    let table = try #require(spread(in: lesson))
    #expect(
      table.columns.map(\.title)
        == ["learning_rate", "mean", "standard deviation", "lowest", "highest"])
    #expect(
      table.rows
        == expected.map { row in [row.rate] + row.numbers.map { significantDigits($0, 4) } })
    #expect(table.remark == "validation loss after the last epoch, over 3 seeds")
    let heatmap = try #require(figures(in: lesson).last)
    #expect(heatmap.title == "Validation loss after the last epoch, mean of 3 seeds")
    guard case .cells(let cells)? = heatmap.panels.first?.layers.first else {
      Issue.record("there is no heatmap")
      return
    }
    #expect(zip(cells.values.joined(), expected).allSatisfy { abs($0 - $1.mean) < 1e-15 })
    #expect(heatmap.x.categories == ["0.5", "0.1"])
  }

  /// Their lines have one hue, whatever stands first.
  @Test(arguments: [
    "learning_rate: [0.5, 0.1]\nseed: [1, 2, 3]", "seed: [1, 2, 3]\nlearning_rate: [0.5, 0.1]",
  ])
  func areShadesOfTheirSetting(_ options: String) throws {
    let lesson = run(Self.data + Self.sweep(options))
    let series = try #require(figures(in: lesson).first).allSeries
    let hues = zip(records(in: lesson), series).map { record, series in
      guard case .shade(let hue, _) = series.color else { return "none" }
      return "\(member("learning_rate", of: record)?.description ?? ""): \(hue)"
    }
    #expect(Set(hues) == ["0.5: 0", "0.1: 1"])
    #expect(Set(series.map { "\($0.color)" }).count == 6)
  }

  @Test func mayBeAllThatVaries() throws {
    let lesson = run(
      Self.data + Self.sweep("seed: [1, 2]")
        + "```{expect}\n- runs.loss_over_seeds.mean = mean(runs.val_loss[-1]) ± 1e-12\n```\n")
    #expect(
      figures(in: lesson).map(\.title)
        == ["Training loss of each run", "Validation loss over 2 seeds"])
    #expect(try #require(spread(in: lesson)).rows.map(\.count) == [4])
    #expect(lesson.outcomes.allSatisfy { $0.status == .done })
  }

  /// Whether values are asked for by name or all together, they are the same, and each name leads to one.
  @Test func haveValuesThatAreFoundByTheirNames() throws {
    let sweep = try #require(
      run(Self.data + Self.sweep("seed: [1, 2]\nlearning_rate: [0.5, 0.1]")).outcome("runs")?.value)
    #expect(sweep.members.map(\.name) == ["runs", "loss_over_seeds"])
    for member in sweep.members { #expect(sweep.member(member.name) == member.value) }
    guard case .grid(let losses)? = sweep.member("val_loss") else {
      Issue.record("there is no grid")
      return
    }
    #expect(sweep.member("runs")?.elements?.map { self.member("val_loss", of: $0) } == losses.cells)
    for name in ["runs.val_loss", "loss_over_seeds.median", "runs_", "loss"] {
      #expect(sweep.member(name) == nil)
    }
  }

  @Test(arguments: [
    "learning_rate: [0.5, 0.1]\nseed: [1, 2, 3]", "seed: [1, 2, 3]\nlearning_rate: [0.5, 0.1]",
  ])
  func haveASpreadThatCanBeCited(_ options: String) throws {
    let names = ["mean", "standard_deviation", "lowest", "highest"]
    let values = names.map { "`{value} runs[learning_rate=0.1].loss_over_seeds.\($0) %.4g`" }
    let lesson = run(
      Self.data + Self.sweep(options) + values.joined(separator: ", ")
        + """

        ```{expect}
        - runs[learning_rate=0.5].loss_over_seeds.lowest = min(runs[learning_rate=0.5].val_loss[-1])
        - runs[learning_rate=0.5].loss_over_seeds.highest = max(runs[learning_rate=0.5].val_loss[-1])
        ```
        ```{plot}
        heatmap: runs.loss_over_seeds.mean
        ```

        """)
    #expect(lesson.outcomes.allSatisfy { $0.status == .done })
    let row = try #require(spread(in: lesson)?.rows.first { $0[0] == "0.1" })
    #expect(lesson.inlineTexts == Array(row.dropFirst()))
    #expect(
      lesson.outcomes.last?.outputs.contains(where: \.isFigure) == true)
  }

  @Test func areNothingToCiteWithoutSeveral() {
    expectMistakes(
      Self.data + Self.sweep("learning_rate: [0.5, 0.1]\nseed: [1]")
        + "`{value} runs.«loss_over_seeds.mean»`",
      [
        "'runs', a sweep, has no 'loss_over_seeds.mean': that is of several seeds, as in 'seed: [1, 2, 3]'"
      ])
  }

  /// The spread is of all seeds, and several numbers have its name.
  @Test(arguments: [
    (
      "runs[learning_rate=0.1, «seed»=1].loss_over_seeds.mean",
      "'loss_over_seeds.mean' does not depend on 'seed': leave this setting out"
    ),
    (
      "runs[learning_rate=0.1, «seed»=1].loss_over_seeds",
      "'loss_over_seeds' does not depend on 'seed': leave this setting out"
    ),
    (
      "runs[learning_rate=«0.2»].loss_over_seeds.mean",
      "the sweep has no learning_rate=0.2; it has 0.5 or 0.1"
    ),
    (
      "runs[learning_rate=0.1].«loss_over_seeds»",
      "name a value of 'loss_over_seeds' here, such as runs[learning_rate=0.1].loss_over_seeds.mean"
    ),
    (
      "runs.runs[0].«loss_over_seeds.mean»",
      "a run of 'runs' has no 'loss_over_seeds.mean'; it has epoch, train_loss, train_acc, val_loss or val_acc"
    ),
  ])
  func haveASpreadOfAllOfThem(_ path: String, _ message: String) {
    expectMistakes(
      Self.data + Self.sweep("learning_rate: [0.5, 0.1]\nseed: [1, 2, 3]")
        + "`{value} \(path)`", [message])
  }

  @Test func areLeftOutOfThePathToTheSpreadOfASweepOfNothingElse() {
    expectMistakes(
      Self.data + Self.sweep("seed: [1, 2, 3]") + "`{value} runs[«seed»=1].loss_over_seeds.mean`",
      ["'loss_over_seeds.mean' does not depend on 'seed': leave this setting out"])
  }

  /// A panel for each setting, with the mean between the lowest and the highest loss of each epoch.
  @Test func haveABand() throws {
    let lesson = run(
      Self.data + Self.sweep("seed: [1, 2, 3]\nlearning_rate: [0.5, 0.1]\nrecord_every: 2"))
    let band = try #require(figures(in: lesson).first { $0.title.hasSuffix("over 3 seeds") })
    #expect(band.title == "Validation loss over 3 seeds")
    #expect(band.panels.map(\.title) == ["learning rate 0.5", "learning rate 0.1"])
    for (panel, rate) in zip(band.panels, ["0.5", "0.1"]) {
      let losses = records(in: lesson).filter {
        member("learning_rate", of: $0)?.description == rate
      }.map { member("val_loss", of: $0)?.elements?.compactMap(\.asNumber) ?? [] }
      let series = panel.allSeries
      #expect(series.map(\.label) == ["highest", "lowest", "mean"])
      #expect(series.map(\.stroke) == [.dotted, .dotted, .solid])
      #expect(series.allSatisfy { $0.x == [1, 3, 4] })
      for epoch in 0..<3 {
        let column = losses.map { $0[epoch] }
        #expect(series[0].y[epoch] == column.max() && series[1].y[epoch] == column.min())
        #expect(abs(series[2].y[epoch] - column.reduce(0, +) / 3) < 1e-15)
      }
    }
  }

  /// Where a run stops early, there is no mean of all from there on.
  @Test func haveABandAsFarAsAllRunsGo() throws {
    let lesson = run(
      Self.data
        + Self.sweep("seed: [1, 2, 3]\nlearning_rate: 5\nearly_stopping: {patience: 3}")
        .replacing("epochs: 4", with: "epochs: 40"))
    let lengths = records(in: lesson).map { member("epoch", of: $0)?.elements?.count ?? 0 }
    let band = try #require(figures(in: lesson).first { $0.title.hasSuffix("over 3 seeds") })
    #expect(Set(lengths).count > 1)
    #expect(band.allSeries.allSatisfy { $0.x.count == lengths.min() })
  }

  @Test func haveNoBandOfManySettings() {
    let lesson = run(
      Self.data
        + Self.sweep("seed: [1, 2]\nlearning_rate: [0.5, 0.4, 0.3, 0.2, 0.1, 0.05, 0.01]"))
    #expect(!figures(in: lesson).contains { $0.title == "Validation loss over 2 seeds" })
    #expect(spread(in: lesson)?.rows.count == 7)
  }

  /// Runs that differ in nothing but their seed have shades of one hue, also in a plot, and wherever the seed is written.
  @Test func haveTheShades() throws {
    let lesson = run(
      Self.data + Self.sweep("seed: [5, 2]\nlearning_rate: [0.5, 0.1]")
        + "```{plot}\nlines: runs.train_loss\n```\n")
    let own = try #require(figures(in: lesson).first)
    guard case .figure(let plotted)? = lesson.outcomes.last?.outputs.first else {
      Issue.record("no figure")
      return
    }
    for figure in [own, plotted] {
      #expect(figure.allSeries.map(\.label) == ["5, 0.5", "5, 0.1", "2, 0.5", "2, 0.1"])
      #expect(
        figure.allSeries.map(\.color) == [
          .shade(hue: 0, 1), .shade(hue: 1, 1), .shade(hue: 0, 0), .shade(hue: 1, 0),
        ])
    }
  }

  /// A better seed is no better than luck, so that nobody is sent to look for one.
  @Test func haveNoBorder() throws {
    let lesson = run(
      Self.data + Self.sweep("learning_rate: [0.5]\nseed: [1, 2, 3]")
        + "```{plot}\nheatmap: runs.val_loss[-1]\n```\n")
    #expect(lesson.outcomes.last?.outputs.count == 1)
  }

  @Test func mayDiverge() throws {
    let lesson = run(
      Self.data
        + """
        ```{sweep runs}
        network: {layers: [2, 8, 2], activations: [linear, linear]}
        data: parts
        learning_rate: [1000000, 0.01]
        epochs: 20
        seed: [1, 2]
        ```

        """)
    let table = try #require(spread(in: lesson))
    #expect(table.rows.first == ["1000000", "nan", "nan", "nan", "nan"])
    #expect(table.rows.last?.contains("nan") == false)
    #expect(table.remark?.hasSuffix("over 2 seeds; nan: a run diverged") == true)
  }

  @Test(arguments: [
    ("seed: [1, 2, «1»]", "'seed' lists a value twice"),
    ("seed: [1, «-1»]", "'seed' is from 0 to 4294967295, not -1"),
    ("seed: [1, «0.5»]", "'seed' is a whole number, not '0.5'"),
  ])
  func areCheckedAtTheirPlace(_ option: String, _ message: String) {
    expectMistakes(Self.data + Self.sweep(option), [message])
  }
}
