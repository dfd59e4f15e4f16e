/// Lessons that take the engine through all of its work; short, since some tests run them on an emulated CPU.
enum EngineLessons {
  /// Every activation, loss, way to start and precision, sparse and dense inputs, and every kind of output.
  static let everything =
    data + texts + outputLayers(precision: "float64", prefix: "d")
    + outputLayers(precision: "float32", prefix: "f") + practised(precision: "float64")
    + practised(precision: "float32") + sweeps + targets + looks + figures

  /// Every optimizer, schedule, penalty and way to clip, dropout, normalization, class weights and early stopping, tracked.
  private static func practised(precision: String) -> String {
    [
      ("nesterov", "{step: {every: 2, factor: 0.5}}", "l1: 0.001"),
      ("momentum", "exponential", "l2: 0.01"),
      ("rmsprop", "cosine", "clip_norm: 0.5"),
      ("adam", "[cosine, {warm_up: {updates: 3}}]", "clip_value: 0.1"),
      ("{adam: {convention: keras}}", "plateau", "class_weights: balanced"),
      ("adamw", "exponential", "early_stopping: {patience: 2}"),
    ].enumerated().map { number, rules in
      let name = "\(precision)_practised\(number)"
      return """
        ```{network \(name)_net}
        layers: [2, 8, 5, 2]
        activations: [leaky_relu, tanh, softmax]
        batch_normalization: \(number % 2 == 0)
        dropout: \(number < 3 ? 0.2 : 0)
        precision: \(precision)
        ```

        ```{train \(name)}
        network: \(name)_net
        data: parts
        batch_size: 6
        learning_rate: 0.05
        epochs: 4
        optimizer: \(rules.0)
        schedule: \(rules.1)
        \(rules.2)
        track: [gradient_norm, layer_gradients, activations, update_ratio, weights, histograms]
        snapshots: [0, 2, 4]
        ```

        """
    }.joined(separator: "\n")
  }

  /// Looks into networks and texts.
  private static let looks = """
    ```{gradcheck gradient}
    network: d_net1
    data: clouds
    entries: 4
    ```

    ```{sanity first_look}
    network: d_net0
    data: parts
    ```

    ```{learning_rate_range range}
    network: d_net0
    data: parts
    ```

    ```{inspect}
    run: [float64_practised0, float32_practised0]
    ```

    ```{words fates}
    features: words
    ```

    ```{compare precisions}
    runs: [float64_practised0, float32_practised0]
    ```

    ```{explain reasons}
    run: word_run
    ```

    ```{mistakes worst}
    run: word_run
    ```

    ```{plot}
    #| label: fig-boundary
    boundary: float64_practised0
    ```

    ```{plot}
    #| label: fig-responses
    responses: float32_practised5
    layer: 2
    ```

    ```{plot}
    weights: digit_run
    ```

    ```{plot}
    histogram: d_run0.gradient_norm
    ```

    """

  /// Numbers to predict in both precisions, every built-in set with a target, and digits, which are drawn with sines.
  private static let targets =
    """
    ```{data digits}
    source: builtin:digits
    rows: 60
    shares: [0.2, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05]
    ```

    ```{show}
    value: digits
    ```

    ```{network digit_net}
    layers: [auto, auto]
    activations: [softmax]
    data: digits
    ```

    ```{train digit_run}
    network: digit_net
    data: digits
    epochs: 2
    ```

    ```{evaluate digit_score}
    run: digit_run
    ```

    """
    + [("line", "float64"), ("sine", "float32"), ("friedman", "float64")].map { source, precision in
      """
      ```{data \(source)}
      source: builtin:\(source)
      rows: 40
      scale: standard
      ```

      ```{split \(source)_parts}
      data: \(source)
      validation: 0.2
      ```

      ```{network \(source)_net}
      layers: [auto, 6, auto]
      activations: [tanh, linear]
      precision: \(precision)
      data: \(source)
      ```

      ```{train \(source)_run}
      network: \(source)_net
      data: \(source)_parts
      batch_size: 8
      epochs: 3
      ```

      ```{evaluate \(source)_score}
      run: \(source)_run
      ```

      ```{plot}
      points: \(source)_score.predicted
      against: \(source)_score.true
      ```

      """
    }.joined()

  /// Networks large enough for threads to share their batches, rows, units and runs.
  static let large = """
    ```{data mail}
    source: builtin:emails
    rows: 500
    ```

    ```{split parts}
    data: mail
    validation: 0.2
    stratify: true
    ```

    ```{tfidf words}
    data: parts
    max_features: 400
    ```

    ```{sweep rates}
    network:
      layers: [auto, 61, 2]
      activations: [relu, softmax]
    data: words
    batch_size: [50, 128]
    learning_rate: [0.1, 0.5]
    epochs: 3
    track: gradient_norm
    ```

    ```{data noise}
    source: builtin:gaussian
    rows: 300
    columns: 150
    classes: 5
    ```

    ```{split noisy}
    data: noise
    validation: 0.3
    ```

    ```{network net64}
    layers: [150, 130, 70, 5]
    activations: [tanh, relu, softmax]
    ```

    ```{train run64}
    network: net64
    data: noisy
    batch_size: 120
    epochs: 4
    track: gradient_norm
    ```

    ```{network net32}
    layers: [150, 130, 70, 5]
    activations: [sigmoid, tanh, sigmoid]
    precision: float32
    ```

    ```{train run32}
    network: net32
    data: noisy
    batch_size: 120
    epochs: 4
    ```

    ```{evaluate score64}
    run: run64
    ```

    ```{evaluate score32}
    run: run32
    ```

    """

