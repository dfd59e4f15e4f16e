import Commands
import Execution
import Foundation
import LessonTesting
import Testing

/// Blocks that read a run take one of a sweep by its settings.
@Suite("A run of a sweep")
struct RunOfSweepTests {
  private static let moons = """
    ---
    params: {rate: 0.5, rule: momentum 0.5, which: "sweep[learning_rate=0.5, optimizer=adam]"}
    ---
    ```{data points}
    source: builtin:moons
    rows: 80
    ```
    ```{split parts}
    data: points
    validation: 0.25
    ```
    ```{network net}
    layers: [2, 4, 2]
    activations: [tanh, softmax]
    seed: 4
    ```
    ```{train single}
    network: net
    data: parts
    batch_size: 8
    learning_rate: 0.5
    epochs: 20
    optimizer: adam
    seed: 6
    track: [gradient_norm, layer_gradients]
    ```
    ```{sweep sweep}
    network: {layers: [2, 4, 2], activations: [tanh, softmax], seed: 4}
    data: parts
    batch_size: 8
    learning_rate: [0.1, 0.5]
    optimizer: [sgd, adam, {momentum: {momentum: 0.5}}]
    epochs: 20
    seed: 6
    track: [gradient_norm, layer_gradients]
    ```

    """
  private static let name = "sweep[learning_rate=0.5, optimizer=adam]"

  private static let mails = """
    ```{data mails}
    source: builtin:emails
    rows: 120
    ```
    ```{split parts}
    data: mails
    ```
    ```{tfidf words}
    data: parts
    max_features: 60
    ```
    ```{network net}
    layers: [auto, 4, 2]
    activations: [relu, softmax]
    data: words
    seed: 4
    ```
    ```{train single}
    network: net
    data: words
    learning_rate: 0.2
    epochs: 2
    seed: 6
    ```
    ```{sweep sweep}
    network: {layers: [auto, 4, 2], activations: [relu, softmax], seed: 4}
    data: words
    learning_rate: [0.2, 0.4]
    epochs: 2
    seed: 6
    ```

    """

  private func run(_ text: String, store: (any ResultStore)? = nil) -> ExecutedLesson {
    let lesson = CheckedLesson(text, commands: blockCommands)
    #expect(lesson.messages == [])
    return lesson.run(store: store)
  }

  /// What blocks of one body make of the run of `train` and of that of the sweep.
  private func pair(
    _ data: String, _ sweepRun: String, _ command: String, _ body: String
  ) -> (single: BlockOutcome?, swept: BlockOutcome?) {
    let lesson = run(
      data + "```{\(command) a}\nrun: single\n\(body)\n```\n"
        + "```{\(command) b}\nrun: \(sweepRun)\n\(body)\n```\n")
    return (lesson.outcome("a"), lesson.outcome("b"))
  }

  @Test(arguments: [
    ("evaluate", "on: validation"), ("predict", "features: [[0.5, 0.25], [1, -0.5]]"),
  ])
  func isThatOfTrain(_ command: String, _ body: String) throws {
    let (single, swept) = pair(Self.moons, Self.name, command, body)
    #expect(single?.status == .done && swept?.status == .done)
    #expect(try #require(single?.value).members == swept?.value?.members)
    #expect(single?.outputs == swept?.outputs)
  }

  @Test(arguments: [
    ("mistakes", "on: train\ntop: 3"), ("explain", "top: 4"), ("evaluate", "threshold: 0.4"),
    ("predict", "text: win a free prize"),
  ])
  func ofTextsIsThatOfTrain(_ command: String, _ body: String) throws {
    let (single, swept) = pair(Self.mails, "sweep[learning_rate=0.2]", command, body)
    #expect(single?.status == .done && swept?.status == .done)
    #expect(try #require(single?.value).members == swept?.value?.members)
    #expect(single?.outputs == swept?.outputs)
  }

  @Test func isComparedWithOthers() {
    let lesson = run(
      Self.moons
        + """
        ```{compare same}
        runs: [single, "sweep[optimizer=adam, learning_rate=0.5]"]
        ```
        ```{compare different}
        runs:
          - sweep[learning_rate=0.1, optimizer=adam]
          - sweep[learning_rate=0.5, optimizer=adam]
        ```

        """)
    for member in ["loss_difference", "weight_difference"] {
      #expect(lesson.value("same", member)?.asNumber == 0)
      #expect((lesson.value("different", member)?.asNumber ?? 0) > 0)
    }
    guard case .table(let table)? = lesson.outcome("same")?.outputs.first else {
      Issue.record("there is no table")
      return
    }
    // Named in the order of the sweep, however the lesson has it.
    #expect(table.columns.map(\.title) == ["of", "single", Self.name])
  }

