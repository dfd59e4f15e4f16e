import Commands
import Execution
import LessonTesting
import Notebook
import Testing

/// What a sweep can have lists of, in its network and in its training.
@Suite("The options that a sweep varies")
struct SweptOptionTests {
  /// The options of a run, or with lists those of a sweep.
  struct Options: Sendable {
    var layers = "[2, 4, 2]"
    var activations = "[tanh, softmax]"
    var initial = "he"
    /// One more option of the network.
    var more = "loss: categorical_cross_entropy"
    var training = "learning_rate: 0.1"
  }

  private static let data = """
    ```{data points}
    source: builtin:gaussian
    rows: 64
    ```
    ```{split parts}
    data: points
    validation: 0.25
    ```

    """

  private static func sweep(_ options: Options) -> String {
    """
    ```{sweep runs}
    network: {layers: \(options.layers), activations: \(options.activations), init: \(options.initial), seed: 4, \(options.more)}
    data: parts
    batch_size: 8
    epochs: 3
    seed: 6
    \(options.training)
    ```

    """
  }

  private static func train(_ options: Options, _ number: Int) -> String {
    """
    ```{network n\(number)}
    layers: \(options.layers)
    activations: \(options.activations)
    init: \(options.initial)
    seed: 4
    \(options.more)
    ```
    ```{train t\(number)}
    network: n\(number)
    data: parts
    batch_size: 8
    epochs: 3
    seed: 6
    \(options.training)
    ```

    """
  }

  /// Sweeps, each with the runs of `train` that it should make.
  static let sweeps: [(Options, [Options])] = [
    (
      Options(layers: "[2, [3, 5], 2]"),
      [Options(layers: "[2, 3, 2]"), Options(layers: "[2, 5, 2]")]
    ),
    (
      Options(activations: "[[relu, sigmoid], softmax]"),
      [Options(activations: "[relu, softmax]"), Options(activations: "[sigmoid, softmax]")]
    ),
    (
      Options(initial: "[glorot, {normal: 0.5}]"),
      [Options(initial: "glorot"), Options(initial: "{normal: 0.5}")]
    ),
    (
      Options(more: "batch_normalization: [false, true]"),
      [Options(more: "batch_normalization: false"), Options(more: "batch_normalization: true")]
    ),
    (
      Options(more: "dropout: [[0, 0.25, 0.5]]"),
      [Options(), Options(more: "dropout: 0.25"), Options(more: "dropout: 0.5")]
    ),
    (
      deep("dropout: [[0, 0.5]]"), [deep("dropout: 0"), deep("dropout: 0.5")]
    ),
    (
      deep("dropout: [0.25, [0, 0.5]]"),
      [deep("dropout: [0.25, 0]"), deep("dropout: [0.25, 0.5]")]
    ),
    (
      deep("dropout: [[0.25, 0.5], [0, 0.75]]"),
      [
        deep("dropout: [0.25, 0]"), deep("dropout: [0.25, 0.75]"), deep("dropout: [0.5, 0]"),
        deep("dropout: [0.5, 0.75]"),
      ]
    ),
    (
      Options(training: "optimizer: [sgd, adam, {momentum: {momentum: 0.5}}]"),
      training("optimizer: sgd", "optimizer: adam", "optimizer: {momentum: {momentum: 0.5}}")
    ),
    (
      Options(training: "l1: [0, 0.02]\nl2: [0.3, 0]"),
      training("l2: 0.3", "", "l1: 0.02\nl2: 0.3", "l1: 0.02")
    ),
    (
      Options(training: "clip_value: [0.1, 0.01]\nclip_norm: [0.2]"),
      training("clip_value: 0.1\nclip_norm: 0.2", "clip_value: 0.01\nclip_norm: 0.2")
    ),
    (
      Options(layers: "[2, [3, 5], 2]", training: "optimizer: [adam, sgd]"),
      [
        Options(layers: "[2, 3, 2]", training: "optimizer: adam"),
        Options(layers: "[2, 3, 2]", training: "optimizer: sgd"),
        Options(layers: "[2, 5, 2]", training: "optimizer: adam"),
        Options(layers: "[2, 5, 2]", training: "optimizer: sgd"),
      ]
    ),
  ]

  private static func deep(_ more: String) -> Options {
    Options(layers: "[2, 4, 4, 2]", activations: "[tanh, tanh, softmax]", more: more)
  }

  private static func training(_ lines: String...) -> [Options] {
    lines.map { Options(training: $0) }
  }

