import Commands
import Execution
import LessonTesting
import Testing

/// One run diverges in its first epoch, one in its second, and one comes to its end; a fourth diverges by itself.
@Suite("A run that diverged")
struct DivergedRunTests {
  private static let runs = """
    ```{data points}
    source: builtin:gaussian
    rows: 40
    ```
    ```{sweep rates}
    network: {layers: [2, 8, 2], activations: [linear, linear]}
    data: points
    learning_rate: [1e200, 1000000, 0.01]
    epochs: 20
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
    track: [gradient_norm, layer_gradients]
    ```

    """

  private func run(_ blocks: String) -> ExecutedLesson {
    let lesson = CheckedLesson(Self.runs + blocks, commands: blockCommands)
    #expect(lesson.messages == [])
    return lesson.run()
  }

  @Test(arguments: [
    ("trained.train_loss[-1]", "nan"), ("last(trained.train_acc)", "nan"),
    ("trained.train_loss[19]", "nan"), ("trained.train_loss[-2]", "nan"),
    ("trained.gradient_norm[-1]", "nan"), ("trained.gradient_norm[39]", "nan"),
    ("trained.gradient_norm[0] > 0", "true"),
    ("trained.weight_gradients[0][-1]", "nan"), ("trained.bias_gradients[1][39]", "nan"),
    ("trained.weight_gradients[0][0] > 0", "true"),
    ("rates[learning_rate=1000000].train_loss[-1]", "nan"),
    ("rates[learning_rate=1e200].train_loss[0]", "nan"),
    ("min(rates[learning_rate=1e200].train_loss)", "nan"),
    ("decreasing(rates[learning_rate=1e200].train_loss)", "false"),
    ("diverges(rates[learning_rate=1000000])", "true"),
    ("diverges(rates[learning_rate=0.01])", "false"),
    ("finite(rates[learning_rate=0.01])", "true"),
  ])
  func endsWithWhatIsNotANumber(_ formula: String, _ text: String) {
    #expect(run("`{value} \(formula)`\n").inlineTexts == [text])
  }

  /// The seeds that diverge make their spread what is no number, which says nothing of the others.
  @Test func isNoneOfThoseWithOtherSeeds() {
    let lesson = CheckedLesson(
      """
      ---
      seed: 2
      ---
      ```{data points}
      source: builtin:gaussian
      rows: 48
      ```
      ```{sweep rates}
      network: {layers: [2, 8, 2], activations: [linear, linear]}
      data: points
      batch_size: 8
      learning_rate: 5
      seed: [1, 2]
      epochs: 1
      ```
      `{value} finite(rates[seed=1])` `{value} finite(rates[seed=2])`

      """, commands: blockCommands)
    #expect(lesson.messages == [])
    #expect(lesson.run().inlineTexts == ["true", "false"])
  }

  /// What was recorded is all that results files and functions of a whole series know.
  @Test func keepsTheNumbersOfBefore() {
    let lesson = run(
      "`{value} length(trained.train_loss)` `{value} last(trained.epoch)` `{value} argmin(trained.train_loss)`\n"
    )
    #expect(lesson.inlineTexts == ["1", "1", "1"])
    #expect(lesson.value("trained", "train_loss")?.elements?.count == 1)
  }

  /// Of 40 updates, every seventh from the first on is measured: six, of which the run comes to the first.
  @Test func isAsLongAsItWasToBeWhereNotEveryUpdateIsMeasured() {
    let lesson = run(
      """
      ```{train sparse}
      network: wild
      data: points
      batch_size: 20
      learning_rate: 1000000
      epochs: 20
      track: layer_gradients
      track_every: 7
      ```

      `{value} sparse.weight_gradients[0][5]` `{value} sparse.weight_gradients[0][-6] > 0`

      """)
    #expect(lesson.inlineTexts == ["nan", "true"])
  }

