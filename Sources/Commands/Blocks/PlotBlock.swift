import Execution
import Learning
import Notebook

/// `plot`: values as marks over two axes.
struct PlotBlock: Command {
  typealias Value = NoValue

  static let name = "plot"
  static let drawsFigures = true
  static let summary =
    "Draw values as lines, points, bars, areas, histograms or heatmaps, columns of data, or what a network has learnt."

  @Option("What to draw as lines; a path over a sweep is one line per run.")
  var lines: PlottedPaths?
  @Option("What to draw as points.")
  var points: PlottedPaths?
  @Option(
    "What to draw as bars from 0; of single numbers one for each, such as {none: a.accuracy, L2: b.accuracy}."
  )
  var bars: PlottedPaths?
  @Option("What to draw as areas above 0.")
  var area: PlottedPaths?
  @Option("What to draw as a heatmap: a grid over two settings, or rows of numbers.")
  var heatmap: PlottedHeatmap?
  @Option("What to count in bins: lists of numbers, or series.")
  var histogram: PlottedPaths?
  @Option(
    "The columns of a data set or split whose rows to draw as points; categories can run along x, and those of 'color', or"
      + " ranges of its numbers, have a color each."
  )
  var scatter: PlottedColumns?
  @Option("The runs whose regions of classes to draw, over the two numbers that they take.")
  var boundary: PlottedRuns?
  @Option("The run whose units to draw, each by what it answers to the one or two inputs.")
  var responses: Reference<TrainingRun>?
  @Option("The run whose weights to draw.")
  var weights: Reference<TrainingRun>?
  @Option("What runs along the horizontal axis, if not the epoch or update of each value.")
  var against: PlottedPosition?
  @Option(
    "The setting of a sweep whose values have a plot each, side by side on common axes; by default the first one whose"
      + " values color and stroke cannot tell apart."
  )
  var facet: String?
  @Option(
    "The setting of a sweep whose values go from light to dark; by default the seed, else the last one, of three or more"
      + " the last that has numbers, other than the first. The first of the others gives the hue, and the next the stroke of"
      + " lines."
  )
  var color: String?
  @Option("The title of the horizontal axis.")
  var x: String?
  @Option("The title of the vertical axis.")
  var y: String?
  @Option("Whether the horizontal axis is logarithmic.")
  var logX = false
  @Option("Whether the vertical axis is logarithmic.")
  var logY = false
  @Option("Where axes begin and end, such as [0, 0.5], or {x: [1, 20], y: [0, 0.5]}.")
  var limits: PlotLimits?
  @Option(
    "Draw lines as moving averages, faint lines behind them: the weight of what came before.",
    in: .from(0, below: 1))
  var smooth: Double?
  @Option("How many bins a histogram has.", in: .between(1, 1000))
  var bins = 20
  @Option(
    "At which of the epochs that 'snapshots' keeps, or the last, to draw a network; by default all of them for a boundary, and the trained network for others."
  )
  var epochs: OneOrMany<Placed<Int>>?
  @Option("Which layer's responses or weights to draw, from 1.", in: .between(1, 1000))
  var layer = 1
  @Option(
    "Which part's examples to draw: by default on a boundary those of the training part, in a scatter plot all."
  )
  var on: Part?
  @Option("The title of the figure.")
  var title: String?

  /// The marks over common axes that the block asks for, the lowest first. A new mark has its option
  /// above and its line here.
  var layers: [PlottedLayer] {
    [
      PlottedLayer(.area, "area", area), PlottedLayer(.bars, "bars", bars),
      PlottedLayer(.line, "lines", lines), PlottedLayer(.points, "points", points),
    ].compactMap(\.self)
  }

  func check(_ scope: inout Scope) -> NoValue.Outline? {
    PlotCheck(plot: self).check(&scope)
    return NoValue.Outline()
  }

  func run(_ context: Context) throws -> CommandResult<NoValue> {
    CommandResult(outputs: try outputs(context))
  }

  private func outputs(_ context: Context) throws -> [Output] {
    if let heatmap {
      return try PlottedGrid(self, context.evaluator).outputs(of: heatmap.path)
    }
    if let histogram {
      return [.figure(try PlottedHistogram(self, context.evaluator).figure(of: histogram))]
    }
    if let scatter {
      return try PlottedScatter(self, scatter, of: try context.value(scatter.data)).outputs()
    }
    if let boundary {
      let runs = try boundary.entries.map { entry in
        var networks = try networks(of: entry.run, isBoundary: true, context)
        networks.label = entry.label
        return networks
      }
      return [.figure(try PlottedBoundary(self, runs).figure(in: context))]
    }
    if let responses {
      let network = try networks(of: responses, isBoundary: false, context)
      return try PlottedResponses(self, network).outputs(in: context)
    }
    if let weights {
      return PlottedWeights(self, try networks(of: weights, isBoundary: false, context)).outputs
    }
    return [.figure(try PlottedFigure(self, context.evaluator).figure())]
  }

  private func networks(
    of reference: Reference<TrainingRun>, isBoundary: Bool, _ context: Context
  ) throws -> PlottedNetworks {
    try PlottedNetworks(
      of: try context.value(reference), named: reference.name,
      epochs: epochs?.values.map { ($0.value, $0.range) }, prefersSnapshots: isBoundary)
  }
}

/// One mark of a plot with what it draws.
struct PlottedLayer {
  var mark: Mark
  /// The option that asks for it.
  var option: String
  var entries: [PlottedPaths.Entry]

  /// nil when the lesson does not ask for the mark.
  init?(_ mark: Mark, _ option: String, _ paths: PlottedPaths?) {
    guard let paths else { return nil }
    self.mark = mark
    self.option = option
    entries = paths.entries
  }
}
