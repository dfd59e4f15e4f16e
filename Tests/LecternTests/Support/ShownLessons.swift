import Foundation
import Testing

/// Lessons whose reports together show all that reports can show.
struct ShownLesson: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  var files: [String: String] = [:]
  var exitCode: Int32 = 0

  var testDescription: String { name }

  /// Every lesson of the package, and lessons that are hard on a page.
  static let all: [ShownLesson] =
    ((try? Package.lessons()) ?? []).map { file in
      let name = file.deletingPathExtension().lastPathComponent
      return ShownLesson(name: name, text: (try? String(contentsOf: file, encoding: .utf8)) ?? "")
    } + [torture, failures, german]

  /// The report of the lesson, as `lectern render` writes it.
  func report() async throws -> String {
    var test = ProgramTest("render", "--quiet", "lesson.md").file("lesson.md", text)
      .exits(exitCode).complainsAnything()
      .leaves("output/lesson.html", "output/lesson.results.json")
    for (path, text) in files { test = test.file(path, text) }
    return try await test.run().text("output/lesson.html")
  }
}

// MARK: - Hard lessons

extension ShownLesson {
  private static let word = String(repeating: "incomprehensibilities", count: 20)

  private static let terms = (1...10).map { "w_{\($0)} x_{\($0)}" }.joined(separator: " + ")

  /// Very long words and formulas, wide and long tables, long lines of code, long logs, thirty curves, curves that break off.
  static let torture = ShownLesson(
    name: "torture", text: words + code + tables + curves,
    files: ["wide.csv": wideTable, "long.csv": longTable])

  private static let words = """
    ---
    title: "A title as long as \(word)"
    description: "A description with \(word) in it."
    author: [\(word), A. Teacher]
    lang: en-GB
    ---

    # \(word)

    ## `\(word)` *and* more

    A word: \(word), `\(word)`, **\(word)**, [\(word)](https://example.com/\(word)).

    ### A heading of the third level
    #### A heading of the fourth level
    ##### A heading of the fifth level
    ###### A heading of the sixth level

    > \(word)
    >
    > > A quotation in a quotation.

    1. one
       - \(word)
         - three
           - four
             1. five

                A paragraph in a list.

    A formula of many terms, $\(terms)$, within a line, in **bold $\(terms)$**, and in a list:

    - one
      - $\(terms)$

    | \(word) | b | c |
    | --- | ---: | :---: |
    | 1 | \(word) | 2 |
    | 1.5 | 100.25 | `code` |
    | $\(terms)$ | 1 | $x$ |

    ***


    """

  private static let code = """
    ```python
    @decorated
    def loss(p: float, *, y=1.5e-3) -> float:  # \(word)
        return f"{p}" if p is not None else -math.log(max(p, 1e-12)) + sum(some_rather_long_name for _ in range(100))
    ```

    ```swift
    /* A comment. */ let text = "a \\(name) b"  // \(word)
    ```

    ```bash
    for name in *.csv; do lectern render lesson.md -p "corpus=$name" --output-dir output --threads 2 --quiet; done
    ```

    ```json
    {"name": "\(word)", "values": [1, -2.5e3, true, null]}
    ```

    ```yaml
    key: [1, "text", $parameter]  # a comment
    text: |
      \(word)
    ```

    ```{{train run}}
    #| label: fig-loss
    network: net  # a comment
    learning_rate: [0.1, 0.01]
    ```

    ````markdown
    # A lesson

    ```{data points}
    source: points.csv
    ```
    ````

    ```\(word)
    no language of ours
    ```


    """

  private static let tables = """
    ```{data wide}
    source: wide.csv
    label: class
    ```

    ```{show}
    #| label: tbl-wide
    #| tbl-cap: "\(word) and more"
    value: wide
    rows: 40
    ```

    ```{data long}
    source: long.csv
    label: class
    ```

    ```{show}
    value: long
    rows: 150
    ```


    """

