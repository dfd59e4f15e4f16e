import Execution
import Notebook

/// One series of a plot before it has its colour and its name.
struct PlottedRun {
  var mark: Mark
  /// Which of the plot's paths it is of, from 0.
  var entry: Int
  /// The block that its path begins with.
  var block: String
  /// What is known of the value that its path names.
  var field: Field?
  /// The settings of its run in a sweep, in the order of the sweep; empty for others.
  var settings: [Setting] = []
  var x: [Double] = []
  var y: [Double] = []
  var xTitle = ""
  /// What is known of the value along x, if it is one.
  var xField: Field?
  /// The words for 0, 1, 2 and so on along x, where these are no numbers.
  var categories: [String] = []
  var reasonOfBreak: String?
  /// How many updates an epoch has, for values along either.
  var updatesPerEpoch: Int?

  /// A setting with the value that it has in a run.
  struct Setting: Equatable {
    var axis: Grid.Axis
    var value: Double

    /// "batch size 32".
    var words: String { "\(spaced(axis.name)) \(formattedSetting(value))" }
  }

  /// Takes over the numbers of a series, with the place where it broke off.
  mutating func take(_ numbers: NumberSeries) {
    x = numbers.positions.map(Double.init)
    y = numbers.values
    xTitle = numbers.positionTitle
    reasonOfBreak = numbers.reasonOfBreak
    updatesPerEpoch = numbers.updatesPerEpoch
    if let place = numbers.brokenAt, place > (numbers.positions.last ?? 0) {
      x.append(Double(place))
      y.append(.nan)
    }
  }

  /// Puts values along epochs or updates, whichever they are along.
  mutating func run(along title: String, at range: SourceRange) throws {
    if xTitle == title { return }
    guard let updatesPerEpoch, ["epoch", "update"].contains(xTitle) else {
      throw BlockFailure("these values have no epochs or updates to run along", at: range)
    }
    x = x.map { title == "update" ? $0 * Double(updatesPerEpoch) : $0 / Double(updatesPerEpoch) }
    xTitle = title
  }

  /// Puts values over another value of their block, from left to right.
  mutating func run(
    over curve: Field.Curve, of block: (any LessonValue)?, at range: SourceRange
  ) throws {
    let places = block?.member(curve.along)?.elements?.compactMap(\.asNumber)
    guard let places, places.count == y.count else {
      throw BlockFailure("there is no '\(curve.along)' to draw these values over", at: range)
    }
    xField = block?.fields.first { $0.name == curve.along }
    xTitle = xField?.title ?? curve.along
    categories = []
    x = places
    guard let first = places.first, let last = places.last, first > last else { return }
    (x, y) = (x.reversed(), y.reversed())
  }

  /// The setting of a name, if the run has it.
  func setting(_ name: String?) -> Setting? {
    settings.first { $0.axis.name == name }
  }
}

/// Turns the values that the paths of a plot name into series.
struct PlottedRuns {
  private let plot: PlotBlock
  private let evaluator: ExpressionEvaluator

  init(_ plot: PlotBlock, _ evaluator: ExpressionEvaluator) {
    self.plot = plot
    self.evaluator = evaluator
  }

  /// What is known of the member that a path names.
  func field(of expression: Expression) -> Field? {
    guard case .path(let path) = expression, let value = block(of: expression) else { return nil }
    return value.fields.first { $0.name == path.member }
  }

  private func block(of expression: Expression) -> (any LessonValue)? {
    guard case .path(let path) = expression else { return nil }
    return evaluator.block(named: path.name)
  }

  /// All series, in the order of the marks and of their paths.
  func all() throws -> [PlottedRun] {
    var runs: [PlottedRun] = []
    var index = 0
    let position = try position()
    for layer in plot.layers {
      for entry in layer.entries {
        let run = PlottedRun(
          mark: layer.mark, entry: index, block: Self.blockName(of: entry.path),
          field: field(of: entry.path))
        runs += try series(of: entry, like: run, position)
        index += 1
      }
    }
    return try alongOneAxis(runs)
  }

  private static func blockName(of expression: Expression) -> String {
    if case .path(let path) = expression { path.name } else { "" }
  }

  private func series(
    of entry: PlottedPaths.Entry, like run: PlottedRun, _ position: Value?
  ) throws -> [PlottedRun] {
    let range = entry.path.range
    switch try evaluator.value(of: entry.path) {
    case .grid(let grid):
      if grid.cells.allSatisfy({ $0.asNumber != nil }) { return try numbersPerRun(grid, run) }
      return try grid.cells.enumerated().map { index, cell in
        var run = run
        run.settings = zip(grid.axes, grid.settings(ofCell: index)).map(PlottedRun.Setting.init)
        var place = position
        if case .grid(let places)? = position {
          guard places.axes == grid.axes else {
            throw BlockFailure("the values along x are of another sweep", at: range)
          }
          place = places.cells[index]
        }
        try fill(&run, with: cell, place, at: entry)
        return run
      }
    case let value:
      var run = run
      try fill(&run, with: value, position, at: entry)
      return [run]
    }
  }

