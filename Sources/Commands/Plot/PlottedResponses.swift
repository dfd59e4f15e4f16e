import Execution
import Learning

/// What each unit of a layer answers to the inputs: over two of them a panel for each unit, over one a line.
struct PlottedResponses {
  /// How many units are drawn.
  private static let most = 12
  private static let stepsAlongLine = 201
  private static let stepsOfPlane = 41
  private static let levels = 5.0

  private let plot: PlotBlock
  private let networks: PlottedNetworks

  init(_ plot: PlotBlock, _ networks: PlottedNetworks) {
    self.plot = plot
    self.networks = networks
  }

  private var title: String { plot.title ?? "Responses of layer \(plot.layer)" }

  /// One figure of all epochs, which have their axes in common.
  func outputs(in context: Context) throws(CancellationError) -> [Output] {
    guard let dataset = networks.run.source.dataset else { return [] }
    let isLine = networks.run.network.architecture.inputs == 1
    let plane = InputPlane(
      over: [dataset], limits: plot.limits, steps: isLine ? Self.stepsAlongLine : Self.stepsOfPlane)
    var answers: [Matrix<Double>] = []
    for moment in networks.moments {
      let network = moment.network.prefix(layers: plot.layer)
      let outputs = try networks.predictions(of: network, over: plane, in: context).outputs
      answers.append(isLast ? networks.run.source.inOwnUnits(outputs) : outputs)
    }
    return [.figure(isLine ? lines(answers, plane) : planes(answers, plane))] + notes
  }

  /// Whether the layer is that of the outputs.
  private var isLast: Bool { plot.layer == networks.run.network.architecture.activations.count }

  private var units: [String] {
    Array(networks.unitNames(ofLayer: plot.layer).prefix(Self.most))
  }

  private var notes: [Output] {
    let count = networks.run.network.architecture.layers[plot.layer]
    guard count > Self.most else { return [] }
    return [.note(Note(.information, "The first \(Self.most) of \(count) units are drawn."))]
  }

  /// The answers of a unit.
  private func column(_ unit: Int, of answers: Matrix<Double>) -> [Double] {
    (0..<answers.rows).map { answers[$0, unit] }
  }

  /// What sets the panels of each epoch apart; nil where there is but one.
  private var epochTitles: [String?] {
    networks.moments.count == 1 ? [nil] : networks.moments.map(\.title)
  }

  /// A panel for each epoch, with a line for each unit.
  private func lines(_ answers: [Matrix<Double>], _ plane: InputPlane) -> Figure {
    let panels = zip(epochTitles, answers).map { epoch, answers in
      let series = units.enumerated().map { unit, name in
        Series(
          label: name, x: plane.places(along: 0), y: column(unit, of: answers),
          color: .category(unit))
      }
      return Panel(title: epoch ?? "", layers: [.series(series, by: .line)])
    }
    return Figure(
      title: title, x: Axis(plot.x ?? networks.inputNames[0], limits: plane.ranges[0]),
      y: Axis(plot.y ?? "response", limits: plot.limits?.y?.closedRange), panels: panels)
  }

  /// A panel for each unit at each epoch, with shades that all of them share.
  private func planes(_ answers: [Matrix<Double>], _ plane: InputPlane) -> Figure {
    let columns = units.indices.map { unit in answers.map { column(unit, of: $0) } }
    let all = columns.flatMap(\.self)
    let greatest = all.joined().filter(\.isFinite).map(\.magnitude).max() ?? 0
    let levels = SignedLevels(upTo: greatest, count: Self.levels)
    let key = levels.key(showsNegative: hasNegative(all))
    let panels = zip(units, columns).flatMap { name, columns in
      zip(epochTitles, columns).map { epoch, values in
        Panel(
          title: [name, epoch].compactMap(\.self).joined(separator: ", "),
          layers: [
            .plane(
              Plane(
                quantity: "response", columns: plane.steps, rows: plane.steps,
                fields: levels.fields(of: values), key: key))
          ])
      }
    }
    var figure = Figure(
      title: title, x: Axis(plot.x ?? networks.inputNames[0], limits: plane.ranges[0]),
      y: Axis(plot.y ?? networks.inputNames[1], limits: plane.ranges[1]), panels: panels)
    figure.isSquare = true
    return figure
  }

  private func hasNegative(_ columns: [[Double]]) -> Bool {
    columns.contains { $0.contains { $0 < 0 } }
  }
}

/// Shades on both sides of 0 that all panels share: the first for anything that is not 0, the others from round values on.
private struct SignedLevels {
  /// Where the first shade begins, in parts of a step: the fold of a relu is seen.
  private static let nearZero = 0.05

  private let values: [Double]

  /// About as many levels as asked for, up to the greatest magnitude.
  init(upTo greatest: Double, count: Double) {
    // Of a number next to 0, a part may be 0.
    guard greatest / count > 0, greatest < 1e300 else {
      values = []
      return
    }
    let step = Self.roundStep(greatest / count)
    let steps = Int((greatest / step).rounded(.down))
    values = [Self.nearZero * step] + (1...max(1, steps)).map { Double($0) * step }
  }

  /// 1, 2 or 5 times a power of ten, not below `step`.
  private static func roundStep(_ step: Double) -> Double {
    let exponent = Int(decimalLogarithm(step).rounded(.down))
    let powers = [exponent, exponent + 1].compactMap { Double("1e\($0)") }
    return powers.flatMap { power in [1, 2, 5].map { $0 * power } }.first { $0 >= step } ?? step
  }

  /// Orange above 0 and blue below, as in heatmaps of both signs.
  func fields(of values: [Double]) -> [Plane.Field] {
    [
      Plane.Field(values: values, color: .category(1), levels: self.values),
      Plane.Field(values: values.map { -$0 }, color: .category(0), levels: self.values),
    ]
  }

  func key(showsNegative: Bool) -> [Plane.KeyEntry] {
    let below = values.indices.map { index in
      Plane.KeyEntry(
        color: .category(0), shade: index + 1, label: label(of: index, sign: -1, word: "below 0"))
    }
    let above = values.indices.map { index in
      Plane.KeyEntry(
        color: .category(1), shade: index + 1, label: label(of: index, sign: 1, word: "above 0"))
    }
    return (showsNegative ? below.reversed() : []) + above
  }

  private func label(of index: Int, sign: Double, word: String) -> String {
    index == 0 ? word : significantDigits(sign * values[index], 3)
  }
}