  @Test(arguments: sweeps)
  func giveTheRunsOfTrain(_ swept: Options, _ single: [Options]) {
    let lesson = run(
      Self.data + Self.sweep(swept)
        + single.enumerated().map { Self.train($1, $0) }.joined())
    let losses = records(in: lesson).map { member("val_loss", of: $0) }
    #expect(losses.count == single.count && losses.allSatisfy { $0?.elements?.count == 3 })
    for (number, loss) in losses.enumerated() {
      #expect(loss == lesson.value("t\(number)", "val_loss"))
    }
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 != $1 })
  }

  @Test func haveNumbersWhereSeveralLayersHaveLists() {
    let lesson = run(
      Self.data
        + Self.sweep(
          Options(
            layers: "[2, [3, 4], 5, [6, 7], 2]",
            activations: "[tanh, [relu, tanh], tanh, softmax]"))
        + "```{expect}\n- runs[units_1=4, units_3=6, activation=relu].val_loss[-1] < 9\n```\n")
    let names = ["units_1", "units_3", "activation"]
    let settings = records(in: lesson).map { record in
      names.compactMap { member($0, of: record) }
    }
    #expect(settings.first == [.integer(3), .integer(6), .text("relu")])
    #expect(settings.last == [.integer(4), .integer(7), .text("tanh")])
    #expect(settings.count == 8)
    #expect(lesson.outcomes.last?.status == .done)
  }

  /// The words that select runs, in the order of the runs.
  @Test(arguments: [
    (Options(more: "batch_normalization: [true, false]"), ["batch_normalization"], "true"),
    (Options(more: "dropout: [[0.5, 0]]"), ["dropout"], "0.5"),
    (deep("dropout: [[0.5, 0]]"), ["dropout"], "0.5"),
    (deep("dropout: [0.1, [0.5, 0]]"), ["dropout"], "0.5"),
    (deep("dropout: [[0.5, 0], [0.5, 0]]"), ["dropout_1", "dropout_2"], "0.5"),
  ])
  func ofNetworksAreSelectedByTheirNames(_ options: Options, _ names: [String], _ first: String) {
    let settings = names.map { "\($0)=\(first)" }.joined(separator: ", ")
    let lesson = run(
      Self.data + Self.sweep(options) + "\n`{value} runs[\(settings)].val_loss[-1] %s`\n")
    let record = records(in: lesson).first ?? .text("")
    #expect(names.map { member($0, of: record)?.description } == names.map { _ in first })
    #expect(
      lesson.inlineTexts == [member("val_loss", of: record)?.elements?.last?.description ?? ""])
  }

  @Test("vary in the order written, be it that of the network or not")
  func order() {
    let network = "network: {layers: [2, [3, 4], 2], activations: [tanh, softmax]}"
    let rates = "learning_rate: [0.1, 0.2]"
    for (lines, names) in [
      ("\(network)\n\(rates)", ["units", "learning_rate"]),
      ("\(rates)\n\(network)", ["learning_rate", "units"]),
    ] {
      let lesson = run(Self.data + "```{sweep runs}\n\(lines)\ndata: parts\nepochs: 1\n```\n")
      guard case .record(let members)? = records(in: lesson).dropFirst().first else {
        Issue.record("there is no second run")
        continue
      }
      #expect(members.prefix(2).map(\.name) == names)
      // The last one varies fastest.
      let second = members.prefix(2).compactMap(\.value.asNumber)
      #expect(second == (names[0] == "units" ? [3, 0.2] : [0.1, 4]))
    }
  }

  private static let optimizers =
    data + sweep(Options(training: "optimizer: [sgd, {momentum: {momentum: 0.5}}, adam]"))
  private static let words = ["sgd", "momentum 0.5", "adam"]

  @Test func areSelectedByTheirWords() {
    let lesson = run(
      Self.optimizers
        + """
        ```{expect}
        - runs[optimizer=adam].val_loss[-1] < 9
        - 'runs[optimizer="momentum 0.5"].val_loss[-1] < 9'
        - length(runs[optimizer=sgd].val_loss) = 3
        ```

        """)
    #expect(lesson.outcomes.last?.status == .done, "\(lesson.outcomes.compactMap(\.message))")
    let chosen = records(in: lesson).compactMap { member("optimizer", of: $0) }
    #expect(chosen == Self.words.map { Value.text($0) })
    expectMistakes(
      Self.optimizers + "```{expect}\n- runs[optimizer=«adan»].val_loss[-1] < 9\n```\n",
      ["the sweep has no optimizer=adan; it has sgd, momentum 0.5 or adam"])
  }

  @Test func areToldApartByTheirSettings() {
    let optimizers =
      "[{adam: {beta_2: 0.99, beta_1: 0.8}}, {momentum: {momentum: 0.5}}, {nesterov: {}}]"
    expectMistakes(
      Self.data + Self.sweep(Options(training: "optimizer: \(optimizers)"))
        + "```{expect}\n- runs[optimizer=«sgd»].val_loss[-1] < 9\n```\n",
      [
        "the sweep has no optimizer=sgd; it has adam (beta_1: 0.8, beta_2: 0.99), momentum 0.5 or nesterov"
      ])
  }

  @Test func areShownByTheirWords() throws {
    let lesson = run(
      Self.optimizers + "```{show}\nvalue: runs\n```\n"
        + "```{plot}\npoints: runs.val_loss[-1]\n```\n```{plot}\nlines: runs.val_loss\n```\n")
    let outputs = lesson.outcomes.map(\.outputs)
    try #require(outputs.count == 6)
    // Words have no border beyond which a better one may lie.
    #expect(
      !outputs[2].contains { output in
        if case .note = output { true } else { false }
      })
    #expect(figures(outputs[2]).last?.x.categories == Self.words)
    guard case .table(let table)? = outputs[3].first else {
      Issue.record("there is no table")
      return
    }
    #expect(table.columns.first == Table.Column("optimizer", .start))
    #expect(table.rows.compactMap(\.first) == Self.words)
    let plotted = try #require(figures(outputs[4]).first)
    #expect(plotted.x.categories == Self.words && plotted.x.title == "optimizer")
    #expect(plotted.allSeries.map(\.x) == [[0, 1, 2]])
    #expect(figures(outputs[5]).first?.allSeries.map(\.label) == Self.words)
  }

  @Test(arguments: [
    "layers: [«[2, 3]», 4, 2], activations: [tanh, softmax]",
    "layers: [2, 4, «[2, 3]»], activations: [tanh, softmax]",
    "layers: [2, 4, 2], activations: [tanh, «[softmax, sigmoid]»]",
  ])
  func areOfHiddenLayersOnly(_ network: String) {
    expectMistakes(
      lesson("{sweep a}\nnetwork: {\(network)}\ndata: points\nepochs: [1, 2]"),
      ["only hidden layers can have a list here"])
  }

  /// One share for each layer may have been meant as values of all; where something else varies, it is taken at its word.
  @Test(arguments: ["[0, 0.3]", "[0.5, 0.0]", "[0.2, 0.3]", "[0.2, [0, 0.3]]", "[[0, 0.3]]", "0"])
  func areNotLookedForInSharesBesideThem(_ shares: String) {
    expectMistakes(
      lesson(
        """
        {sweep b}
        network: {layers: [2, 3, 3, 2], activations: [tanh, tanh, softmax], dropout: \(shares)}
        data: points
        learning_rate: [0.1, 1]
        """), [])
  }

  @Test func areExplainedWhereNothingVaries() throws {
    let checked = CheckedLesson(
      lesson(
        """
        {sweep b}
        network: {layers: [2, 3, 3, 2], activations: [tanh, tanh, softmax], dropout: [0, 0.3]}
        data: points
        schedule: [warm_up, cosine]
        """), commands: blockCommands)
    let mistake = try #require(checked.plan.diagnostics.first)
    #expect(checked.plan.diagnostics.count == 1 && mistake.code == .nothingToSweep)
    #expect(
      mistake.notes == [
        "'dropout' has one share for each hidden layer here; a sweep over these is [[0, 0.3]]",
        "each run follows all rules in 'schedule'; these are not varied",
      ])
  }

  @Test(arguments: [
    "layers: [2, «[3, 4]», 2]\nactivations: [tanh, softmax]",
    "layers: [2, 3, 2]\nactivations: [«[tanh, relu]», softmax]",
    "layers: [2, 3, 2]\nactivations: [tanh, softmax]\ninit: «[he, glorot]»",
    "layers: [2, 3, 2]\nactivations: [tanh, softmax]\nbatch_normalization: «[true, false]»",
    "layers: [2, 3, 2]\nactivations: [tanh, softmax]\ndropout: [«[0, 0.5]»]",
  ])
  func areForNoNetworkOutsideOfASweep(_ body: String) {
    expectMistakes(
      lesson("{network a}\n\(body)"), ["a list here is for the network of a sweep"])
  }

  @Test(arguments: [
    (
      "network: {layers: [2, [3, 4, «3»], 2], activations: [tanh, softmax]}",
      "'units' lists a value twice"
    ),
    (
      "network: {layers: [2, 3, 2], activations: [[tanh, «tanh»], softmax]}",
      "'activation' lists a value twice"
    ),
    (
      "network: {layers: [2, 2], activations: [softmax]}\noptimizer: [adam, sgd, «adam»]",
      "'optimizer' lists a value twice"
    ),
    (
      "network: {layers: [2, 2], activations: [softmax]}\noptimizer: [adam, «{adam: {}}»]",
      "'optimizer' lists a value twice"
    ),
    (
      "network: {layers: [2, 2], activations: [softmax]}\nl2: [0, «0.0»]",
      "'l2' lists a value twice"
    ),
    (
      "network: {layers: [2, 3, 2], activations: [[tanh, «rellu»], softmax]}",
      "'activations' is sigmoid, tanh, relu, leaky_relu, softmax or linear, not 'rellu'; did you mean 'relu'?"
    ),
    (
      "network: {layers: [2, 2], activations: [softmax]}\noptimizer: [sgd, «adan»]",
      "'adan' is not an optimizer; did you mean 'adam'?"
    ),
    (
      "network: {layers: [2, 2], activations: [softmax]}\nl1: [0, «-1»]",
      "'l1' is at least 0, not -1"
    ),
    (
      "network: {layers: [2, 3, 2], activations: [tanh, softmax], dropout: «[0, 0.2, 0.5]»}\nl2: [0, 1]",
      "there is 1 hidden layer, and dropout is given for 3; a sweep over these is [[0, 0.2, 0.5]]"
    ),
    (
      "network: {layers: [2, 3, 3, 2], activations: [tanh, tanh, softmax], dropout: «[0.1, 0.2, [0, 0.5]]»}",
      "there are 2 hidden layers, and dropout is given for 3"
    ),
    (
      "network: {layers: [2, 2], activations: [softmax], «dropout»: [[0, 0.5]]}",
      "this network has no hidden layer"
    ),
    (
      "network: {layers: [2, 3, 2], activations: [tanh, softmax], dropout: [[0, «1»]]}",
      "'dropout' is from 0 to below 1, not 1"
    ),
    (
      "network: {layers: [2, 3, 2], activations: [tanh, softmax], dropout: [[0.5, «0.50»]]}",
      "'dropout' lists a value twice"
    ),
    (
      "network: {layers: [2, 3, 2], activations: [tanh, softmax], batch_normalization: [yes, «true»]}",
      "'batch_normalization' lists a value twice"
    ),
    (
      "network: {layers: [2, 2], activations: [softmax], «batch_normalization»: [false, true]}",
      "this network has no hidden layer"
    ),
    // Two of these four networks have the mistake.
    (
      "network: {layers: [2, 3, 3, 2], activations: [[tanh, relu], «[tanh, softmax]», softmax]}",
      "softmax is for the last layer only"
    ),
    (
      "network: {layers: «[3, [4, 5], 2]», activations: [tanh, softmax]}",
      "the network takes 3 inputs, but 'points' has 2 columns"
    ),
  ])
  func haveTheirMistakesToldOnce(_ options: String, _ message: String) {
    expectMistakes(lesson("{sweep a}\n\(options)\ndata: points"), [message])
  }

  @Test("make no more than 10,000 runs")
  func greatestCount() {
    func lines(_ rates: Int) -> String {
      let rates = (1...rates).map { String($0) }.joined(separator: ", ")
      return "{sweep a}\nlearning_rate: «[\(rates)]»\n"
        + "network: {layers: [2, [3, 4], 2], activations: [tanh, softmax]}\ndata: points\n"
        + "epochs: 1"
    }
    expectMistakes(lesson(lines(5001)), ["this sweep has more than 10000 runs"])
    let most = lesson(lines(5000)).replacing("«", with: "").replacing("»", with: "")
    #expect(CheckedLesson(most, commands: blockCommands).messages == [])
  }

  @Test func areForecastRunByRun() throws {
    func forecast(_ layers: String, _ options: String) throws -> Forecast {
      let checked = CheckedLesson(
        lesson(
          "{sweep a}\nnetwork: {layers: \(layers), activations: [tanh, softmax]}\ndata: points\n"
            + "epochs: 2\n\(options)"), commands: blockCommands)
      #expect(checked.messages == [])
      return try #require(checked.plan.steps.first { $0.block.name == "a" }?.forecast)
    }
    let small = try forecast("[2, 3, 2]", "learning_rate: [0.1]")
    let large = try forecast("[2, 30, 2]", "learning_rate: [0.1]")
    let both = try forecast("[2, [3, 30], 2]", "optimizer: [sgd, adam, rmsprop]")
    #expect(both.multiplyAdds == 3 * (small.multiplyAdds + large.multiplyAdds))
  }

  // MARK: - Looks at lessons

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

  private func figures(_ outputs: [Output]) -> [Figure] {
    outputs.compactMap { output in
      if case .figure(let figure) = output { figure } else { nil }
    }
  }
}
