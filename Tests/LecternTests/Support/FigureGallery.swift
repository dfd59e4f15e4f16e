import Execution

/// Figures that are hard to draw well: of extreme sizes, with extreme numbers, with very long words.
enum FigureGallery {
  static let long =
    "a rather long name that somebody has given to a run of theirs, for good reasons"
  static let word = String(repeating: "incomprehensibilities", count: 6)

  static var figures: [Figure] {
    lines + numbers + words + panels + [ranges] + bars + points + heatmaps
  }

  private static func series(
    _ count: Int, points: Int = 20, named: (Int) -> String = { "run \($0)" }
  ) -> [Series] {
    (0..<count).map { index in
      Series(
        label: named(index), x: (1...points).map(Double.init),
        y: (1...points).map { Double(index + 2) / Double($0 + index) },
        color: count > 8 ? .shade(hue: index / 10, Double(index % 10) / 9) : .category(index))
    }
  }

  private static func chart(
    _ title: String, _ series: [Series], x: Axis = Axis("epoch"),
    y: Axis = Axis("cross-entropy (nats)", includes: 0), by mark: Mark = .line,
    references: [ReferenceLine] = [], seriesTitle: String? = nil
  ) -> Figure {
    Figure(
      title: title, x: x, y: y, layers: [.series(series, by: mark)], references: references,
      seriesTitle: seriesTitle)
  }

  private static func chart(_ title: String, _ values: [Double], scale: Axis.Scale = .linear)
    -> Figure
  {
    let series = Series(
      label: "loss", x: values.indices.map { Double($0 + 1) }, y: values, color: .category(0))
    return chart(title, [series], y: Axis("loss (nats)", scale: scale))
  }

  private static let lines = [
    chart("One series", series(1)), chart("Eight series", series(8)),
    chart("Thirty series", series(30), seriesTitle: "batch size, learning rate"),
    chart("A hundred series", series(100)),
    chart("Fourteen shades", series(14) { "\($0), 0.1" }, seriesTitle: "batch size, learning rate"),
    chart("One point each", series(3, points: 1)),
    chart(
      "Three lines to compare with", series(2),
      references: [
        ReferenceLine(y: 0.69, label: "guessing: ln 2 = 0.6931"),
        ReferenceLine(y: 0.7, label: "always ‘ham’: 0.7101"), ReferenceLine(y: 0.71, label: long),
      ]),
    chart(
      "Lines upwards", series(2),
      references: [7, 13.5, 20].map { ReferenceLine(x: $0, label: "stopped early, at epoch \($0)") }
        + [ReferenceLine(x: 5, label: long)]),
  ]

  private static let numbers = [
    chart("One point", [0.5]), chart("Constant", [2, 2, 2]), chart("Zero", [0, 0, 0]),
    chart("Nothing finite", [.nan, .nan, .infinity]), chart("Lost", [3, 2, 1, .nan, .nan]),
    chart("Huge", [1e300, -1e300, 3e299]), chart("Tiny", [1e-300, 3e-300, 2e-300]),
    chart("Hardly different", [1_000_000_000_000_000, 1_000_000_000_000_001]),
    chart("Negative", [-3, -1, 2, -0.5]),
    chart("Many decades", [1e-12, 1, 1e20], scale: .logarithmic),
    chart("Less than a decade", [2, 3, 4], scale: .logarithmic),
    chart("Nothing above 0", [0, -1], scale: .logarithmic),
    chart("A million points", (0..<1_000_000).map { Double(($0 * 7919) % 1000) }),
  ]

