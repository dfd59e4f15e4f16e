import Execution
import Rendering

/// Small figures and a page that several tests draw.
enum Samples {
  static let lineChart = Figure(
    title: "Training and validation loss", x: Axis("epoch"),
    y: Axis("cross-entropy (nats)", includes: 0),
    layers: [
      .series(
        [
          Series(
            label: "training", x: [1, 2, 3, 4, 5], y: [0.58, 0.31, 0.18, 0.1, 0.05],
            color: .category(0)),
          Series(
            label: "validation", x: [1, 2, 3, 4, 5], y: [0.53, 0.29, 0.2, 0.17, 0.19],
            stroke: .dashed, color: .category(0),
            highlight: .init(index: 3, label: "lowest 0.17 at epoch 4")),
        ], by: .line)
    ], references: [ReferenceLine(y: 0.6931471805599453, label: "guessing: ln 2 = 0.6931")])

  static let logarithmicChart = Figure(
    title: "Gradient norm", x: Axis("update"), y: Axis("gradient norm", scale: .logarithmic),
    layers: [
      .series(
        [
          Series(
            label: "layer 1", x: [1, 2, 3, 4, 5, 6], y: [1, 0.03, 0, 2e-4, 1e-5, 3e-7],
            color: .shade(hue: 1, 0)),
          Series(
            label: "layer 2", x: [1, 2, 3, 4, 5, 6], y: [2, 5, 30, 400, .nan, .nan],
            color: .shade(hue: 1, 1)),
        ], by: .line)
    ])

  static let confusionMatrix = Figure(
    title: "Confusion matrix", x: Axis("predicted class", categories: ["ham", "spam"]),
    y: Axis("true class", categories: ["ham", "spam"]),
    layers: [
      .cells(
        Cells(
          values: [[726, 9], [6, 294]],
          texts: [[["726", "98.8 %"], ["9", "1.2 %"]], [["6", "2.0 %"], ["294", "98.0 %"]]],
          valueTitle: "messages",
          shares: Cells.Shares(
            percentages: [[98.8, 1.2], [2, 98]], title: "% of the true class"),
          marked: .init(row: 1, column: 1), areSquares: true))
    ])

  /// A confusion matrix where all is right but for 1, 2 and 5 examples of the last class.
  static func confusion(classes count: Int) -> Figure {
    let names = (0..<count).map { "class \($0)" }
    var counts = (0..<count).map { row in (0..<count).map { $0 == row ? 20 : 0 } }
    counts[count - 1].replaceSubrange(0..<3, with: [1, 2, 5])
    let cells = Cells(
      values: counts.map { $0.map(Double.init) },
      texts: counts.map { $0.map { ["\($0)", "\(5 * $0).0 %"] } }, valueTitle: "examples",
      shares: Cells.Shares(
        percentages: counts.map { row in
          row.map { 100 * Double($0) / Double(row.reduce(0, +)) }
        }, title: "% of the true class"),
      areSquares: true)
    return Figure(
      title: "Confusion matrix", x: Axis("predicted class", categories: names),
      y: Axis("true class", categories: names), layers: [.cells(cells)])
  }

  /// Two sweeps' settings as small multiples, with lines and points of one name.
  static let multiples: Figure = {
    let panels = [8, 32, 128].map { size in
      let series = [0.1, 1].enumerated().map { index, rate in
        Series(
          label: "\(rate)", x: [1, 2, 3, 4],
          y: [1, 2, 3, 4].map { 1 / ($0 * rate + Double(size)) },
          color: .shade(hue: 0, Double(index)))
      }
      return Panel(
        title: "batch size \(size)",
        layers: [.series(series, by: .line), .series(series, by: .points)])
    }
    return Figure(
      title: "Small multiples", x: Axis("epoch"), y: Axis("cross-entropy (nats)", includes: 0),
      panels: panels, references: [ReferenceLine(y: 0.1, label: "one tenth")],
      seriesTitle: "learning rate")
  }()

  /// Bars of three series over named places.
  static let bars = Figure(
    title: "Scores", x: Axis("class", categories: ["ham", "spam"]),
    y: Axis("share", possible: 0...1),
    layers: [
      .series(
        ["precision", "recall", "f1"].enumerated().map { index, name in
          Series(
            label: name, x: [0, 1], y: [0.9 - Double(index) / 10, 0.7], color: .category(index))
        }, by: .bars)
    ])

  static let page = ReportPage(
    title: "Spam & ham", author: "A. Teacher", date: "May 2026",
    description: "A lesson about mail.",
    contents: [
      .init(level: 2, link: "<a href=\"#train\">Train</a>"),
      .init(level: 3, link: "<a href=\"#curves\">Curves</a>"),
    ],
    body: [
      .prose(html: "<h2 id=\"train\">Train</h2>\n<p>Some <em>prose</em>.</p>\n"),
      .block(
        BlockView(
          command: "train", name: "spam", anchor: "block-spam",
          source: "network: net  # made above\nepochs: 5",
          outputs: [
            .log((1...20).map { "Epoch \($0)/20 - loss: 0.5815" }),
            .note(Note(.warning, "The loss rises in the end.")),
          ])),
      .block(
        BlockView(
          command: "plot", anchor: "block-2", source: "lines: spam.train_loss",
          isSourceFolded: true, outputs: [.figure(lineChart)],
          figures: [.init(number: 1, anchor: "fig-loss", html: "How the loss falls.")])),
      .block(
        BlockView(
          command: "expect", anchor: "block-3",
          outputs: [
            .claims([
              Claim(text: "spam.loss < 1", found: "0.05", verdict: .holds),
              Claim(text: "spam.loss > 1", found: "0.05", verdict: .fails),
              Claim(text: "spam.loss = 1", found: nil, verdict: .skipped),
            ])
          ])),
      .block(
        BlockView(
          command: "evaluate", name: "late", anchor: "block-late",
          status: .notRun(messages: ["it needs 'early', which failed"]))),
    ],
    facts: [.init(name: "seed", value: "42")],
    failures: [.init(message: "1 claim does not hold", anchor: "block-3")])

  /// A chart of one series.
  static func chart(
    _ values: [Double], label: String = "loss", scale: Axis.Scale = .linear, by mark: Mark = .line
  ) -> Figure {
    let series = Series(
      label: label, x: values.indices.map { Double($0 + 1) }, y: values, color: .category(0))
    return chart([series], y: Axis("loss (nats)", scale: scale), by: mark)
  }

  /// A chart of the given series by one mark.
  static func chart(
    _ series: [Series], x: Axis = Axis("update"), y: Axis = Axis("loss (nats)"),
    by mark: Mark = .line
  ) -> Figure {
    Figure(title: "Chart", x: x, y: y, layers: [.series(series, by: mark)])
  }

  /// Text that would break a page if it got into it as it is.
  static let hostile = "<script>alert('1')</script> & \"quotes\" \u{1}\u{FFFE}]]>"
}
