import Commands
import Execution
import LessonTesting
import Testing

/// Options of training as practised, from the mistake at its place to what a run makes of them.
@Suite("Options of training")
struct TrainingOptionTests {
  /// A lesson with a split that has a validation part, one without, a network, and a block to look at.
  private func lesson(_ block: String) -> String {
    """
    ```{data rings}
    source: builtin:circles
    rows: 60
    ```

    ```{split parts}
    data: rings
    validation: 0.25
    ```

    ```{network net}
    layers: [2, 6, 2]
    activations: [relu, softmax]
    ```

    ```{train plain}
    network: net
    data: parts
    ```

    ```{train tracked}
    network: net
    data: parts
    track: layer_gradients
    ```

    ```{train normed}
    network: net
    data: parts
    track: gradient_norm
    ```

    ```\(block)
    ```

    """
  }

  @Test(arguments: [
    ("optimizer: «adma»", "'adma' is not an optimizer; did you mean 'adam'?"),
    (
      "optimizer: «newton»",
      "'newton' is not an optimizer; there are sgd, momentum, nesterov, rmsprop, adam, adamw"
    ),
    ("optimizer: {adam: {«beta1»: 0.8}}", "'adam' has no setting 'beta1'; did you mean 'beta_1'?"),
    ("optimizer: {adam: {beta_1: «1»}}", "'beta_1' is from 0 to below 1, not 1"),
    ("optimizer: {adam: {epsilon: «0»}}", "'epsilon' is above 0, not 0"),
    ("optimizer: {adam: {beta_1: «high»}}", "'beta_1' is a number, not 'high'"),
    (
      "optimizer: {adam: {convention: «kears»}}",
      "'convention' is pytorch or keras, not 'kears'; did you mean 'keras'?"
    ),
    ("optimizer: {sgd: «3»}", "'sgd' is a rule without settings, not '3'"),
    (
      "schedule: [cosine, «linaer»]",
      "'linaer' is not a schedule; there are step, exponential, cosine, warm_up, plateau"
    ),
    ("schedule: {step: {every: «0»}}", "'every' is from 1 to 1000000000, not 0"),
    ("schedule: {step: {every: «2.5»}}", "'every' is a whole number, not '2.5'"),
    ("l2: «-1»", "'l2' is at least 0, not -1"),
    ("clip_norm: «0»", "'clip_norm' is above 0, not 0"),
    ("class_weights: {«5»: 2}", "there is no class '5'; there are 0 or 1"),
    (
      "class_weights: «{1: 0, 0: 0.0}»",
      "the weights of all classes are 0, so that nothing is learnt"
    ),
    ("class_weights: {0: «-2»}", "a weight is at least 0, not -2"),
    (
      "class_weights: «even»",
      "'class_weights' is balanced, or a mapping from classes to weights, not 'even'"
    ),
    ("early_stopping: {patience: «0»}", "'patience' is from 1 to 1000000000, not 0"),
    ("early_stopping: {restore_best: «maybe»}", "'restore_best' is true or false, not 'maybe'"),
    ("«track_every»: 5", "'track_every' is for what 'track' measures at some updates"),
  ])
  func areCheckedAtTheirPlace(_ option: String, _ message: String) {
    expectMistakes(lesson("{train run}\nnetwork: net\ndata: parts\n\(option)"), [message])
  }

  @Test func stopEarlyOnlyWithAValidationPart() {
    expectMistakes(
      lesson("{train run}\nnetwork: net\ndata: rings\n«early_stopping»: true"),
      ["early stopping watches the validation part, and the data have none"])
  }

  @Test(arguments: [
    (
      "dropout: «[0.5, 0.5]»",
      "there is 1 hidden layer, and dropout is given for 2"
    ),
    ("dropout: «1»", "'dropout' is from 0 to below 1, not 1"),
    ("batch_normalization: «2»", "'batch_normalization' is true or false, not '2'"),
  ])
  func ofNetworksAreCheckedToo(_ option: String, _ message: String) {
    expectMistakes(
      lesson("{network deep}\nlayers: [2, 6, 2]\nactivations: [relu, softmax]\n\(option)"),
      [message])
  }

  @Test func needHiddenLayersForWhatIsAboutThem() {
    expectMistakes(
      lesson("{network flat}\nlayers: [2, 2]\nactivations: [softmax]\n«batch_normalization»: true"),
      ["this network has no hidden layer"])
  }

  @Test(arguments: [
    (
      "run: «plain»",
      "'plain' has tracked nothing to look at; give its block 'track: layer_gradients' or another of"
        + " what it can track"
    ),
    (
      "run: «normed»",
      "'normed' has tracked gradient_norm alone, which is one curve: plot it with"
        + " 'lines: normed.gradient_norm'"
    ),
    ("run: tracked\nshow: «dead»", "'tracked' has not tracked 'dead'"),
  ])
  func areToldWhenNothingWasTracked(_ option: String, _ message: String) {
    expectMistakes(lesson("{inspect}\n\(option)"), [message])
  }

