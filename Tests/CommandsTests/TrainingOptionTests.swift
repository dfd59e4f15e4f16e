import Commands
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
    ("class_weights: {«5»: 2}", "there is no class '5'; there are 0, 1"),
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
    ("run: tracked\nshow: «dead»", "'tracked' has not tracked 'dead'"),
  ])
  func areToldWhenNothingWasTracked(_ option: String, _ message: String) {
    expectMistakes(lesson("{inspect}\n\(option)"), [message])
  }

  @Test func growRatesOnlyUpwards() {
    expectMistakes(
      lesson("{learning_rate_range range}\nnetwork: net\ndata: parts\nfrom: 1\nto: «0.5»"),
      ["'to' is above 'from', which is 1"])
  }
}
