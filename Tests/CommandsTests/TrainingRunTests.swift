import Commands
import Execution
import LessonTesting
import Synchronization
import Testing

@Suite("Small lessons that run")
struct TrainingRunTests {
  private static let xor = """
    ```{data points}
    source: builtin:xor
    ```
    ```{network small}
    layers: [2, 8, 2]
    activations: [tanh, softmax]
    ```
    ```{train trained}
    network: small
    data: points
    batch_size: 4
    learning_rate: 0.5
    epochs: 400
    record_every: 100
    track: gradient_norm
    ```
    ```{evaluate measured}
    run: trained
    ```
    ```{predict answers}
    run: trained
    features: [[0, 1], [1, 1]]
    ```
    ```{expect}
    - measured.accuracy = 1
    - decreasing(trained.train_loss)
    ```

    """

  @Test(arguments: ["block", "notebook"])
  func learnXOR(_ mode: String) {
    let lesson = run("---\nrandom_stream: \(mode)\nseed: 1\n---\n" + Self.xor)
    #expect(lesson.outcomes.allSatisfy { $0.status == .done })
    #expect(lesson.value("points", "rows") == .integer(4))
    #expect(lesson.value("small", "parameters") == .integer(42))
    #expect(lesson.value("trained", "epoch") == .integers([1, 101, 201, 301, 400]))
    #expect(lesson.value("trained", "val_loss") == nil)
    #expect(lesson.value("answers", "label") == .texts(["1", "0"]))
    #expect(series(lesson.value("trained", "gradient_norm")).count == 400)
    #expect(series(lesson.value("trained", "train_loss")).count == 5)
  }

