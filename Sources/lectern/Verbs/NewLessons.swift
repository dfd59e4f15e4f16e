/// The lessons that `lectern new` writes.
enum NewLessons {
  /// A file of a course.
  struct File {
    var name: String
    var text: String
  }

  /// One lesson with every step in it: data, a network, training, a figure, a test, claims.
  static func single(_ title: String) -> String {
    """
    ---
    title: \(title)
    seed: 1
    params:
      hidden: 8
    ---

    \(rings)
    \(learning)
    """
  }

  /// Lessons that build on each other, and a file of parameters for all of them.
  static var course: [File] {
    [
      File(name: "1-data.md", text: first), File(name: "2-training.md", text: second),
      File(name: "3-settings.md", text: third), File(name: "params.yml", text: parameters),
    ]
  }

  private static let rings = """
    Two rings, one inside the other: no straight line separates them.

    ```{data rings}
    source: builtin:circles
    rows: 400
    noise: 0.1
    factor: 0.4
    ```

    """

  private static let learning = """
    A quarter of the points is put aside for the test.

    ```{split parts}
    data: rings
    test: 0.25
    stratify: true
    ```

    ```{network net}
    layers: [2, $hidden, 2]
    activations: [tanh, softmax]
    init: glorot
    ```

    ```{train run}
    #| output: false
    network: net
    data: parts
    batch_size: 16
    learning_rate: 0.5
    epochs: 60
    ```

    ```{plot}
    #| label: fig-loss
    #| fig-cap: The loss on the training part.
    lines: run.train_loss
    ```

    ```{evaluate test}
    run: run
    ```

    @fig-loss shows how the loss falls. After `{value} length(run.train_loss)` epochs,
    `{value} test.accuracy %.3f` of the points that the network has never seen are right.

    ```{expect}
    - test.accuracy >= 0.95
    - run.train_loss[-1] < run.train_loss[0]
    ```

    """

  private static let first = """
    ---
    title: "1. A look at the data"
    seed: 1
    ---

    \(rings)
    ```{show}
    #| label: tbl-rings
    #| tbl-cap: The first points and their rings.
    value: rings
    rows: 5
    ```

    Each of the `{value} rings.rows` points in @tbl-rings has `{value} rings.columns` coordinates and
    belongs to one of `{value} rings.classes` rings. The next lesson, [2. Training](2-training.md), learns to tell
    the rings apart.

    ```{expect}
    - rings.classes = 2
    ```

    """

  private static let second = """
    ---
    title: "2. Training"
    seed: 1
    params:
      hidden: 8
    ---

    The rings of the [first lesson](1-data.md), again. Now a network with `{value} $hidden` hidden units learns them.

    \(rings)
    \(learning)
    The next lesson, [3. Settings](3-settings.md), asks what the batch size and the learning rate do.

    """

  private static let third = """
    ---
    title: "3. Settings"
    seed: 1
    params:
      hidden: 8
    ---

    In the [second lesson](2-training.md), the batch size and the learning rate were given. What if they were
    others? Every combination starts with a fresh network.

    \(rings)
    ```{sweep rates}
    #| label: fig-rates
    #| fig-cap: The training loss with each combination of settings.
    network:
      layers: [2, $hidden, 2]
      activations: [tanh, softmax]
      init: glorot
    data: rings
    batch_size: [8, 64]
    learning_rate: [0.05, 0.5]
    epochs: 30
    ```

    In @fig-rates, the small batches are ahead after the same number of epochs, since they make more updates.

    ```{expect}
    - rates[batch_size=8, learning_rate=0.5].train_loss[-1] < 0.1
    - rates[batch_size=8, learning_rate=0.5].train_loss[-1] < rates[batch_size=64, learning_rate=0.05].train_loss[-1]
    ```

    """

  private static let parameters = """
    # Parameters for the lessons of this course, each of which takes those that it has:
    #   lectern render . --params params.yml
    hidden: 12
    # With this in place of it, every lesson is rendered once for each number:
    #   matrix:
    #     hidden: [4, 8, 16]

    """
}