  @Test func isDrawnAndInspected() {
    let lesson = run(
      Self.moons
        + """
        ```{plot}
        boundary: [single, "\(Self.name)"]
        epochs: 20
        ```
        ```{plot}
        weights: \(Self.name)
        ```
        ```{plot}
        responses: \(Self.name)
        ```
        ```{inspect}
        run: \(Self.name)
        ```

        """)
    #expect(lesson.outcomes.allSatisfy { $0.status == .done })
    #expect(lesson.outcomes.suffix(4).allSatisfy { !$0.outputs.isEmpty })
    guard case .figure(let figure)? = lesson.outcomes.dropLast(3).last?.outputs.first else {
      Issue.record("there is no boundary")
      return
    }
    #expect(figure.panels.count == 2 && figure.panels[0].layers == figure.panels[1].layers)
  }

  /// Settings may be parameters, with the types of their values, and a parameter may be the whole name.
  @Test(arguments: [
    "sweep[learning_rate=$rate, optimizer=adam]", "$which",
    "sweep[learning_rate=${rate}, optimizer=\"adam\"]",
  ])
  func isNamedByParameters(_ words: String) {
    let lesson = run(
      Self.moons + "```{evaluate a}\nrun: single\n```\n```{evaluate b}\nrun: \(words)\n```\n")
    #expect(lesson.value("a", "loss") != nil)
    #expect(lesson.value("a", "loss") == lesson.value("b", "loss"))
  }

  @Test func isNamedByWordsInQuotes() {
    let lesson = run(
      Self.moons + "```{evaluate a}\nrun: sweep[learning_rate=$rate, optimizer=$rule]\n```\n"
        + "```{evaluate b}\nrun: sweep[optimizer=\"momentum 0.5\", learning_rate=0.5]\n```\n")
    #expect(lesson.value("a", "loss") != nil)
    #expect(lesson.value("a", "loss") == lesson.value("b", "loss"))
  }

