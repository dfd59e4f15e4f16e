import Execution
import Notebook

/// `plot`: curves or a heatmap of values.
struct PlotBlock: Command {
  typealias Value = NoValue

  static let name = "plot"
  static let summary = "Draw series as curves, or a grid as a heatmap."

  @Option("What to draw as curves: a path, a list of paths, or a mapping from labels to paths.")
  var lines: PlottedLines?
  @Option("What to draw as a heatmap: a grid over two settings, or rows of numbers.")
  var heatmap: PlottedHeatmap?
  @Option("The title of the horizontal axis.")
  var x: String?
  @Option("The title of the vertical axis.")
  var y: String?
  @Option("Whether the vertical axis is logarithmic.")
  var logY = false
  @Option("The title of the figure.")
  var title: String?

  func check(_ scope: inout Scope) -> NoValue.Outline? {
    if lines == nil, heatmap == nil {
      scope.error(.missingOption, "'plot' needs 'lines' or 'heatmap'")
    } else if lines != nil, heatmap != nil {
      scope.error(
        .conflictingOptions, "a plot has either 'lines' or a 'heatmap'", at: $heatmap.keyRange)
    }
    if heatmap != nil, logY {
      scope.error(.inapplicableOption, "'log_y' is for lines", at: $logY.keyRange)
    }
    return NoValue.Outline()
  }

  func run(_ context: Context) throws -> CommandResult<NoValue> {
    let plotted = PlottedValues(context.evaluator)
    if let heatmap {
      return CommandResult(outputs: [.figure(try figure(of: heatmap.path, plotted))])
    }
    return CommandResult(outputs: [.figure(try figure(of: lines?.entries ?? [], plotted))])
  }

  private func figure(of entries: [PlottedLines.Entry], _ plotted: PlottedValues) throws -> Figure {
    let series = try plotted.series(of: entries)
    let fields = entries.compactMap { plotted.field(of: $0.path) }
    let quantities = orderedSet(fields.map { $0.quantity ?? $0.title })
    let includesZero = !logY && fields.contains { $0.quantity != "accuracy" }
    return Figure(
      title: title ?? orderedSet(fields.map(\.title)).joined(separator: ", "),
      LineChart(
        x: Axis(x ?? plotted.positionTitle(of: entries)),
        y: Axis(
          y ?? quantities.joined(separator: ", "), scale: logY ? .logarithmic : .linear,
          includes: includesZero ? 0 : nil), series: series,
        seriesTitle: plotted.seriesTitle(of: entries)))
  }

  private func figure(of expression: Expression, _ plotted: PlottedValues) throws -> Figure {
    let field = plotted.field(of: expression)
    let valueTitle = y ?? field.map { $0.quantity ?? $0.title } ?? "value"
    var drawn = try plotted.heatmap(of: expression, valueTitle: valueTitle, best: field?.best)
    if let x { drawn.columnTitle = x }
    return Figure(title: title ?? field?.title ?? "", drawn)
  }
}

/// The curves of a plot: paths with the labels that the lesson gives them, if any.
struct PlottedLines: OptionValue {
  struct Entry: Sendable {
    var label: String?
    var path: Expression
  }

  var entries: [Entry]

  static var typeDescription: String {
    "a path, a list of paths, or a mapping from labels to paths"
  }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> PlottedLines? {
    switch node.content {
    case .mapping(let labelled):
      let paths = labelled.map { path(in: $0.value, of: $0, with: &reader) }
      return PlottedLines(
        zip(labelled, paths).map { line, path in path.map { Entry(label: line.key, path: $0) } })
    case .sequence(let items) where !items.isEmpty:
      let paths = items.map { path(in: $0, of: entry, with: &reader) }
      return PlottedLines(paths.map { path in path.map { Entry(label: nil, path: $0) } })
    case .sequence:
      reader.error(.emptyList, "'\(entry.key)' is an empty list", at: node.range)
      return nil
    case .scalar:
      return path(in: node, of: entry, with: &reader).map {
        PlottedLines(entries: [Entry(label: nil, path: $0)])
      }
    }
  }

  /// A path to something that a curve can be drawn of.
  private static func path(
    in node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Expression? {
    guard let (path, shape) = Expression.readWithShape(node, of: entry, with: &reader) else {
      return nil
    }
    switch shape {
    case .unknown, .series, .grid(_, .series), .list(_, .number), .list(_, .unknown): return path
    default:
      reader.error(
        .notASeries, "a curve is drawn of a series, not of \(shape.description)", at: path.range)
      return nil
    }
  }

  private init(entries: [Entry]) {
    self.entries = entries
  }

  /// The entries, or nil if one of them could not be read.
  private init?(_ entries: [Entry?]) {
    let read = entries.compactMap(\.self)
    if read.count != entries.count { return nil }
    self.entries = read
  }

  var written: String? { nil }
}

/// What a heatmap shows: a path to numbers in rows and columns.
struct PlottedHeatmap: OptionValue {
  var path: Expression

  static var typeDescription: String { "a path to a grid over two settings, or to rows of numbers" }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> PlottedHeatmap? {
    guard let (path, shape) = Expression.readWithShape(node, of: entry, with: &reader) else {
      return nil
    }
    switch shape {
    case .unknown, .list(_, .list), .list(_, .unknown): break
    case .grid(let axes, .number) where axes.count <= 2: break
    case .grid(_, .unknown): break
    case .grid:
      reader.error(
        .notASeries,
        "a heatmap needs one number per combination of at most two settings; pick one with [-1]",
        at: path.range)
    default:
      reader.error(
        .notASeries,
        "a heatmap is drawn of a grid or of rows of numbers, not of \(shape.description)",
        at: path.range)
    }
    return PlottedHeatmap(path: path)
  }

  var written: String? { nil }
}

/// The elements without repetitions, in order.
func orderedSet(_ elements: [String]) -> [String] {
  var seen: Set<String> = []
  return elements.filter { seen.insert($0).inserted }
}