  @Test(arguments: [
    ("from: 1\nto: «0.5»", "'to' is above 'from', which is 1"),
    ("from: 1e-200\nto: «1e200»", "'to' is at most 1e308 times 'from', which is 1e-200"),
  ])
  func growRatesOnlyUpwards(_ rates: String, _ message: String) {
    expectMistakes(
      lesson("{learning_rate_range range}\nnetwork: net\ndata: parts\n\(rates)"), [message])
  }

  /// scikit-learn 1.9.1: `compute_sample_weight("balanced", [0, 0, 1, 1])` is 1 throughout, whatever else there might be.
  @Test func balanceTheClassesThatTheTrainingPartHas() {
    let training = "network: net\ndata: parts\nseed: 1\nlearning_rate: 0.5"
    let checked = CheckedLesson(
      """
      ```{data rows}
      features: [[1], [2], [3], [4], [5], [6], [7], [8]]
      labels: [p, p, p, p, q, q, q, r]
      ```
      ```{split parts}
      data: rows
      test: 0.5
      seed: 0
      ```
      ```{network net}
      layers: [1, 3]
      activations: [softmax]
      ```
      ```{train plain}
      \(training)
      ```
      ```{train balanced}
      \(training)
      class_weights: balanced
      ```
      ```{train weighted}
      \(training)
      class_weights: {p: 2}
      ```
      """, commands: blockCommands)
    #expect(checked.messages == [])
    let lesson = checked.run()
    #expect(lesson.value("parts", "train") == .integer(4))
    let losses = lesson.value("plain", "train_loss")
    #expect(losses != nil && lesson.value("balanced", "train_loss") == losses)
    #expect(lesson.value("weighted", "train_loss") != losses)
  }

  /// A setting that a lesson gives has an effect, unless it is the default; what it leaves out has its default.
  @Test(arguments: [
    ("optimizer: adam", "optimizer: {adam: {beta_1: 0.5}}", "optimizer: {adam: {beta_1: 0.9}}"),
    (
      "optimizer: {adamw: {epsilon: 0.1}}", "optimizer: {adamw: {convention: keras, epsilon: 0.1}}",
      "optimizer: {adamw: {epsilon: 0.1, convention: pytorch}}"
    ),
    ("schedule: step", "schedule: {step: {every: 1}}", "schedule: {step: {factor: 0.1}}"),
    ("schedule: cosine", "schedule: {cosine: {floor: 0.5}}", "schedule: {cosine: {}}"),
  ])
  func takeTheirSettings(_ plain: String, _ other: String, _ same: String) {
    let runs = [("plain", plain), ("other", other), ("same", same)].map { name, option in
      "```{train \(name)}\nnetwork: net\ndata: parts\nseed: 1\n\(option)\n```\n"
    }
    let checked = CheckedLesson(
      """
      ```{data parts}
      source: builtin:circles
      rows: 60
      ```
      ```{network net}
      layers: [2, 6, 2]
      activations: [relu, softmax]
      ```
      \(runs.joined())
      """, commands: blockCommands)
    #expect(checked.messages == [])
    let lesson = checked.run()
    let losses = lesson.value("plain", "train_loss")
    #expect(losses != nil && lesson.value("same", "train_loss") == losses)
    #expect(lesson.value("other", "train_loss") != losses)
  }

  /// A linear layer has neither limits nor a side without slope.
  @Test(arguments: [
    ("", [] as [String]),
    (
      "show: [dead, saturated]",
      ["share of activations saturated", "share of units dead"].map {
        "The \($0) is 0 in every layer, at every update that was measured."
      }
    ),
  ])
  func sayThatNothingIsDeadToWhoAsks(_ show: String, _ sentences: [String]) {
    let checked = CheckedLesson(
      """
      ```{data line}
      source: builtin:line
      ```
      ```{network net}
      layers: [auto, auto]
      activations: [linear]
      data: line
      ```
      ```{train run}
      network: net
      data: line
      epochs: 2
      track: activations
      ```
      ```{inspect}
      run: run
      \(show)
      ```

      """, commands: blockCommands)
    #expect(checked.messages == [])
    let outputs = checked.run().outcomes.last?.outputs ?? []
    let notes = outputs.compactMap { output in
      if case .note(let note) = output { note.message } else { nil }
    }
    #expect(notes == sentences)
    #expect(outputs.contains(where: \.isFigure) == show.isEmpty)
  }

  @Test func learnByHeartNoMoreRowsThanThereAre() {
    let checked = CheckedLesson(
      fixture + "```{sanity looks}\nnetwork: small\ndata: points\n```\n", commands: blockCommands)
    #expect(checked.messages == [])
    guard case .table(let table)? = checked.run().outcome("looks")?.outputs.first else {
      Issue.record("there is no table")
      return
    }
    #expect(table.rows.map(\.first).contains("4 rows learnt by heart"))
  }
}