  @Test func gainNothingFromABlockThatIsPutBetween() {
    let extra =
      "```{data other}\nsource: builtin:gaussian\n```\n```{network wide}\n"
      + "layers: [2, 9, 2]\nactivations: [relu, softmax]\n```\n"
    let (without, with) = (run(Self.xor), run(extra + Self.xor))
    for name in ["train_loss", "train_acc", "gradient_norm"] {
      #expect(without.value("trained", name) == with.value("trained", name))
    }
    let shared = "---\nrandom_stream: notebook\n---\n"
    #expect(
      run(shared + extra + Self.xor).value("trained", "train_loss")
        != run(shared + Self.xor).value("trained", "train_loss"))
  }

  @Test func trainTwiceFromTheSameWeights() {
    let train = "network: small\ndata: points\nbatch_size: 4\nepochs: 3\n"
    let lesson = run(
      Self.xor + "```{train first}\n\(train)```\n```{train second}\n\(train)```\n")
    // One batch holds all points, so the order within it changes no more than the last bits.
    let (first, second) = (
      lesson.value("first", "train_loss"), lesson.value("second", "train_loss")
    )
    #expect(
      zip(series(first), series(second)).allSatisfy { ($0 - $1).magnitude < 1e-12 })
  }

  @Test func trainOnRowsInPlace() {
    let lesson = run(
      """
      ```{data fruit}
      features: [[1, 0.5], [2, 0.1], [-1, 3], [-2, 2.5]]
      labels: [sour, sour, sweet, sweet]
      ```
      ```{network one}
      layers: [auto, auto]
      activations: [sigmoid]
      data: fruit
      ```
      ```{train trained}
      network: one
      data: fruit
      learning_rate: 1
      epochs: 50
      ```
      ```{predict answer}
      run: trained
      features: [-3, 3]
      ```
      ```{expect}
      - one.parameters = 3
      - trained.train_acc[-1] = 1
      - answer.label = "sweet"
      - answer.probabilities[1] > 0.9
      ```
      """)
    #expect(
      lesson.outcomes.allSatisfy { $0.status == .done }, "\(lesson.outcomes.compactMap(\.message))")
  }

  @Test(arguments: [
    "circles\nrows: 60\nnoise: 0.05\nfactor: 0.3", "gaussian\nrows: 60\nclasses: 3",
  ])
  func trainOnWhatABuiltinMakes(_ source: String) {
    let lesson = run(
      """
      ```{data points}
      source: builtin:\(source)
      ```
      ```{split parts}
      data: points
      test: 0.2
      validation: 0.25
      stratify: true
      seed: 42
      ```
      ```{network small}
      layers: [auto, 8, auto]
      activations: [relu, softmax]
      precision: float32
      data: points
      ```
      ```{train trained}
      network: small
      data: parts
      epochs: 5
      ```
      ```{evaluate measured}
      run: trained
      ```
      """)
    #expect(lesson.outcomes.allSatisfy { $0.status == .done })
    #expect(lesson.value("parts", "train") == .integer(36))
    #expect(lesson.value("parts", "validation") == .integer(12))
    #expect(lesson.value("parts", "test") == .integer(12))
    #expect(series(lesson.value("trained", "val_loss")).count == 5)
    #expect(series(lesson.value("trained", "train_loss")).allSatisfy { $0.isFinite })
  }

  @Test func trainOnTexts() {
    let lesson = run(
      """
      ```{data mails}
      source: builtin:emails
      rows: 200
      ```
      ```{split parts}
      data: mails
      stratify: true
      ```
      ```{tfidf words}
      data: parts
      max_features: 50
      stop_words: english
      ```
      ```{network small}
      layers: [50, 2]
      activations: [softmax]
      ```
      ```{train trained}
      network: small
      data: words
      learning_rate: 1
      epochs: 100
      ```
      ```{predict answer}
      run: trained
      text: Win money now
      ```
      ```{expect}
      - words.vocabulary_size = 50
      - length(words.idf) = 50
      - trained.train_acc[-1] > 0.9
      - length(answer.probabilities) = 2
      ```
      """)
    #expect(
      lesson.outcomes.allSatisfy { $0.status == .done }, "\(lesson.outcomes.compactMap(\.message))")
  }

  /// Only the run can tell how many words there are.
  @Test func refuseANetworkThatAVocabularyMakesTooLarge() {
    let lesson = run(
      fixture
        + """
        ```{tfidf all}
        data: mails
        ```
        ```{network wide}
        layers: [auto, 10000000, 2]
        activations: [tanh, softmax]
        data: all
        ```

        """)
    #expect(lesson.outcome("wide")?.status == .failed)
    #expect(
      lesson.outcome("wide")?.message == "this network has more than 1000000000 parameters")
  }

  @Test func areLoggedAsKerasDoes() {
    let lesson = run(Self.xor)
    guard case .log(let lines)? = lesson.outcome("trained")?.outputs.first else {
      Issue.record("there is no log")
      return
    }
    #expect(lines.count == 5)
    #expect(lines[0].hasPrefix("Epoch 1/400 - loss: 0.") && lines[0].contains(" - acc: "))
    #expect(lines[4].hasPrefix("Epoch 400/400 - "))
  }

  private static let noise = """
    ```{data points}
    source: builtin:gaussian
    rows: 400
    ```
    ```{split parts}
    data: points
    validation: 0.25
    ```
    ```{network net}
    layers: [2, 6, 2]
    activations: [relu, softmax]
    ```

    """

  /// The orders of all their epochs would take hours to draw.
  @Test(arguments: [
    "{train trained}\nnetwork: net\nepochs: 10000000\nlearning_rate: 0.5",
    "{train trained}\nnetwork: net\nepochs: 10000000\nlearning_rate: 0.5\nseed: 3",
    "{sweep trained}\nnetwork: {layers: [2, 6, 2], activations: [relu, softmax]}\n"
      + "epochs: [9000000, 10000000]\nlearning_rate: 0.5",
  ])
  func drawNoMoreThanTheyUse(_ block: String) {
    let lesson = CheckedLesson(
      Self.noise + "```\(block)\ndata: parts\nearly_stopping: {patience: 1}\n```\n",
      commands: blockCommands
    ).run()
    #expect(lesson.outcome("trained")?.status == .done)
  }

  @Test func leaveASharedStreamAsIfTheyHadNotStoppedEarly() {
    func later(_ options: String) -> (epochs: Int, losses: Value?) {
      let lesson = run(
        "---\nrandom_stream: notebook\n---\n" + Self.noise
          + "```{train trained}\nnetwork: net\ndata: parts\nepochs: 40\nlearning_rate: 0.5\n"
          + "\(options)```\n```{network other}\nlayers: [2, 3, 2]\n"
          + "activations: [relu, softmax]\n```\n"
          + "```{train later}\nnetwork: other\ndata: parts\n```\n")
      return (
        series(lesson.value("trained", "epoch")).count, lesson.value("later", "train_loss")
      )
    }
    let whole = later("")
    let short = later("early_stopping: {patience: 1}\n")
    #expect(whole.epochs == 40 && short.epochs < 40)
    #expect(whole.losses != nil && short.losses == whole.losses)
  }

  @Test(arguments: [
    (
      "{patience: 1, min_delta: 100}",
      "no validation loss was lower by more than 100 than that after epoch 1, whose network is kept."
    ),
    (
      "{patience: 1, min_delta: 0.5, restore_best: false}",
      "no validation loss was lower by more than 0.5 than that after epoch 1."
    ),
  ])
  func sayWhatAnEarlyStopGoesBy(_ rule: String, _ reason: String) {
    let lesson = run(
      Self.noise + "```{train trained}\nnetwork: net\ndata: parts\nepochs: 40\n"
        + "early_stopping: \(rule)\n```\n")
    let notes = lesson.outcome("trained")?.outputs.compactMap { output in
      if case .note(let note) = output { note.message } else { nil }
    }
    #expect(notes == ["Training stopped after epoch 2 of 40: \(reason)"])
    #expect(lesson.value("trained", "best_epoch") == .integer(1))
  }

  @Test func haveNoBestEpochIfTheyDivergeInTheFirst() {
    let lesson = run(
      Self.noise
        + """
        ```{train trained}
        network: net
        data: parts
        epochs: 3
        learning_rate: 1e300
        early_stopping: true
        ```
        ```{sweep rates}
        network: {layers: [2, 6, 2], activations: [relu, softmax]}
        data: parts
        epochs: 3
        learning_rate: [1e300, 0.01]
        early_stopping: {patience: 3}
        ```
        ```{show}
        value: rates
        ```
        `{value} trained.best_epoch` `{value} rates.best_epoch`

        """)
    #expect(lesson.inlineTexts.first == "nan")
    #expect(lesson.inlineTexts.last?.hasPrefix("{learning_rate=1e+300: nan; ") == true)
    #expect(lesson.missingValues == [])
    guard case .table(let table)? = lesson.outcomes.last?.outputs.first else {
      Issue.record("there is no table")
      return
    }
    #expect(table.columns.last?.title == "best_epoch")
    #expect(table.rows.first?.last == "nan")
  }

  @Test func stopWhenTheyAreInterrupted() {
    let questions = Mutex(0)
    let lesson = CheckedLesson(Self.xor, commands: blockCommands).run(isCancelled: {
      questions.withLock {
        $0 += 1
        return $0 > 50
      }
    })
    #expect(lesson.wasInterrupted)
    #expect(lesson.outcome("small")?.status == .done)
    #expect(lesson.outcome("trained")?.cause == .interruption)
    #expect(lesson.outcome("measured")?.cause == .interruption)
  }

  @Test(arguments: [
    ("linear", "1000000"), ("linear", "1e308"), ("softmax", "1e308"), ("sigmoid", "1e308"),
  ])
  func divergeWithANoteAndKeepTheirHistory(_ output: String, _ rate: String) {
    let lesson = run(
      """
      ```{data points}
      source: builtin:gaussian
      ```
      ```{network wild}
      layers: [2, 8, 2]
      activations: [linear, \(output)]
      ```
      ```{train trained}
      network: wild
      data: points
      learning_rate: \(rate)
      epochs: 20
      ```
      ```{evaluate measured}
      run: trained
      ```
      ```{predict answer}
      run: trained
      features: [1, 2]
      ```
      ```{plot}
      lines: trained.train_loss
      ```
      ```{show}
      value: trained
      ```
      """)
    let notes = lesson.outcome("trained")?.outputs.compactMap { output in
      if case .note(let note) = output { note.message } else { nil }
    }
    let hasDiverged = notes?.contains { $0.hasPrefix("Training diverged: ") } == true
    let epochs = lesson.value("trained", "epoch")?.elements?.count ?? 0
    #expect(hasDiverged == (epochs < 20))
    #expect(output != "linear" || hasDiverged)
    #expect(lesson.outcome("trained")?.status == .done)
    #expect(lesson.outcome("measured")?.status == .done)
    #expect(lesson.outcome("answer")?.status == .done)
  }

  private func run(_ text: String) -> ExecutedLesson {
    let lesson = CheckedLesson(text, commands: blockCommands)
    #expect(lesson.messages == [])
    return lesson.run()
  }

  private func series(_ value: Value?) -> [Double] {
    value?.elements?.compactMap(\.asNumber) ?? []
  }
}
