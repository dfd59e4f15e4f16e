/// Small lessons that run in an instant.
enum Lessons {
  /// Four rows of two classes, which a line separates.
  static let points = "x,y,class\n0,0,left\n0,1,left\n1,0,right\n1,1,right\n"

  /// Loads the points and nothing else.
  static let data = """
    ```{data points}
    source: points.csv
    label: class
    ```

    """

  /// A network that fits the points.
  static let network = """
    ```{network net}
    layers: [2, 3, 2]
    activations: [tanh, softmax]
    ```

    """

  /// Loads the points and trains on them.
  static let training =
    data + network + """
      ```{train run}
      network: net
      data: points
      learning_rate: 0.5
      epochs: 3
      ```

      """

  /// A vocabulary that turns out smaller than the network's first layer: known only when texts are read.
  static let failing = """
    ```{data mail}
    source: mail.csv
    text: text
    label: label
    ```

    ```{tfidf words}
    data: mail
    max_features: 100
    ```

    ```{network net}
    layers: [100, 2]
    activations: [softmax]
    ```

    ```{train run}
    network: net
    data: words
    ```

    """

  /// Texts with five words in all.
  static let mail = "label,text\nspam,win money now\nham,see you\nspam,win now\nham,see money\n"

  /// The points lie so far out that the first update overflows.
  static let diverging = """
    ```{data points}
    features: [[1e150, 2e150], [-1e150, 3e150], [3e150, -1e150]]
    labels: [a, b, a]
    ```

    ```{network net}
    layers: [2, 4, 2]
    activations: [relu, softmax]
    ```

    ```{train run}
    network: net
    data: points
    learning_rate: 1e100
    epochs: 4
    ```

    """

  /// Trains until somebody stops it.
  static let endless = """
    ```{data xor}
    source: builtin:xor
    ```

    ```{network net}
    layers: [2, 64, 64, 2]
    activations: [tanh, tanh, softmax]
    ```

    ```{train run}
    network: net
    data: xor
    epochs: 10000000
    record_every: 1000
    ```

    ```{evaluate score}
    run: run
    ```

    """

  /// Claims one thing about the points.
  static func claim(_ claim: String) -> String {
    data + "```{expect}\n- \(claim)\n```\n"
  }
}
