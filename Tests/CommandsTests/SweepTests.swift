import Commands
import Execution
import LessonTesting
import Synchronization
import Testing

@Suite("A sweep")
struct SweepTests {
  private let data = "```{data points}\nsource: builtin:gaussian\nrows: 40\n```\n"

  private func sweep(
    _ options: String, network: String = "layers: [2, 4, 2], activations: [relu, softmax]"
  ) -> String {
    "```{sweep rates}\nnetwork: {\(network)}\ndata: points\n\(options)\n```\n"
  }

  @Test func makesTheRunsOfTrainFromOneSharedStream() {
    let shared = "---\nrandom_stream: notebook\nseed: 3\n---\n" + data
    let swept = run(shared + sweep("batch_size: [8, 16]\nlearning_rate: [0.1, 0.5]\nepochs: 3"))
    var trained = shared
    for (number, (batch, rate)) in [(8, 0.1), (8, 0.5), (16, 0.1), (16, 0.5)].enumerated() {
      trained += """
        ```{network n\(number)}
        layers: [2, 4, 2]
        activations: [relu, softmax]
        ```
        ```{train t\(number)}
        network: n\(number)
        data: points
        batch_size: \(batch)
        learning_rate: \(rate)
        epochs: 3
        ```

        """
    }
    let single = run(trained)
    let runs = swept.value("rates", "runs")?.elements ?? []
    #expect(runs.count == 4)
    for (number, record) in runs.enumerated() {
      #expect(member("train_loss", of: record) == single.value("t\(number)", "train_loss"))
      #expect(member("train_acc", of: record) == single.value("t\(number)", "train_acc"))
    }
  }

  @Test(arguments: ["block", "notebook"])
  func givesAllRunsTheOrderOfItsSeed(_ stream: String) {
    let lesson =
      "---\nrandom_stream: \(stream)\nseed: 3\n---\n" + data
        + """
        ```{sweep rates}
        network: {layers: [2, 4, 2], activations: [relu, softmax], seed: 5, dropout: 0.2}
        data: points
        learning_rate: [0.1, 0.5]
        epochs: 3
        seed: 7
        ```
        ```{network net}
        layers: [2, 4, 2]
        activations: [relu, softmax]
        seed: 5
        dropout: 0.2
        ```
        ```{train first}
        network: net
        data: points
        learning_rate: 0.1
        epochs: 3
        seed: 7
        ```
        ```{train second}
        network: net
        data: points
        learning_rate: 0.5
        epochs: 3
        seed: 7
        ```

        """
    let ran = run(lesson)
    let losses = (ran.value("rates", "runs")?.elements ?? []).map { member("train_loss", of: $0) }
    #expect(losses.count == 2 && losses[0] != nil && losses[0] != losses[1])
    #expect(losses == [ran.value("first", "train_loss"), ran.value("second", "train_loss")])
  }

