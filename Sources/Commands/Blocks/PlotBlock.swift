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

  /// What the lesson asks for and where, in the order of the options.
  var subjects: [(subject: PlotSubject, place: OptionPlace)] {
    givenOptions(where: PlotSubject.all.map(\.option).contains).compactMap { option in
      PlotSubject.all.first { $0.option == option.name }.map { ($0, option.place) }
    }
  }

  /// The marks over common axes that the block asks for, the lowest first.
  var layers: [PlottedLayer] {
    PlotSubject.all.compactMap { $0.layer?(self) }.sorted { $0.mark.level < $1.mark.level }
  }

  func check(_ scope: inout Scope) -> NoValue.Outline? {
    PlotCheck(plot: self).check(&scope)
    return NoValue.Outline()
  }

  func run(_ context: Context) throws -> CommandResult<NoValue> {
    let outputs = try subjects.first?.subject.outputs(self, context) ?? []
    return CommandResult(outputs: outputs.map(tellingOwnWords))
  }

  /// An output that knows which of its words the lesson gives.
  private func tellingOwnWords(_ output: Output) -> Output {
    guard case .figure(var figure) = output else { return output }
    let entries = layers.flatMap(\.entries) + (histogram?.entries ?? [])
    figure.wordsOfAuthor =
      [title, x, y].compactMap(\.self) + entries.compactMap(\.label)
      + (boundary?.entries.compactMap(\.label) ?? [])
    return .figure(figure)
  }
}