  private static let data = """
    ---
    title: Everything
    params:
      rows: 40
    ---

    ```{data rings}
    source: builtin:circles
    rows: $rows
    noise: 0.1
    ```

    ```{data half_moons}
    source: builtin:moons
    rows: $rows
    noise: 0.1
    ```

    ```{data clouds}
    source: builtin:blobs
    rows: $rows
    columns: 3
    classes: 3
    ```

    ```{data arms}
    source: builtin:spiral
    rows: $rows
    classes: 3
    ```

    ```{data noise}
    source: builtin:gaussian
    rows: $rows
    columns: 20
    classes: 3
    ```

    ```{data xor}
    source: builtin:xor
    ```

    ```{split parts}
    data: rings
    test: 0.2
    validation: 0.25
    stratify: true
    ```

    ```{split moon_parts}
    data: half_moons
    seed: 7
    ```

    ```{describe facts}
    data: rings
    ```

    """

  private static let texts = """
    ```{data mail}
    source: builtin:emails
    rows: 60
    ```

    ```{split mail_parts}
    data: mail
    validation: 0.2
    stratify: true
    ```

    ```{tfidf words}
    data: mail_parts
    max_features: 100
    stop_words: english
    ties: numpy
    min_df: 2
    ngrams: [1, 2]
    ```

    ```{network word_net}
    layers: [100, 16, 2]
    activations: [relu, softmax]
    ```

    ```{train word_run}
    network: word_net
    data: words
    batch_size: 16
    learning_rate: 0.5
    epochs: 4
    track: gradient_norm
    ```

    ```{network small_word_net}
    layers: [100, 9, 2]
    activations: [tanh, sigmoid]
    precision: float32
    ```

    ```{train small_word_run}
    network: small_word_net
    data: words
    batch_size: 16
    learning_rate: 0.5
    epochs: 3
    report_loss: categorical_cross_entropy
    ```

    ```{predict guess}
    run: word_run
    text: [win money now, see you at the meeting]
    ```

    """

  /// A network with some output layer, and a hidden layer that differs from network to network.
  private struct Shape {
    var data: String
    var layers: [Int]
    var activations: [String]
    var start: String
    var loss: String
  }

  private static let shapes = [
    Shape(
      data: "parts", layers: [2, 7, 2], activations: ["tanh", "softmax"], start: "glorot",
      loss: "categorical_cross_entropy"),
    Shape(
      data: "clouds", layers: [3, 8, 5, 3], activations: ["relu", "sigmoid", "softmax"],
      start: "he", loss: "binary_cross_entropy"),
    Shape(
      data: "arms", layers: [2, 9, 3], activations: ["sigmoid", "softmax"], start: "lecun",
      loss: "mean_squared_error"),
    Shape(
      data: "moon_parts", layers: [2, 6, 1], activations: ["linear", "sigmoid"],
      start: "{uniform: 0.3}", loss: "binary_cross_entropy"),
    Shape(
      data: "noise", layers: [20, 17, 3], activations: ["tanh", "sigmoid"],
      start: "{normal: 0.1}", loss: "binary_cross_entropy"),
    Shape(
      data: "parts", layers: [2, 5, 1], activations: ["relu", "sigmoid"], start: "he",
      loss: "mean_squared_error"),
    Shape(
      data: "clouds", layers: [3, 3], activations: ["linear"], start: "zeros",
      loss: "mean_squared_error"),
    Shape(
      data: "xor", layers: [2, 4, 2], activations: ["tanh", "relu"], start: "he",
      loss: "mean_squared_error"),
    Shape(
      data: "xor", layers: [2, 4, 2], activations: ["sigmoid", "tanh"], start: "glorot",
      loss: "mean_squared_error"),
  ]

  private static func outputLayers(precision: String, prefix: String) -> String {
    shapes.enumerated().map { number, shape in
      """
      ```{network \(prefix)_net\(number)}
      layers: \(shape.layers)
      activations: [\(shape.activations.joined(separator: ", "))]
      init: \(shape.start)
      loss: \(shape.loss)
      precision: \(precision)
      ```

      ```{train \(prefix)_run\(number)}
      network: \(prefix)_net\(number)
      data: \(shape.data)
      batch_size: 12
      learning_rate: 0.3
      epochs: 5
      record_every: 2
      track: gradient_norm
      ```

      ```{evaluate \(prefix)_score\(number)}
      run: \(prefix)_run\(number)
      ```

      """
    }.joined(separator: "\n")
  }

  private static let sweeps = """
    ```{sweep rates}
    network:
      layers: [2, 6, 2]
      activations: [tanh, softmax]
    data: parts
    batch_size: [4, 16]
    learning_rate: [0.01, 0.3]
    epochs: 3
    ```

    ```{predict points}
    run: d_run0
    features: [[0, 0], [1, 0.5]]
    ```

    """

  private static let figures = """
    ```{plot}
    lines: [word_run.train_loss, word_run.val_loss]
    log_y: true
    ```

    ```{plot}
    #| label: fig-norms
    lines: {first: d_run0.gradient_norm, second: f_run0.gradient_norm}
    ```

    ```{plot}
    lines: rates.val_loss
    ```

    ```{plot}
    heatmap: rates.val_acc[-1]
    ```

    ```{show}
    value: words
    ```

    ```{show}
    value: mail
    ```

    ```{expect}
    - word_run.train_loss[-1] < word_run.train_loss[0]
    - finite(d_run0.gradient_norm)
    ```

    The loss of @fig-norms ends at `{value} d_run0.train_loss[-1] %.9f` and `{value} f_run0.train_loss[-1]`.

    """
}