  /// The outputs are too large for a loss already in the first update, before which nothing is measured.
  @Test(arguments: [("hopeless", 1), ("[hopeless, trained]", 3)])
  func hasNothingToInspectIfItDivergedAtOnce(_ runs: String, _ outputs: Int) throws {
    let lesson = run(
      """
      ```{network huge}
      layers: [2, 8, 2]
      activations: [linear, linear]
      init: {normal: 1e200}
      ```
      ```{train hopeless}
      network: huge
      data: points
      epochs: 20
      track: [activations, layer_gradients]
      ```

      `{value} hopeless.dead[0][-1]` `{value} length(hopeless.weight_gradients[1])`

      ```{inspect}
      run: \(runs)
      heatmap: false
      ```

      """)
    let shown = try #require(lesson.outcomes.last?.outputs)
    #expect(shown.count == outputs)
    #expect(
      shown.first
        == .note(Note(.information, "'hopeless' diverged before anything was measured.")))
    #expect(lesson.inlineTexts == ["nan", "0"])
  }

  @Test(arguments: [
    ("trained", "at update 4 (epoch 2)"),
    ("rates[learning_rate=1000000]", "at update 4 (epoch 2)"),
    ("lost", "at update 1 (epoch 1)"),
  ])
  func isNamedWhereItsNetworkIsMeasuredOrAsked(_ name: String, _ time: String) {
    let lost = """
      ```{train lost}
      network: wild
      data: points
      learning_rate: 1e308
      epochs: 20
      ```

      """
    let lesson = run(lost + Self.questions(to: name))
    let message = "'\(name)' diverged \(time): what its network says means nothing."
    for block in ["measured", "answer"] {
      let notes = lesson.outcome(block)?.outputs.notes ?? []
      #expect(notes.filter { $0.message.contains("diverged") } == [Note(.warning, message)])
    }
  }

  @Test func isNotNamedWhereAnotherRunOfItsSweepIsAsked() {
    let lesson = run(Self.questions(to: "rates[learning_rate=0.01]"))
    for block in ["measured", "answer"] {
      #expect(lesson.outcome(block)?.status == .done)
      #expect(
        lesson.outcome(block)?.outputs.notes.contains { $0.message.contains("diverged") } == false)
    }
  }

  @Test func hasTheNetworkThatEarlyStoppingKept() throws {
    let lesson = run(
      """
      ```{split parts}
      data: points
      validation: 0.2
      ```
      ```{train kept}
      network: wild
      data: parts
      learning_rate: 1000000
      epochs: 20
      early_stopping: true
      ```

      """ + Self.questions(to: "kept"))
    for block in ["measured", "answer"] {
      let note = try #require(lesson.outcome(block)?.outputs.notes.first)
      #expect(
        note.message.wholeMatch(
          of:
            /'kept' diverged at update \d+ \(epoch \d+\): its network is that of epoch 1, which was kept\./
        ) != nil)
    }
  }

  private static func questions(to run: String) -> String {
    """
    ```{evaluate measured}
    run: \(run)
    ```
    ```{predict answer}
    run: \(run)
    features: [1, 2]
    ```

    """
  }

  @Test func looksAlikeInTheFiguresOfTheSweepAndOfAPlot() throws {
    let lesson = run(
      "```{plot}\nheatmap: rates.train_loss[-1]\n```\n```{plot}\nbars: rates.train_loss[-1]\n```\n")
    let own = try #require(lesson.outcome("rates")?.outputs.compactMap { cells(of: $0) }.last)
    let plotted = try #require(lesson.outcomes[lesson.outcomes.count - 2].outputs.first)
    #expect(
      own.texts.map { $0.prefix(2) } == [
        [["diverged", "at update 2"], ["diverged", "at update 4"]]
      ])
    #expect(own.texts[0][2].count == 1)
    #expect(cells(of: plotted)?.texts == own.texts)
    guard case .figure(let bars)? = lesson.outcomes.last?.outputs.first else {
      Issue.record("there are no bars")
      return
    }
    #expect(bars.allSeries.map { $0.y.map(\.isNaN) } == [[true, true, false]])
  }

  /// A formula over a curve still knows the run that it is of; of another one there is nothing to say.
  @Test func saysInAFormulasHeatmapWhereItDiverged() throws {
    let lesson = run("```{plot}\nheatmap: last(rates.train_loss)\n```\n")
    let plotted = try #require(lesson.outcomes.last?.outputs.first.flatMap { cells(of: $0) })
    for (text, value) in zip(plotted.texts[0], plotted.values[0]) {
      #expect((text.first == "diverged") == !value.isFinite)
    }
  }

  @Test func looksAlikeInATable() {
    let shown = run("```{show}\nvalue: rates\n```\n").outcomes.last
    guard case .table(let table)? = shown?.outputs.first else {
      Issue.record("there is no table")
      return
    }
    #expect(table.rows.map { $0[1] == "nan" } == [true, true, false])
    #expect(table.remark == "at the last recorded epoch; nan: the run diverged")
  }

  @Test(arguments: [
    ("trained.train_loss[-1] < 0.5", "found nan (not finite from epoch 2)"),
    (
      "min(rates.train_loss[-1]) < 1",
      "found nan (learning_rate=1e+200: not finite from epoch 1)"
    ),
    (
      "rates[learning_rate=0.01].train_loss[0] > 2 * trained.train_loss[-1]",
      "(not finite from epoch 2)"
    ),
  ])
  func holdsNoClaimAboutItsEnd(_ claim: String, _ evidence: String) throws {
    let outputs = try #require(run("```{expect}\n- \(claim)\n```\n").outcomes.last?.outputs)
    guard case .claims(let claims)? = outputs.first, let tested = claims.first else {
      Issue.record("there are no claims")
      return
    }
    #expect(tested.verdict == .fails)
    #expect(tested.evidence.hasSuffix(evidence))
  }

  /// The loss is lost in update 4, of which nothing is measured; weights are lost after update 1, which is measured.
  @Test(arguments: [
    ("1000000", 4, "update 4, loss"), ("1e308", 2, "update 1, weights of layer 1"),
  ])
  func saysFromWhichUpdateOnNothingIsMeasured(
    _ rate: String, _ update: Int, _ reason: String
  ) throws {
    let blocks = """
      ```{train lost}
      network: wild
      data: points
      learning_rate: \(rate)
      epochs: 20
      track: [gradient_norm, layer_gradients]
      ```

      """
    let claims = ["lost.gradient_norm[-1] < 1", "lost.weight_gradients[0][-1] < 1"]
    let lesson = run(
      blocks + "```{plot}\nlines: lost.gradient_norm\n```\n```{expect}\n"
        + claims.map { "- \($0)\n" }.joined() + "```\n")
    guard case .series(let norms)? = lesson.value("lost", "gradient_norm"),
      case .list(let layers)? = lesson.value("lost", "weight_gradients"),
      case .series(let gradients)? = layers.first,
      case .figure(let figure)? = lesson.outcomes.dropLast().last?.outputs.first,
      case .claims(let tested)? = lesson.outcomes.last?.outputs.first
    else {
      Issue.record("something is missing")
      return
    }
    #expect(norms.positions == Array(1..<update) && gradients.positions == norms.positions)
    #expect(norms.reasonOfBreak == reason && gradients.reasonOfBreak == reason)
    #expect(figure.allSeries.map { $0.x.last } == [Double(update)])
    let evidence = "found nan (not finite from update \(update))"
    #expect(tested.map(\.evidence) == [evidence, evidence])
  }

  @Test(arguments: [
    (
      "diverges(rates[«learning_rat»=1])",
      "the sweep does not vary 'learning_rat'; did you mean 'learning_rate'?"
    ),
    (
      "finite(rates[learning_rate=«7»])",
      "the sweep has no learning_rate=7; it has 1e+200, 1000000 or 0.01"
    ),
    ("diverges(trained[«batch_size»=8])", "only a sweep's runs are selected by settings"),
    (
      "length(«rates[learning_rate=0.01]») = 1",
      "name a value of 'rates' here; it has epoch, train_loss, train_acc or runs"
    ),
    ("trained.train_loss«[20]» < 1", "there are only 20 elements"),
  ])
  func isNamedRight(_ claim: String, _ message: String) {
    expectMistakes(Self.runs + "```{expect}\n- \(claim)\n```\n", [message])
  }

  /// Not a run that diverged, but one that was to be shorter.
  @Test func isNotTakenForOneThatIsShorter() {
    let lesson = run(
      """
      ```{sweep lengths}
      network: {layers: [2, 2], activations: [softmax]}
      data: points
      epochs: [4, 2]
      ```
      ```{plot}
      heatmap: lengths.train_loss[3]
      ```

      """)
    #expect(lesson.outcomes.last?.message == "epochs=2: there are only 2 elements")
  }

  @Test func isLoggedInFewDigits() throws {
    let log = run("").outcomes.flatMap(\.outputs).flatMap { output -> [String] in
      if case .log(let lines) = output { lines } else { [] }
    }
    let lost = try #require(log.first { $0.hasPrefix("learning_rate=1000000") })
    #expect(lost.contains(/loss: \d\.\d{4}e\+\d+ - acc: 0\.\d{4}$/))
    #expect(log.contains { $0.contains(/^learning_rate=0\.01 - loss: 0\.\d{4} - acc: 0\.\d{4}$/) })
  }

  private func cells(of output: Output) -> Cells? {
    guard case .figure(let figure) = output, case .cells(let cells)? = figure.panels[0].layers.first
    else { return nil }
    return cells
  }
}