  @Test func drawsEachRunFromTheStreamOfItsSettings() {
    let both = run(data + sweep("batch_size: [8, 16]\nlearning_rate: [0.5, 0.1]\nepochs: 3"))
    let fewer = run(data + sweep("batch_size: [16]\nlearning_rate: [0.1]\nepochs: 3"))
    #expect(
      member("train_loss", of: both.value("rates", "runs")?.elements?.last)
        == member("train_loss", of: fewer.value("rates", "runs")?.elements?.first))
  }

  @Test(arguments: [
    // As many new runs as there are values more.
    ("learning_rate: [0.5, 0.1]\nepochs: 3", "learning_rate: [0.5, 0.3, 0.1]\nepochs: 3", 1),
    ("learning_rate: [0.5, 0.1]\nepochs: 3", "learning_rate: [0.1, 0.5]\nepochs: 3", 0),
    ("batch_size: [8, 16]\nepochs: 3", "batch_size: [16]\nepochs: 3", 0),
    ("optimizer: [sgd, adam]\nepochs: 3", "optimizer: [rmsprop, adam, sgd]\nepochs: 3", 1),
    (
      "optimizer: [sgd, adam]\nlearning_rate: [0.1]",
      "learning_rate: [0.3, 0.1]\noptimizer: [sgd, adam]",
      4
    ),
    (
      "optimizer: [sgd, adam]\nlearning_rate: [0.1]",
      "optimizer: [sgd, adam]\nlearning_rate: [0.3, 0.1]",
      2
    ),
    ("l2: [0, 0.1]\nclip_norm: [1]", "l2: [0.1]\nclip_norm: [2, 1]", 1),
    ("seed: [1, 2]\nepochs: 3", "seed: [2, 3, 1]\nepochs: 3", 1),
    ("batch_size: [8, 16]\nseed: 1", "batch_size: [8, 16]\nseed: 2", 2),
    // Every run depends on these.
    ("batch_size: [8, 16]\nepochs: 3", "batch_size: [8, 16]\nepochs: 4", 2),
    ("batch_size: [8, 16]\nepochs: 3", "batch_size: [8, 16]\nepochs: 3\nrecord_every: 2", 2),
    // The list is in the name of each run's stream.
    ("batch_size: [8, 16]\nepochs: 3", "batch_size: [8, 16]\nepochs: [3]", 2),
  ])
  func reusesTheRunsOfAnEarlierSweep(before: String, after: String, newRuns: Int) {
    expectReuse(from: sweep(before), in: sweep(after), newRuns: newRuns)
  }

  @Test(arguments: [
    ("layers: [2, [4, 6], 2]", "layers: [2, [8, 6, 4], 2]", 1),
    ("layers: [2, [4, 6], 2], init: [he]", "layers: [2, [4], 2], init: [glorot, he]", 1),
    ("layers: [2, 4, 2], dropout: [[0, 0.5]]", "layers: [2, 4, 2], dropout: [[0.5, 0.2]]", 1),
    (
      "layers: [2, 4, 2], batch_normalization: [true]",
      "layers: [2, 4, 2], batch_normalization: [false, true]",
      1
    ),
    // Every run depends on these.
    ("layers: [2, [4, 6], 2]", "layers: [2, [4, 6], 2], init: glorot", 2),
    ("layers: [2, [4, 6], 2]", "layers: [2, [4, 6], 2], dropout: 0.5", 2),
    ("layers: [2, [4, 6], 2], dropout: 0.5", "layers: [2, [4, 6], 2], dropout: 0.25", 2),
    ("layers: [2, [4, 6], 2]", "layers: [2, [4, 6], 2], seed: 1", 2),
    ("layers: [2, [4, 6], 2]", "layers: [2, [4, 6], 2], precision: float32", 2),
    (
      "layers: [2, [4, 6], 2], loss: categorical_cross_entropy",
      "layers: [2, [4, 6], 2], loss: mean_squared_error", 2
    ),
  ])
  func reusesTheRunsOfNetworksThatAreAsBefore(before: String, after: String, newRuns: Int) {
    func sweep(_ network: String) -> String {
      self.sweep("epochs: 2\nbatch_size: 7", network: "activations: [relu, softmax], \(network)")
    }
    expectReuse(from: sweep(before), in: sweep(after), newRuns: newRuns)
  }

  private func expectReuse(from before: String, in after: String, newRuns: Int) {
    let store = PartCount()
    _ = CheckedLesson(data + before, commands: blockCommands).run(store: store)
    let kept = store.keptParts
    let reusing = CheckedLesson(data + after, commands: blockCommands).run(store: store)
    #expect(store.keptParts == kept + newRuns)
    #expect(reusing.value("rates", "runs") == run(data + after).value("rates", "runs"))
  }

  @Test func variesInTheOrderOfItsLists() {
    let lesson = run(data + sweep("learning_rate: [0.5, 0.1]\nepochs: [1, 2]"))
    let settings = lesson.value("rates", "runs")?.elements?.map {
      [member("learning_rate", of: $0)?.asNumber, member("epochs", of: $0)?.asNumber]
    }
    #expect(settings == [[0.5, 1], [0.5, 2], [0.1, 1], [0.1, 2]])
  }

  @Test func isSelectedFromBySettings() {
    let text =
      data + sweep("batch_size: [8, 16]\nlearning_rate: [0.1, 0.5]\nepochs: 3")
      + "```{expect}\n- rates[learning_rate=0.5, batch_size=16].train_loss[-1] < 5\n"
      + "- length(rates[batch_size=8, learning_rate=0.1].train_loss) = 3\n"
      + "- max(rates.train_loss[-1]) < 5\n- finite(rates.train_loss)\n```\n"
      + "```{plot}\nheatmap: rates.train_loss[-1]\n```\n```{plot}\nlines: rates.train_loss\n```\n"
    let lesson = run(text)
    #expect(
      lesson.outcomes.allSatisfy { $0.status == .done }, "\(lesson.outcomes.compactMap(\.message))")
    guard case .figure(let figure)? = lesson.outcomes.last?.outputs.first,
      case .series(let series, by: .line)? = figure.panels.first?.layers.first
    else {
      Issue.record("there is no chart")
      return
    }
    #expect(series.map(\.label) == ["8, 0.1", "8, 0.5", "16, 0.1", "16, 0.5"])
    #expect(figure.seriesTitle == "batch size, learning rate")
  }

  @Test func goesOnAfterARunThatDiverges() {
    let text =
      data
      + "```{sweep rates}\nnetwork: {layers: [2, 8, 2], activations: [linear, linear]}\ndata: points\n"
      + "learning_rate: [1000000, 0.01]\nepochs: 20\n```\n```{show}\nvalue: rates\n```\n"
      + "```{plot}\nheatmap: rates.train_loss[0]\n```\n"
    let lesson = run(text)
    #expect(lesson.outcome("rates")?.status == .done)
    let runs = lesson.value("rates", "runs")?.elements ?? []
    #expect(member("train_loss", of: runs.last)?.elements?.count == 20)
    let notes = lesson.outcome("rates")?.outputs.compactMap { output in
      if case .note(let note) = output { note.message } else { nil }
    }
    #expect(notes?.count == 1)
    #expect(notes?.first?.hasPrefix("learning_rate=1000000: Training diverged: ") == true)
  }

  /// What is not finite diverges, whether a sweep is asked as a whole, by a value, or run by run.
  @Test func divergesWhereOneOfItsRunsDoes() {
    let claims = [
      "diverges(rates)", "finite(rates)", "diverges(rates.train_loss)", "finite(rates.train_loss)",
      "diverges(rates[learning_rate=0.01].train_loss)", "diverges(rates.runs)",
    ]
    let lesson = run(
      data
        + "```{sweep rates}\nnetwork: {layers: [2, 8, 2], activations: [linear, linear]}\ndata: points\n"
        + "learning_rate: [1000000, 0.01]\nepochs: 20\n```\n\n"
        + claims.map { "`{value} \($0)`\n" }.joined())
    #expect(lesson.inlineTexts == ["true", "false", "true", "false", "false", "true"])
  }

  /// With early stopping, the networks are those of the best epochs, and so are the numbers to choose by.
  @Test func showsTheLossesOfTheNetworksThatAreKept() throws {
    func sweep(_ options: String) throws -> (lesson: ExecutedLesson, title: String, row: [Double]) {
      let lesson = run(
        data.replacing("rows: 40", with: "rows: 200")
          + "```{split parts}\ndata: points\nvalidation: 0.25\n```\n"
          + "```{sweep rates}\nnetwork: {layers: [2, 6, 2], activations: [relu, softmax], seed: 2}\n"
          + "data: parts\nlearning_rate: [0.5, 0.1, 0.9]\nepochs: 40\nseed: 1\n\(options)\n```\n"
          + "```{show}\nvalue: rates\n```\n")
      let figures = lesson.outcome("rates")?.outputs.compactMap { output in
        if case .figure(let figure) = output { figure } else { nil }
      }
      let heatmap = try #require(figures?.last)
      guard case .cells(let cells)? = heatmap.panels.first?.layers.first else {
        Issue.record("there is no heatmap")
        return (lesson, "", [])
      }
      return (lesson, heatmap.title, cells.values[0])
    }
    let best = try sweep("early_stopping: {patience: 2}")
    #expect(best.title == "Validation loss of the kept network")
    let runs = best.lesson.value("rates", "runs")?.elements ?? []
    let losses = runs.map { member("val_loss", of: $0)?.elements?.compactMap(\.asNumber) ?? [] }
    let epochs = runs.map { member("best_epoch", of: $0)?.asNumber ?? .nan }
    try #require(losses.count == 3 && losses.allSatisfy { $0.count > 1 })
    #expect(best.row == zip(losses, epochs).map { $0[Int($1) - 1] })
    #expect(best.row == losses.compactMap { $0.min() })
    #expect(best.row != losses.compactMap(\.last))
    guard case .table(let table)? = best.lesson.outcomes.last?.outputs.first else {
      Issue.record("there is no table")
      return
    }
    #expect(table.remark == "at the last recorded epoch; the network kept is that of best_epoch")
    #expect(table.rows.compactMap(\.last) == epochs.map { formattedSetting($0) })
    // The best epochs need not be among those recorded.
    let seldom = try sweep("early_stopping: {patience: 2}\nrecord_every: 7")
    #expect(zip(seldom.row, best.row).allSatisfy { abs($0 - $1) < 1e-12 })
    let last = try sweep("early_stopping: {patience: 2, restore_best: false}")
    #expect(last.title == "Validation loss after the last epoch")
    #expect(last.row == losses.compactMap(\.last))
  }

  @Test func stopsWhenItIsInterrupted() {
    let questions = Mutex(0)
    let lesson = CheckedLesson(
      data + sweep("learning_rate: [0.1, 0.5]\nepochs: 100000"), commands: blockCommands
    ).run(isCancelled: {
      questions.withLock {
        $0 += 1; return $0 > 50
      }
    })
    #expect(lesson.wasInterrupted)
    #expect(lesson.outcomes.map(\.status.rawValue) == ["done", "not run"])
  }

  private func run(_ text: String) -> ExecutedLesson {
    let lesson = CheckedLesson(text, commands: blockCommands)
    #expect(lesson.messages == [])
    return lesson.run()
  }

  private func member(_ name: String, of record: Value?) -> Value? {
    guard case .record(let members)? = record else { return nil }
    return members.first { $0.name == name }?.value
  }
}

/// A store that counts the parts that are new to it.
private final class PartCount: ResultStore {
  private let parts = MemoryStore()
  private let count = Mutex(0)

  var keptParts: Int { count.withLock(\.self) }

  func result<Kept: Command>(
    of command: Kept, key: BlockKey, in context: Context
  ) -> KeptResult<Kept.Value>? { nil }

  func keep<Kept: Command>(
    _ result: KeptResult<Kept.Value>, of command: Kept, key: BlockKey
  ) {}

  func part<Part: Codable & Sendable>(_ type: Part.Type, key: BlockKey) -> Part? {
    parts.part(type, key: key)
  }

  func keep<Part: Codable & Sendable>(_ part: Part, key: BlockKey) {
    count.withLock { $0 += 1 }
    parts.keep(part, key: key)
  }
}
