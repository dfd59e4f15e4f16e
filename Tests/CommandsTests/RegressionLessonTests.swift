import Commands
import Execution
import LessonTesting
import Testing

/// Lessons whose networks predict numbers.
@Suite("Lessons that predict numbers")
struct RegressionLessonTests {
  private static let wave = """
    ```{data waves}
    source: builtin:sine
    rows: 200
    ```
    ```{split parts}
    data: waves
    test: 0.25
    validation: 0.2
    ```
    ```{network net}
    layers: [auto, 12, auto]
    activations: [tanh, linear]
    init: glorot
    data: parts
    ```
    ```{train trained}
    network: net
    data: parts
    batch_size: 8
    learning_rate: 0.05
    epochs: 80
    ```
    ```{evaluate score}
    run: trained
    ```

    """

  private func run(_ lesson: String) -> ExecutedLesson {
    let checked = CheckedLesson(lesson, commands: blockCommands)
    #expect(checked.messages == [])
    return checked.run()
  }

  @Test func learnAWave() {
    let lesson = run(
      Self.wave + """
        ```{predict answers}
        run: trained
        features: [[0], [1.5]]
        ```
        ```{expect}
        - score.r2 > 0.9
        - score.root_mean_squared_error < 0.25
        - abs(answers.value[0]) < 0.3
        - answers.value[1] in [0.7, 1.3]
        - waves.targets = 1
        ```
        """)
    #expect(lesson.outcomes.allSatisfy { $0.status == .done }, "\(lesson.outcomes.map(\.message))")
    #expect(lesson.value("net", "parameters") == .integer(2 * 12 + 12 + 1))
    #expect(lesson.value("trained", "train_acc") == nil)
    #expect(lesson.value("trained", "val_acc") == nil)
    #expect(lesson.value("trained", "val_loss")?.elements?.count == 80)
    #expect(lesson.value("score", "predicted")?.elements?.count == 50)
    let (squared, root) = (
      lesson.value("score", "mean_squared_error")?.asNumber ?? .nan,
      lesson.value("score", "root_mean_squared_error")?.asNumber ?? .nan
    )
    #expect(abs(root * root - squared) < 1e-12)
    guard case .log(let lines)? = lesson.outcome("trained")?.outputs.first else {
      Issue.record("training says nothing")
      return
    }
    #expect(lines[0].hasPrefix("Epoch 1/80 - loss: "))
    #expect(lines[0].contains(" - val_loss: ") && !lines[0].contains("acc"))
  }

  @Test func inSinglePrecisionLearnItToo() {
    let lesson = run(
      Self.wave.replacing("init: glorot", with: "init: glorot\nprecision: float32")
        + "```{expect}\n- score.r2 > 0.9\n```\n")
    #expect(lesson.outcomes.last?.status == .done)
  }

  /// What the plot's author does not have to ask for: the line of right predictions, and axes that need no 0.
  @Test func drawPredictedAgainstTrue() throws {
    let lesson = run(
      Self.wave + "```{plot}\npoints: score.predicted\nagainst: score.true\n```\n"
        + "```{plot}\npoints: score.predicted\n```\n"
        + "```{plot}\nlines: [trained.train_loss, trained.val_loss]\n```\n")
    let figures = lesson.outcomes.suffix(3).compactMap { outcome -> Figure? in
      if case .figure(let figure)? = outcome.outputs.first { figure } else { nil }
    }
    try #require(figures.count == 3)
    #expect(figures[0].references.map(\.course) == [.identity])
    #expect(figures[0].x.title == "true y" && figures[0].y.title == "predicted y")
    #expect(figures[0].y.includes == nil)
    #expect(figures[1].references == [])
    #expect(figures[2].references.allSatisfy { $0.label.hasPrefix("always the mean: ") })
    #expect(figures[2].y.title == "mean squared error")
  }

  @Test func sweepSettings() {
    let lesson = run(
      """
      ```{data line}
      source: builtin:line
      ```
      ```{sweep rates}
      network: {layers: [auto, auto], activations: [linear]}
      data: line
      learning_rate: [0.01, 0.3]
      epochs: 20
      ```
      ```{expect}
      - rates[learning_rate=0.3].train_loss[-1] < rates[learning_rate=0.01].train_loss[-1]
      - rates[learning_rate=0.3].train_loss[-1] < 0.02
      ```
      """)
    #expect(lesson.outcomes.allSatisfy { $0.status == .done })
    #expect(lesson.value("rates", "train_acc") == nil)
  }