  private static let words: [Figure] = {
    var highlighted = series(2) { "\($0) \(long)" }
    for index in highlighted.indices {
      highlighted[index].highlight = .init(
        index: index * 19, label: "lowest: 0.1 at epoch \(index) \(long)")
      highlighted[index].smoothing = Smoothing(of: highlighted[index].y, weight: 0.9)
      highlighted[index].y[19] = .nan
      highlighted[index].reasonOfBreak = "update 412, weights of layer 2"
    }
    return [
      chart("Long names \(long)", highlighted, seriesTitle: long),
      chart("Twelve long names", series(12) { "\($0) \(long)" }),
      chart(word, series(3) { "\($0)\(word)" }, x: Axis(word), y: Axis(word), seriesTitle: word),
      chart(
        "Beyond the limits", series(3), x: Axis("epoch", limits: 3...7),
        y: Axis("accuracy", limits: 0.5...0.9, possible: 0...1)),
    ]
  }()

  private static let panels = [2, 3, 4, 5, 9].flatMap { count in
    [1, 4, 9].map { lines in
      Figure(
        title: "\(count) panels of \(lines) lines", x: Axis("epoch"),
        y: Axis("cross-entropy (nats)", includes: 0),
        panels: (0..<count).map { index in
          Panel(
            title: index == 1 ? long : "batch size \(1 << index)",
            layers: [.series(series(lines) { "\(lines == 9 ? long : "0.")\($0)" }, by: .line)])
        }, references: [ReferenceLine(y: 0.69, label: "guessing: ln 2 = 0.6931")],
        seriesTitle: "learning rate")
    }
  }

  /// Small plots whose titles are longer than they are wide, in two rows.
  private static let ranges = Figure(
    title: "Ranges", x: Axis("position in the range", limits: 0...20), y: Axis("share"),
    panels: [
      "bill depth: 1 to 2", "bill length (mm): 31.5 to 59.6", "body mass: -2693.5 to 630000",
      "\(long): 1.25e-05 to 1.25e+08", "\(word): 1 to 2",
    ].map { Panel(title: $0, layers: [.series(series(2), by: .line)]) }, seriesTitle: "part")

  private static let bars =
    [1, 3, 12, 60].flatMap { count in
      [1, 3].map { lines in
        let series = (0..<lines).map { index in
          Series(
            label: "measure \(index)", x: (0..<count).map(Double.init),
            y: (0..<count).map { Double(($0 * 7 + index) % 5) - (count == 3 ? 2 : 0) },
            color: .category(index))
        }
        return chart(
          "\(count) times \(lines) bars", series,
          x: Axis(
            "class", categories: (0..<count).map { $0 % 3 == 1 ? "\($0) \(long)" : "class \($0)" }),
          by: .bars, references: [ReferenceLine(y: 1, label: "always ‘ham’: 1")])
      }
    } + [chart("Bars along epochs", series(2, points: 500), by: .bars)]

  private static let points: [Figure] = {
    let cloud = Series(
      label: "cloud", x: (0..<200_000).map { Double(($0 * 7919) % 1009) },
      y: (0..<200_000).map { Double(($0 * 104_729) % 997) }, color: .category(0))
    return [
      chart("Points", series(7), by: .points), chart("A cloud", [cloud], by: .points),
      chart("Areas", series(3), by: .area),
    ]
  }()

  private static let heatmaps = [(1, 1), (1, 12), (12, 1), (3, 4), (30, 30), (200, 3)].map {
    rows, columns in
    let values = (0..<rows).map { row in
      (0..<columns).map { $0 == 1 ? .nan : Double(row * $0) - 2 }
    }
    return Figure(
      title: "\(rows) by \(columns) cells, \(long)",
      x: Axis("learning rate", categories: (0..<columns).map { $0 == 2 ? long : "\($0)" }),
      y: Axis(
        rows == 3 ? long : "batch size", categories: (0..<rows).map { $0 == 2 ? long : "\($0)" }),
      layers: [
        .cells(
          Cells(
            values: values, texts: values.map { $0.map { ["\($0)"] } },
            valueTitle: rows == 3
              ? "log₁₀ of the norm of the weights' gradients" : "cross-entropy (nats)",
            colors: rows == 3 ? .diverging : .sequential,
            marked: .init(row: 0, column: 0), areSquares: rows == 30))
      ])
  }
}
