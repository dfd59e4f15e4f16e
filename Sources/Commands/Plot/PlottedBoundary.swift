import Execution
import Learning

/// The regions where networks find each class, with examples: a panel for each network at each epoch.
struct PlottedBoundary {
  /// Places along each axis: few enough for many panels, and their lines are straight in between.
  private static let steps = 61
  /// By how much a class has to lead the next for each shade.
  private static let leads = [0, 0.2, 0.4, 0.6, 0.8]

  private let plot: PlotBlock
  private let runs: [PlottedNetworks]

  init(_ plot: PlotBlock, _ runs: [PlottedNetworks]) {
    self.plot = plot
    self.runs = runs
  }

  /// - Throws: `BlockFailure` for a network whose outputs are not finite, and `CancellationError`.
  func figure(in context: Context) throws -> Figure {
    let datasets = runs.compactMap(\.run.source.dataset)
    guard datasets.count == runs.count, let first = runs.first else {
      throw BlockFailure("a boundary is drawn over numbers", at: plot.$boundary.range)
    }
    let plane = InputPlane(
      over: datasets, limits: plot.limits, steps: Self.steps)
    guard plane.ranges.count == 2 else {
      throw BlockFailure("a boundary is drawn over two inputs", at: plot.$boundary.range)
    }
    var panels: [Panel] = []
    for run in runs {
      for moment in run.moments {
        panels.append(
          Panel(
            title: title(of: moment, in: run),
            layers: [.plane(try regions(moment, run, plane, context))] + points(of: run)))
      }
    }
    var figure = Figure(
      title: plot.title ?? "Decision boundary",
      x: Axis(plot.x ?? first.inputNames[0], limits: plane.ranges[0]),
      y: Axis(plot.y ?? first.inputNames[1], limits: plane.ranges[1]), panels: panels,
      seriesTitle: examplesTitle)
    figure.isSquare = true
    return figure
  }

  /// Whose examples are drawn, where there is more than one part.
  private var examplesTitle: String {
    let hasParts = runs.contains { $0.run.source.parts.count > 1 }
    return hasParts ? "examples of the \((plot.on ?? .train).rawValue) part" : "examples"
  }

  private func title(of moment: PlottedNetworks.Moment, in run: PlottedNetworks) -> String {
    let name = run.label ?? (runs.count == 1 ? nil : run.name)
    let words = [name, moment.epoch == nil ? nil : moment.title]
    return words.compactMap(\.self).joined(separator: ", ")
  }

  // MARK: - Regions

  private func regions(
    _ moment: PlottedNetworks.Moment, _ run: PlottedNetworks, _ plane: InputPlane,
    _ context: Context
  ) throws -> Plane {
    let predictions = try run.predictions(of: moment.network, over: plane, in: context)
    guard predictions.outputs.elements.allSatisfy(\.isFinite) else {
      throw BlockFailure(
        "the outputs of '\(run.name)' are not finite, so there is no boundary",
        at: plot.$boundary.range)
    }
    let classes = run.run.source.classes
    let leads = (0..<predictions.outputs.rows).map { row in
      Self.leads(in: predictions.probabilities(row: row))
    }
    let fields = classes.indices.map { number in
      Plane.Field(
        label: classes[number], values: leads.map { number < $0.count ? $0[number] : -1 },
        color: .category(number), levels: Self.leads)
    }
    return Plane(
      quantity: quantity(classes.count), columns: Self.steps, rows: Self.steps, fields: fields,
      key: key(classes.count))
  }

  /// By how much each class leads the likeliest other one.
  private static func leads(in probabilities: [Double]) -> [Double] {
    probabilities.indices.map { number in
      let others = probabilities.indices.filter { $0 != number }.map { probabilities[$0] }
      return probabilities[number] - (others.max() ?? 0)
    }
  }

  /// Of two classes, a lead of 0.2 is a probability of 0.6.
  private func quantity(_ classes: Int) -> String {
    classes == 2
      ? "probability of the likelier class, at least"
      : "lead of the likeliest class in probability, at least"
  }

  private func key(_ classes: Int) -> [Plane.KeyEntry] {
    Self.leads.enumerated().map { index, lead in
      let value = classes == 2 ? (1 + lead) / 2 : lead
      return Plane.KeyEntry(
        color: nil, shade: index + 1, label: significantDigits(value, 2))
    }
  }

  // MARK: - Examples

  /// The examples of each class.
  private func points(of run: PlottedNetworks) -> [Layer] {
    guard let dataset = run.run.source.dataset, let labels = dataset.labels else { return [] }
    let rows = run.run.source.rows(of: plot.on ?? .train)
    let series = labels.classes.indices.map { number in
      let chosen = rows.filter { labels.indices[$0] == number }
      let matrix = dataset.matrix(of: chosen)
      let places = (0..<chosen.count).map { (matrix?[$0, 0] ?? 0, matrix?[$0, 1] ?? 0) }
      return Series(
        label: labels.classes[number], x: places.map(\.0), y: places.map(\.1),
        color: .category(number))
    }
    return [.series(series, by: .points)]
  }
}
