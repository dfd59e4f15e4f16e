import Execution
import Rendering

/// Small figures and a page that several tests draw.
enum Samples {
  static let lineChart = Figure(
    title: "Training and validation loss",
    LineChart(
      x: Axis("epoch"), y: Axis("cross-entropy (nats)", includes: 0),
      series: [
        Series(
          label: "training", x: [1, 2, 3, 4, 5], y: [0.58, 0.31, 0.18, 0.1, 0.05],
          color: .category(0)),
        Series(
          label: "validation", x: [1, 2, 3, 4, 5], y: [0.53, 0.29, 0.2, 0.17, 0.19],
          stroke: .dashed, color: .category(0),
          highlight: .init(index: 3, label: "lowest 0.17 at epoch 4")),
      ],
      references: [ReferenceLine(y: 0.6931471805599453, label: "guessing: ln 2 = 0.6931")]))

  static let logarithmicChart = Figure(
    title: "Gradient norm",
    LineChart(
      x: Axis("update"), y: Axis("gradient norm", scale: .logarithmic),
      series: [
        Series(
          label: "layer 1", x: [1, 2, 3, 4, 5, 6], y: [1, 0.03, 0, 2e-4, 1e-5, 3e-7],
          color: .shade(hue: 1, 0)),
        Series(
          label: "layer 2", x: [1, 2, 3, 4, 5, 6], y: [2, 5, 30, 400, .nan, .nan],
          color: .shade(hue: 1, 1)),
      ]))

  static let confusionMatrix = Figure(
    title: "Confusion matrix",
    Heatmap(
      rowTitle: "true class", columnTitle: "predicted class", rowLabels: ["ham", "spam"],
      columnLabels: ["ham", "spam"], values: [[726, 9], [6, 294]],
      cellLines: [[["726", "98.8 %"], ["9", "1.2 %"]], [["6", "2.0 %"], ["294", "98.0 %"]]],
      valueTitle: "messages", marked: .init(row: 1, column: 1)))

  static let page = ReportPage(
    title: "Spam & ham", author: "A. Teacher", date: "May 2026",
    description: "A lesson about mail.",
    contents: [
      .init(level: 2, title: "Train", id: "train"), .init(level: 3, title: "Curves", id: "curves"),
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
          figures: [.init(number: 1, anchor: "fig-loss", text: "How the loss falls.")])),
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

  /// A line chart of one series.
  static func chart(
    _ values: [Double], label: String = "loss", scale: Axis.Scale = .linear
  ) -> Figure {
    Figure(
      title: "Chart",
      LineChart(
        x: Axis("update"), y: Axis("loss (nats)", scale: scale),
        series: [
          Series(
            label: label, x: values.indices.map { Double($0 + 1) }, y: values, color: .category(0))
        ]))
  }

  /// Text that would break a page if it got into it as it is.
  static let hostile = "<script>alert('1')</script> & \"quotes\" \u{1}\u{FFFE}]]>"
}
