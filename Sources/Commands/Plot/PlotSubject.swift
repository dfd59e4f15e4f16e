import Execution
import Learning

/// What a plot may be of, as one of its options says: how it is drawn, and which options may say more of it.
struct PlotSubject: Sendable {
  /// The option that asks for it.
  let option: String
  /// The options that are for it, of those that are not for every plot.
  let details: Set<String>
  /// What it draws over axes that others may share; nil for what is drawn by itself.
  let layer: (@Sendable (PlotBlock) -> PlottedLayer?)?
  /// What the block shows. Where others share the axes, one draws all of them.
  let outputs: @Sendable (PlotBlock, Context) throws -> [Output]

  /// Whether others may be drawn over the same axes.
  var sharesAxes: Bool { layer != nil }

  /// Marks over axes that others may share.
  private init(
    _ mark: Mark, _ option: String, _ paths: @escaping @Sendable (PlotBlock) -> PlottedPaths?
  ) {
    self.option = option
    details = Self.common.union(["against", "facet", "color", "log_x", "log_y", "smooth"])
    layer = { plot in
      paths(plot).map { PlottedLayer(mark: mark, option: option, entries: $0.entries) }
    }
    outputs = { plot, context in [.figure(try PlottedFigure(plot, context.evaluator).figure())] }
  }

  /// What is drawn by itself.
  private init<Value>(
    _ option: String, _ value: @escaping @Sendable (PlotBlock) -> Value?, details: Set<String>,
    outputs: @escaping @Sendable (PlotBlock, Value, Context) throws -> [Output]
  ) {
    self.option = option
    self.details = details
    layer = nil
    self.outputs = { plot, context in
      try value(plot).map { try outputs(plot, $0, context) } ?? []
    }
  }
}

// MARK: - The list

extension PlotSubject {
  private static let common: Set = ["x", "y", "limits"]

  /// All that a plot may be of. A new subject has its option in the block and its entry here.
  static let all = [
    PlotSubject(.line, "lines", \.lines), PlotSubject(.points, "points", \.points),
    PlotSubject(.bars, "bars", \.bars), PlotSubject(.area, "area", \.area),
    PlotSubject("heatmap", \.heatmap, details: ["x", "y"]) { plot, heatmap, context in
      try PlottedGrid(plot, context.evaluator).outputs(of: heatmap.path)
    },
    PlotSubject("histogram", \.histogram, details: common.union(["bins"])) { plot, paths, context in
      [.figure(try PlottedHistogram(plot, context.evaluator).figure(of: paths))]
    },
    PlotSubject(
      "scatter", \.scatter, details: common.union(["log_x", "log_y", "on"])
    ) { plot, columns, context in
      try PlottedScatter(plot, columns, of: try context.value(columns.data)).outputs()
    },
    PlotSubject(
      "boundary", \.boundary, details: common.union(["epochs", "on"])
    ) { plot, runs, context in
      let networks = try runs.entries.map { entry in
        var networks = try plot.networks(of: entry.run, prefersSnapshots: true, context)
        networks.label = entry.label
        return networks
      }
      return [.figure(try PlottedBoundary(plot, networks).figure(in: context))]
    },
    PlotSubject(
      "responses", \.responses, details: common.union(["epochs", "layer"])
    ) { plot, run, context in
      let networks = try plot.networks(of: run, prefersSnapshots: false, context)
      return try PlottedResponses(plot, networks).outputs(in: context)
    },
    PlotSubject(
      "weights", \.weights, details: ["x", "y", "epochs", "layer"]
    ) { plot, run, context in
      PlottedWeights(plot, try plot.networks(of: run, prefersSnapshots: false, context)).outputs
    },
  ]

  /// The options that only some subjects have.
  static let allDetails = all.reduce(into: Set()) { $0.formUnion($1.details) }
}

extension PlotBlock {
  /// The network of a run at the epochs that the block asks for.
  fileprivate func networks(
    of reference: Reference<TrainingRun>, prefersSnapshots: Bool, _ context: Context
  ) throws -> PlottedNetworks {
    try PlottedNetworks(
      of: try context.value(reference), named: reference.name,
      epochs: epochs?.values.map { ($0.value, $0.range) }, prefersSnapshots: prefersSnapshots)
  }
}