  @Test func predictSeveralTargetsOfRowsInPlace() {
    let lesson = run(
      lessonOnSums(targets: "[[0, 0], [1, 2], [1, -2], [2, 0]]")
        + """
        ```{plot}
        points: score.predicted[1]
        against: score.true[1]
        ```
        ```{expect}
        - score.r2 = 1 ± 1e-6
        - answer.value[0] = 3 ± 1e-3
        - answer.value[1] = 2 ± 1e-3
        - score.true[1][2] = -2
        ```
        """)
    #expect(lesson.outcomes.allSatisfy { $0.status == .done }, "\(lesson.outcomes.map(\.message))")
  }

  @Test func describeAndShowTheirTargets() {
    let lesson = run(
      Self.wave + "```{describe facts}\ndata: parts\n```\n```{show}\nvalue: waves\nrows: 2\n```\n")
    #expect(lesson.value("facts", "rows") == .integer(200))
    #expect(lesson.value("facts", "classes") == nil)
    guard case .table(let shown)? = lesson.outcomes.last?.outputs.first else {
      Issue.record("no table")
      return
    }
    #expect(shown.columns.map(\.title) == ["x1", "y"])
  }

  private func expectMistake(_ block: String, _ message: String) {
    expectMistakes(Self.wave + "```\(block)\n```\n", [message])
  }

  @Test(arguments: [
    (
      "{show}\nvalue: score.«accuracy»",
      "'score', an evaluation, has no 'accuracy': that is of classes, and the run predicts a target, 'y'"
    ),
    (
      "{plot}\nheatmap: score.«confusion_matrix»",
      "'score', an evaluation, has no 'confusion_matrix': that is of classes, and the run predicts a target, 'y'"
    ),
    (
      "{show}\nvalue: score.«auc»",
      "'score', an evaluation, has no 'auc': that is of classes, and the run predicts a target, 'y'"
    ),
    (
      "{plot}\nlines: trained.«val_acc»",
      "'trained', a run, has no 'val_acc': accuracies are of classes, and this run predicts a target, 'y'"
    ),
    (
      "{show}\nvalue: waves.«classes»",
      "'waves', a data set, has no 'classes': it has a target, 'y', and no classes"
    ),
    (
      "{split more}\ndata: waves\n«stratify»: true",
      "'stratify' is for classes, and 'waves' has a target, 'y'"
    ),
    (
      "{train more}\nnetwork: net\ndata: parts\nreport_loss: «binary_cross_entropy»",
      "binary_cross_entropy is for classes, and 'parts' has a target, 'y'"
    ),
    (
      "{sweep more}\nnetwork: {layers: «[1, 2]», activations: [linear]}\ndata: parts\nepochs: [1, 2]",
      "the network has 2 outputs, but 'parts' has one target"
    ),
    (
      "{sweep more}\nnetwork: {layers: «[1, 1]», activations: [sigmoid]}\ndata: parts\nepochs: [1, 2]",
      "binary_cross_entropy is for classes, and 'parts' has a target, 'y': end the network with"
        + " linear, or set its loss to mean_squared_error"
    ),
    (
      "{plot}\npoints: score.predicted\nagainst: «epoch»",
      "a list has no epochs or updates to run along"
    ),
  ])
  func sayWhatIsForClasses(_ block: String, _ message: String) {
    expectMistake(block, message)
  }

  @Test func sayWhatIsForNumbers() {
    expectMistakes(
      lesson("{show}\nvalue: measured.«r2»"),
      [
        "'measured', an evaluation, has no 'r2': that is of predicted numbers, and the run tells classes apart"
      ])
    expectMistakes(
      lesson("{data a}\nfeatures: [[1], [2]]\nlabels: [x, y]\n«targets»: [1, 2]"),
      ["rows have either 'labels' or 'targets'"])
    expectMistakes(
      lesson("{data a}\nfeatures: «[[1], [2]]»\ntargets: [1]"),
      ["there are 2 rows of features and 1 targets"])
    expectMistakes(
      lesson("{data a}\nsource: builtin:line\n«targets»: [1]"),
      ["'targets' are for features in place; of a source, 'target' names the column"])
    expectMistakes(
      lesson("{data a}\nsource: builtin:line\n«target»: y"),
      ["'target' does not apply to builtin:line"])
  }
}