  private static let curves = """
    ```{data points}
    #| code-fold: true
    features: [[0, 0], [0, 1], [1, 0], [1, 1]]
    labels: [left, left, right, right]
    ```

    ```{network net}
    layers: [2, 3, 2]
    activations: [tanh, softmax]
    ```

    ```{train run}
    network: net
    data: points
    learning_rate: 0.5
    epochs: 120
    track: gradient_norm
    ```

    ```{sweep rates}
    network:
      layers: [2, 3, 2]
      activations: [tanh, softmax]
    data: points
    batch_size: [1, 2, 3, 4, 5]
    learning_rate: [0.001, 0.01, 0.1, 0.5, 1, 1000000]
    epochs: 8
    ```

    ```{plot}
    #| label: fig-rates
    #| fig-cap: "Thirty runs: \(word)"
    lines: rates.train_loss
    title: Thirty runs, some of which end in nothing
    ```

    ```{plot}
    lines: {"\(word)": run.train_loss, the norm of the gradient: run.gradient_norm}
    log_y: true
    ```

    ```{plot}
    heatmap: rates.train_loss[-1]
    ```

    ```{evaluate score}
    run: run
    ```

    ```{expect}
    - score.accuracy >= 0
    - run.train_loss[-1] < 100000
    ```

    """

  /// All that can go wrong, and claims that do not hold.
  static let failures = ShownLesson(
    name: "failures",
    text: """
      ---
      title: What goes wrong
      params:
        quick: false
      ---

      ## A block that fails

      """ + Lessons.failing + """
        ```{evaluate score}
        run: run
        ```

        The accuracy is `{value} score.accuracy`.

        ## A mistake that is part of the lesson

        ```{network mistaken}
        #| error: true
        layers: [2, many]
        activations: [softmax]
        ```

        ## Claims

        ```{expect}
        - mail.rows = 4
        - mail.rows = 5
        - mail.classes > 2
        ```

        ```{expect}
        when: mail.rows > 100
        claims:
        - mail.classes = 3
        ```

        """, files: ["mail.csv": Lessons.mail], exitCode: 1)

  /// Whatever a page says itself, and outputs of all kinds, in another language than English.
  static let german = ShownLesson(
    name: "german",
    text: """
      ---
      title: Titel
      lang: de
      params:
        breite: 3
      ---

      ## Kapitel {#sec-a}

      @fig-a (@eq-a, @fig-a, @sec-a, @tbl-a)[^a] und noch einmal[^a]

      $$x$$ {#eq-a}

      Table: Worte. {#tbl-a}

      | a |
      | --- |
      | 1 |

      [^a]: Anmerkung.

      ```{data punkte}
      features: [[0, 0], [0, 1], [1, 0], [1, 1]]
      labels: [links, links, rechts, rechts]
      ```

      ```{show}
      #| label: tbl-b
      value: punkte
      rows: 2
      ```

      ```{network netz}
      layers: [2, $breite, 2]
      activations: [relu, softmax]
      ```

      ```{train lauf}
      network: netz
      data: punkte
      learning_rate: 0.5
      epochs: 15
      ```

      ```{train weit}
      #| echo: false
      network: netz
      data: punkte
      learning_rate: 1e300
      epochs: 3
      ```

      ```{plot}
      #| label: fig-a
      #| fig-cap: Bild.
      #| fig-alt: Beschreibung.
      lines: lauf.train_loss
      ```

      ```{plot}
      lines: lauf.train_acc
      ```

      ```{expect}
      - lauf.train_loss[-1] < lauf.train_loss[0]
      - punkte.rows = 5
      ```

      ```{expect}
      when: punkte.rows > 100
      claims:
      - punkte.rows = 5
      ```

      ```{network falsch}
      #| error: true
      layers: [2, viele]
      activations: [softmax]
      ```

      """ + Lessons.failing + """
        ```{evaluate urteil}
        run: run
        ```

        """, files: ["mail.csv": Lessons.mail], exitCode: 1)

  private static let wideTable: String = {
    let header = (0..<60).map { "a_rather_long_column_name_\($0)" }.joined(separator: ",")
    let row = (0..<60).map { "\($0).123456789" }.joined(separator: ",")
    return "\(header),class\n\(row),\(word)\n\(row),b\n"
  }()

  private static let longTable: String =
    "x,class\n" + (0..<200).map { "\(Double($0) / 8),\($0 % 2)\n" }.joined()
}