  /// A block that comes later finds the networks in what an earlier run has left, and each setting has a result of its own.
  @Test func comesFromTheStoreWithItsNetwork() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try DiskStore(folder: folder.path)
    func losses(_ rates: [String], _ store: DiskStore?) -> [Value?] {
      let blocks = rates.map {
        "```{evaluate of_\($0)}\nrun: sweep[learning_rate=0.\($0), optimizer=adam]\n```\n"
      }
      let lesson = run(Self.moons + blocks.joined(), store: store)
      return rates.map { lesson.value("of_\($0)", "loss") }
    }
    let expected = losses(["1", "5"], nil)
    #expect(expected[0] != expected[1])
    #expect(losses([], store).isEmpty)
    #expect(losses(["5"], store) == [expected[1]])
    #expect(losses(["1", "5"], store) == expected)
    #expect(run(Self.moons, store: store).outcome("sweep")?.isReused == true)
  }

  @Test(arguments: [
    (
      "run: «sweep[learning_rate=0.5]»",
      "'run' is one run, and this leaves 'optimizer' open: name one such as sweep[learning_rate=0.5, optimizer=sgd]"
    ),
    (
      "run: sweep[learning_rate=«0.2», optimizer=adam]",
      "the sweep has no learning_rate=0.2; it has 0.1 or 0.5"
    ),
    (
      "run: sweep[learning_rate=0.5, «optimiser»=adam]",
      "the sweep does not vary 'optimiser'; did you mean 'optimizer'?"
    ),
    (
      "run: sweep[learning_rate=0.5, optimizer=«adan»]",
      "the sweep has no optimizer=adan; it has sgd, adam or momentum 0.5"
    ),
    (
      "run: sweep[learning_rate=0.5, «learning_rate»=0.5]",
      "the setting 'learning_rate' is given twice"
    ),
    (
      "run: sweep[learning_rate=0.5, optimizer=adam].«val_loss»",
      "'run' is a whole run: nothing stands behind its settings"
    ),
    (
      "run: sweep[learning_rate=0.5, optimizer=adam]«[0]»",
      "'run' is a whole run: nothing stands behind its settings"
    ),
    (
      "run: sweep[learning_rate=«max(sweep.val_loss[-1])», optimizer=adam]",
      "which run this is has to be known before any runs: write a number or a word"
    ),
    (
      "run: «sweep[1]»",
      "a run of a sweep is named by all its settings, as in sweep[learning_rate=0.1, optimizer=sgd]"
    ),
    (
      "run: «sweep.runs[4]»",
      "a run of a sweep is named by all its settings, as in sweep[learning_rate=0.5, optimizer=adam]"
    ),
    (
      "run: «sweep.runs[-2].val_loss»",
      "a run of a sweep is named by all its settings, as in sweep[learning_rate=0.5, optimizer=adam]"
    ),
    (
      "run: «sweep.runs[6]»",
      "a run of a sweep is named by all its settings, as in sweep[learning_rate=0.1, optimizer=sgd]"
    ),
    (
      "run: «sweep.runs»",
      "a run of a sweep is named by all its settings, as in sweep[learning_rate=0.1, optimizer=sgd]"
    ),
    ("run: «single.train_loss»", "unknown name 'single.train_loss'; did you mean 'single'?"),
    ("run: sweep[learning_rate=0.5, optimizer=ada«m»", "']' is missing here"),
    ("run: single[«learning_rate»=0.5]", "only a sweep's runs are selected by settings"),
    ("run: «swep»[learning_rate=0.5]", "unknown name 'swep'; did you mean 'sweep'?"),
    ("run: «points[0]»", "unknown name 'points[0]'; did you mean 'points'?"),
    ("run: «single[»", "unknown name 'single['; did you mean 'single'?"),
  ])
  func isNamedByItsSettings(_ option: String, _ message: String) {
    expectMistakes(Self.moons + "```{evaluate a}\n\(option)\n```\n", [message])
  }

  @Test func allItsMistakesAreToldAtOnce() {
    expectMistakes(
      Self.moons
        + "```{evaluate a}\nrun: sweep[learning_rate=«0.2», «dropot»=0.3, «seed»=7]\n```\n",
      [
        "the sweep has no learning_rate=0.2; it has 0.1 or 0.5",
        "the sweep does not vary 'dropot'", "the sweep does not vary 'seed'",
      ])
  }

  @Test func isNoOtherKindOfValue() {
    expectMistakes(
      Self.moons
        + "```{split again}\ndata: «sweep[learning_rate=0.5, optimizer=adam]»\n```\n",
      ["'data' is the name of a data set; '\(Self.name)' is a run of a sweep"])
  }

  /// What is wrong with a sweep is told there, and its runs cannot be known.
  @Test func isNotLookedForInASweepWithAMistake() {
    expectMistakes(
      Self.moons.replacing("[0.1, 0.5]\noptimizer", with: "[0.1, «-1»]\noptimizer")
        + "```{compare c}\nruns:\n  - sweep[learning_rate=0.1, optimizer=adam]\n"
        + "  - sweep[learning_rate=7, optimizer=adam]\n```\n",
      ["'learning_rate' is above 0, not -1"])
  }

  /// Whatever stands in its brackets.
  @Test(arguments: ["[]", "[0]", "[", "[learning_rate]"])
  func isNotCalledUnknownInASweepWithAMistake(_ brackets: String) {
    expectMistakes(
      Self.moons.replacing("[0.1, 0.5]\noptimizer", with: "[0.1, «-1»]\noptimizer")
        + "```{evaluate a}\nrun: \"sweep\(brackets)\"\n```\n",
      ["'learning_rate' is above 0, not -1"])
  }

  /// Each run keeps the networks that it has after these epochs.
  @Test func hasSnapshots() throws {
    let snapshots = "snapshots: [0, 3, 6]\n```\n"
    let sweep = """
      ```{sweep lengths}
      network: {layers: [2, 4, 2], activations: [tanh, softmax], seed: 4}
      data: parts
      batch_size: 8
      learning_rate: 0.5
      optimizer: adam
      seed: 6
      epochs: [4, 20]
      \(snapshots)
      """
    let lesson = run(
      Self.moons.replacing(
        "optimizer: adam\nseed: 6\n", with: "optimizer: adam\nseed: 6\nsnapshots: [0, 3, 6]\n")
        + sweep
        + "```{plot}\nboundary: single\nepochs: [0, 3, 6, 20]\n```\n"
        + "```{plot}\nboundary: lengths[epochs=20]\nepochs: [0, 3, 6, 20]\n```\n")
    let figures = lesson.outcomes.suffix(2).map { outcome -> [Layer] in
      guard case .figure(let figure)? = outcome.outputs.first else { return [] }
      return figure.panels.flatMap(\.layers)
    }
    #expect(figures[0].count >= 4 && figures[0] == figures[1])
    expectMistakes(
      Self.moons + sweep + "```{plot}\nboundary: lengths[epochs=4]\nepochs: [3, «6»]\n```\n",
      ["'lengths[epochs=4]' does not keep its network after epoch 6; there is that of 0, 3 or 4"])
    expectMistakes(
      Self.moons + sweep.replacing("[0, 3, 6]", with: "[0, «21»]"),
      ["the longest run has 20 epochs, and none is epoch 21"])
  }

  /// What all runs have in common need not be said, even where it stands in a list.
  @Test func isNamedByTheSettingsInWhichRunsDiffer() {
    let sweep = """
      ```{sweep sizes}
      network: {layers: [2, 2], activations: [softmax]}
      data: parts
      batch_size: [8, 16]
      learning_rate: [0.1]
      epochs: 2
      ```

      """
    let lesson = run(
      Self.moons + sweep
        + """
        ```{evaluate short}
        run: sizes[batch_size=8]
        ```
        ```{evaluate long}
        run: sizes[batch_size=8, learning_rate=0.1]
        ```
        ```{expect}
        - sizes[batch_size=8].train_loss[-1] < 10
        - sizes[batch_size=8].train_loss[-1] = sizes.runs[0].train_loss[-1]
        - sizes[batch_size=16].val_loss[-1] = sizes.runs[1].val_loss[-1]
        - sizes.runs[-1].batch_size = 16
        - min(sizes[batch_size=8].train_loss[-1]) in [0, 10]
        - sizes[batch_size=8].train_loss[-1] - sizes[batch_size=16].train_loss[-1] < 10
        ```

        `{value} sizes[batch_size=8].train_loss[-1] %.3f` `{value} sizes.runs[0].train_loss[-1] %.3f`

        """)
    #expect(lesson.outcomes.allSatisfy { $0.status == .done && $0.message == nil })
    #expect(lesson.value("short", "loss") != nil)
    #expect(lesson.value("short", "loss") == lesson.value("long", "loss"))
    #expect(lesson.inlineTexts.count == 2 && Set(lesson.inlineTexts).count == 1)
    #expect(lesson.inlineTexts.first?.wholeMatch(of: /\d\.\d{3}/) != nil)
    expectMistakes(
      Self.moons + sweep + "```{evaluate a}\nrun: «sizes[learning_rate=0.1]»\n```\n"
        + "```{expect}\n- «sizes.train_loss[-1]» < 1\n```\n",
      [
        "'run' is one run, and this leaves 'batch_size' open: name one such as sizes[batch_size=8, learning_rate=0.1]",
        "a number per combination cannot be compared: pick a run with [batch_size=8], or a number with min(…) or the like",
      ])
  }

  @Test func isNotComparedWithItself() {
    expectMistakes(
      Self.moons
        + "```{compare c}\nruns:\n  - sweep[learning_rate=0.1, optimizer=adam]\n"
        + "  - «sweep[optimizer=adam, learning_rate=0.10]»\n```\n",
      ["'sweep[learning_rate=0.1, optimizer=adam]' is compared with itself"])
  }

  /// How long a run is, and after which epoch its network is known, its own settings say.
  @Test func isKnownBeforeItIsMade() {
    let sweep = """
      ```{sweep lengths}
      network: {layers: [2, 2], activations: [softmax]}
      data: parts
      epochs: [2, 4]
      ```

      """
    expectMistakes(
      Self.moons + sweep + "```{plot}\nboundary: lengths[epochs=2]\nepochs: [2, «4»]\n```\n",
      ["'lengths[epochs=2]' does not keep its network after epoch 4; there is that of 2"])
  }
}
