import Execution
import Notebook

/// The heatmap of a plot.
struct PlottedGrid {
  private let plot: PlotBlock
  private let evaluator: ExpressionEvaluator

  init(_ plot: PlotBlock, _ evaluator: ExpressionEvaluator) {
    self.plot = plot
    self.evaluator = evaluator
  }

  /// The figure, and what is to be said about the best cell of it.
  func outputs(of path: Expression) throws -> [Output] {
    let field = PlottedValues(plot, evaluator).field(of: path)
    let title = plot.title ?? headline([field?.title ?? path.description])
    let quantity = field.map { $0.quantity ?? $0.title } ?? "value"
    switch try evaluator.value(of: path) {
    case .grid(let grid):
      guard
        let numbers = NumberGrid(
          grid, best: field?.best, breakingUpdates: try breakingUpdates(of: path))
      else {
        throw BlockFailure(
          "a heatmap needs one number per combination of at most two settings; pick one with [-1]",
          at: path.range)
      }
      let figure = titled(numbers.figure(title: title, valueTitle: quantity))
      return [.figure(figure)] + (numbers.borderNote.map { [.note($0)] } ?? [])
    case .list(let rows):
      let figure = try figure(of: rows, path, field, title: title, valueTitle: quantity)
      return [.figure(titled(figure))]
    default:
      throw BlockFailure("a heatmap needs a grid or rows of numbers", at: path.range)
    }
  }

  /// The updates that broke the runs of a grid's cells, nil for others, which numbers picked from their series do not know.
  private func breakingUpdates(of expression: Expression) throws -> [Int?] {
    switch expression {
    case .call(_, let argument, _): return try breakingUpdates(of: argument)
    case .path(var path):
      path.indices = []
      guard case .grid(let grid) = try evaluator.value(of: .path(path)) else { return [] }
      return grid.cells.map { cell in
        if case .series(let numbers) = cell { numbers.breakingUpdate } else { nil }
      }
    default: return []
    }
  }

  /// The figure with the titles that the lesson gives to its axes.
  private func titled(_ figure: Figure) -> Figure {
    var figure = figure
    figure.x.title = plot.x ?? figure.x.title
    figure.y.title = plot.y ?? figure.y.title
    return figure
  }

  private func figure(
    of rows: [Value], _ path: Expression, _ field: Field?, title: String, valueTitle: String
  ) throws -> Figure {
    let numbers = rows.map { $0.elements?.map { $0.asNumber ?? .nan } ?? [] }
    guard let first = numbers.first, !first.isEmpty,
      numbers.allSatisfy({ $0.count == first.count })
    else { throw BlockFailure("a heatmap needs rows of equal length", at: path.range) }
    var cells = Cells(
      values: numbers, texts: numbers.map { $0.map { [significantDigits($0, 4)] } },
      valueTitle: valueTitle, colors: Cells.Colors(of: numbers))
    if case .path(let named) = path, named.member == "confusion_matrix",
      let evaluation = evaluator.block(named: named.name) as? PartEvaluation,
      case .classes(let matrix) = evaluation.findings
    {
      cells = matrix.cells
    }
    return Figure(
      title: title, x: axis(1, of: field, count: first.count, named: "column"),
      y: axis(0, of: field, count: numbers.count, named: "row"), layers: [.cells(cells)])
  }

  /// The axis for one dimension of nested lists: named if they are.
  private func axis(_ dimension: Int, of field: Field?, count: Int, named title: String) -> Axis {
    if let known = field?.dimensions.dropFirst(dimension).first, known.labels.count == count {
      return Axis(known.title, categories: known.labels)
    }
    return Axis(title, categories: (0..<count).map { String($0) })
  }
}

/// One number for each combination of one or two settings of a sweep.
struct NumberGrid {
  private let axes: [Grid.VariedSetting]
  private let numbers: [Double]
  /// The update that broke the run of each; nil, or left out, for others.
  private let breakingUpdates: [Int?]
  /// The index of the best one, if one is better than the others.
  private let best: Int?

  /// nil when there are more settings, or when the values are no numbers.
  init?(_ grid: Grid, best: Field.Best?, breakingUpdates: [Int?] = []) {
    self.breakingUpdates = breakingUpdates
    numbers = grid.cells.compactMap(\.asNumber)
    axes = grid.axes
    guard (1...2).contains(axes.count), numbers.count == grid.cells.count else { return nil }
    let finite = numbers.indices.filter { [numbers] in numbers[$0].isFinite }
    self.best =
      switch best {
      case .lowest: finite.min { [numbers] in numbers[$0] < numbers[$1] }
      case .highest: finite.min { [numbers] in numbers[$0] > numbers[$1] }
      case nil: nil
      }
  }

  private var columns: Int { axes[axes.count - 1].values.count }

  /// The numbers as a heatmap, the best one marked.
  func figure(title: String, valueTitle: String) -> Figure {
    let rows = stride(from: 0, to: numbers.count, by: columns).map {
      Array(numbers[$0..<($0 + columns)])
    }
    let texts = stride(from: 0, to: numbers.count, by: columns).map { first in
      (first..<first + columns).map(text)
    }
    let cells = Cells(
      values: rows, texts: texts, valueTitle: valueTitle, colors: Cells.Colors(of: rows),
      marked: best.map { Cells.Place(row: $0 / columns, column: $0 % columns) })
    let last = axes[axes.count - 1]
    return Figure(
      title: title, x: Axis(spaced(last.name), categories: last.values.map(\.description)),
      y: axes.count == 2
        ? Axis(spaced(axes[0].name), categories: axes[0].values.map(\.description))
        : Axis("", categories: [""]),
      layers: [.cells(cells)])
  }

  /// What stands in a cell: its number, or what became of its run.
  private func text(ofCell index: Int) -> [String] {
    guard !numbers[index].isFinite, breakingUpdates.indices.contains(index),
      let update = breakingUpdates[index]
    else { return [significantDigits(numbers[index], 4)] }
    return ["diverged", "at update \(update)"]
  }

  /// A remark that the best number lies at an end of a list of settings, so that a better one may lie
  /// beyond; nil when it lies inside.
  var borderNote: Note? {
    guard let best, numbers.count(where: \.isFinite) > 1 else { return nil }
    let settings = Grid(axes: axes, cells: []).settings(ofCell: best)
    let ends = zip(axes, settings).compactMap { axis, setting -> String? in
      let numbers = axis.values.compactMap(\.number)
      guard axis.isNumeric, axis.name != SweepResult.seed, numbers.count > 1,
        let lowest = numbers.min(),
        let highest = numbers.max(), let value = setting.number
      else { return nil }
      if value == highest {
        return "\(spaced(axis.name)) \(formattedSetting(value)) is the largest"
      }
      if value == lowest {
        return "\(spaced(axis.name)) \(formattedSetting(value)) is the smallest"
      }
      return nil
    }
    guard !ends.isEmpty else { return nil }
    return Note(
      .information,
      "The best value lies at the border of the grid: \(ends.joined(separator: " and ")) that was"
        + " tried. A better one may lie beyond.")
  }
}

extension Cells.Colors {
  /// Colours from both sides of 0 for numbers that lie there.
  fileprivate init(of rows: [[Double]]) {
    let numbers = rows.joined()
    self = numbers.contains { $0 < 0 } && numbers.contains { $0 > 0 } ? .diverging : .sequential
  }
}