  /// The values along x that the lesson names by a path.
  private func position() throws -> Value? {
    guard case .path(let path, _)? = plot.against else { return nil }
    return try evaluator.value(of: path)
  }

  private func fill(
    _ run: inout PlottedRun, with value: Value, _ position: Value?, at entry: PlottedPaths.Entry
  ) throws {
    switch value {
    case .series(let numbers): try fill(&run, with: numbers, at: entry)
    case .list(let values):
      run.y = values.compactMap(\.asNumber)
      guard run.y.count == values.count, !run.y.isEmpty else {
        throw BlockFailure("a mark needs numbers to draw", at: entry.path.range)
      }
      run.x = run.y.indices.map(Double.init)
      run.xTitle = "index"
      if let dimension = run.field?.dimensions.first, dimension.labels.count == run.y.count {
        (run.xTitle, run.categories) = (dimension.title, dimension.labels)
      }
    default: throw BlockFailure("a mark needs a series or a list of numbers", at: entry.path.range)
    }
    if plot.against == nil, let curve = run.field?.curve {
      try run.run(over: curve, of: block(of: entry.path), at: entry.path.range)
    }
    guard let position, case .path(let path, _)? = plot.against else { return }
    guard let places = position.elements?.compactMap(\.asNumber), places.count <= run.y.count,
      // A series that broke off has one place more than values: where it did.
      run.y.count - places.count <= (run.reasonOfBreak == nil ? 0 : 1)
    else {
      throw BlockFailure(
        "there are not as many values along x as there are to draw", at: path.range)
    }
    let field = field(of: path)
    run.x = places
    run.y = Array(run.y.prefix(places.count))
    run.categories = []
    run.xTitle =
      field.map { field in field.quantity.map { "\(field.title), \($0)" } ?? field.title } ?? "x"
    run.xField = field
  }

  /// A series along epochs or updates, whichever the lesson asks for.
  private func fill(
    _ run: inout PlottedRun, with numbers: NumberSeries, at entry: PlottedPaths.Entry
  ) throws {
    run.take(numbers)
    switch plot.against {
    case .epoch: try run.run(along: "epoch", at: entry.path.range)
    case .update: try run.run(along: "update", at: entry.path.range)
    default: break
    }
  }

  /// One number per run, along one of the sweep's settings: a series for each combination of the others.
  private func numbersPerRun(_ grid: Grid, _ like: PlottedRun) throws -> [PlottedRun] {
    let named: String? = if case .setting(let name)? = plot.against { name } else { nil }
    let free = grid.axes.filter { $0.name != plot.facet && $0.name != plot.color }
    guard let along = grid.axes.first(where: { $0.name == named }) ?? free.last ?? grid.axes.last
    else { return [] }
    var runs: [PlottedRun] = []
    for (index, cell) in grid.cells.enumerated() {
      let all = zip(grid.axes, grid.settings(ofCell: index)).map(PlottedRun.Setting.init)
      let settings = all.filter { $0.axis.name != along.name }
      let place = all.first { $0.axis.name == along.name }?.value ?? 0
      if !runs.contains(where: { $0.settings == settings }) {
        var run = like
        run.settings = settings
        run.xTitle = spaced(along.name)
        if !plot.layers.allSatisfy({ $0.mark != .bars }) {
          run.categories = along.values.map(formattedSetting)
        }
        runs.append(run)
      }
      guard let found = runs.firstIndex(where: { $0.settings == settings }) else { continue }
      runs[found].x.append(place)
      runs[found].y.append(cell.asNumber ?? .nan)
    }
    return runs.map { run in
      var run = run
      if run.categories.isEmpty {
        let order = run.x.indices.sorted { run.x[$0] < run.x[$1] }
        (run.x, run.y) = (order.map { run.x[$0] }, order.map { run.y[$0] })
      } else {
        run.x = run.x.indices.map(Double.init)
      }
      return run
    }
  }

  /// Series along epochs and series along updates share an axis of updates; others share none.
  private func alongOneAxis(_ runs: [PlottedRun]) throws -> [PlottedRun] {
    let titles = orderedSet(runs.map(\.xTitle))
    guard titles.count > 1 else { return runs }
    let entries = plot.layers.flatMap(\.entries)
    guard Set(titles) == ["epoch", "update"] else {
      let other = runs.first { $0.xTitle != titles[0] }
      throw BlockFailure(
        "one path runs along \(titles[0]), this one along \(titles[1])",
        at: other.map { entries[$0.entry].path.range })
    }
    return try runs.map { run in
      var run = run
      try run.run(along: "update", at: entries[run.entry].path.range)
      return run
    }
  }
}
