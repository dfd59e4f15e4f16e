import Execution
import Notebook

/// Turns the values that the paths of a plot name into series.
struct PlottedValues {
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

  /// The same of an entry; a formula of several numbers is called as it is written.
  func field(of entry: PlottedPaths.Entry) -> Field? {
    if case .path = entry.path { return field(of: entry.path) }
    return entry.shape == .number
      ? nil : Field("", entry.shape, title: entry.label ?? entry.path.description)
  }

  private func block(of expression: Expression) -> (any LessonValue)? {
    guard case .path(let path) = expression else { return nil }
    return evaluator.block(named: path.name)
  }

  /// What each path is called: as the lesson does, or by its member, its block, or both; where other paths would be called the
  /// same, with its settings, or else as it is written.
  func names(of entries: [PlottedPaths.Entry]) -> [String] {
    let names = shortNames(of: entries)
    return entries.indices.map { index in
      let entry = entries[index]
      let alike = entries.indices.filter { names[$0] == names[index] }.map { entries[$0].path }
      return entry.label ?? name(names[index], of: entry.path, among: alike)
    }
  }

  /// A name that some paths share, made to tell one of them apart.
  private func name(
    _ shared: String, of path: Expression, among alike: [Expression]
  ) -> String {
    let count = Set(alike.map(\.description)).count
    if count == 1 { return shared }
    guard Set(alike.map(settingWords)).count == count else { return path.description }
    return ([shared] + settingWords(of: path)).joined(separator: ", ")
  }

  /// The settings that a path selects runs by: "learning rate 0.1".
  private func settingWords(of expression: Expression) -> [String] {
    guard case .path(let path) = expression else { return [] }
    return path.settings.map { setting in
      let value = try? evaluator.value(of: setting.value)
      let words = value?.asNumber.map(formattedSetting) ?? value?.description
      return "\(spaced(setting.name)) \(words ?? setting.value.description)"
    }
  }

  private func shortNames(of entries: [PlottedPaths.Entry]) -> [String] {
    let titles = entries.map { field(of: $0)?.title ?? "values" }
    let blocks = entries.map { Self.blockName(of: $0.path) }
    return entries.indices.map { index in
      if let label = entries[index].label { return label }
      if Set(blocks).count == 1 { return titles[index] }
      if blocks[index].isEmpty { return titles[index] }
      return Set(titles).count == 1 ? blocks[index] : "\(blocks[index]), \(titles[index])"
    }
  }

  /// All series, in the order of the marks and of their paths.
  func series() throws -> [PlottedSeries] {
    if let numbers = try PlottedNumbers(plot, evaluator).series() { return numbers }
    var all: [PlottedSeries] = []
    var index = 0
    let position = try position()
    for layer in plot.layers {
      for entry in layer.entries {
        let series = PlottedSeries(
          mark: layer.mark, entry: index, block: Self.blockName(of: entry.path),
          field: field(of: entry))
        all += try self.series(of: entry, like: series, position)
        index += 1
      }
    }
    return Self.overCommonWords(try alongOneAxis(all))
  }

  private static func blockName(of expression: Expression) -> String {
    if case .path(let path) = expression { path.name } else { "" }
  }

  private func series(
    of entry: PlottedPaths.Entry, like empty: PlottedSeries, _ position: Value?
  ) throws -> [PlottedSeries] {
    let range = entry.path.range
    switch try evaluator.value(of: entry.path) {
    case .grid(let grid):
      if grid.cells.allSatisfy({ $0.asNumber != nil }) { return numbersPerRun(grid, like: empty) }
      return try grid.cells.enumerated().map { index, cell in
        var series = empty
        series.settings = zip(grid.axes, grid.settings(ofCell: index))
          .map(PlottedSeries.Setting.init)
        var place = position
        if case .grid(let places)? = position {
          guard places.axes == grid.axes else {
            throw BlockFailure("the values along x are of another sweep", at: range)
          }
          place = places.cells[index]
        }
        try fill(&series, with: cell, place, at: entry)
        return series
      }
    case let value:
      var series = empty
      try fill(&series, with: value, position, at: entry)
      series.endWhereUndefined()
      return [series]
    }
  }

  /// The values along x that the lesson names by a path.
  private func position() throws -> Value? {
    guard case .path(let path, _)? = plot.against else { return nil }
    return try evaluator.value(of: path)
  }

  private func fill(
    _ series: inout PlottedSeries, with value: Value, _ position: Value?,
    at entry: PlottedPaths.Entry
  ) throws {
    switch value {
    case .series(let numbers): try fill(&series, with: numbers, at: entry)
    case .list(let values):
      series.y = values.compactMap(\.asNumber)
      guard series.y.count == values.count, !series.y.isEmpty else {
        throw BlockFailure("a mark needs numbers to draw", at: entry.path.range)
      }
      series.x = series.y.indices.map(Double.init)
      series.xTitle = "index"
      if let dimension = series.field?.dimension(along: entry.path),
        dimension.labels.count == series.y.count
      {
        (series.xTitle, series.categories) = (dimension.title, dimension.labels)
      }
    default: throw BlockFailure("a mark needs a series or a list of numbers", at: entry.path.range)
    }
    if plot.against == nil, let curve = series.field?.curve {
      try series.run(over: curve, of: block(of: entry.path), at: entry.path.range)
    }
    guard let position, case .path(let path, _)? = plot.against else { return }
    guard let places = position.elements?.compactMap(\.asNumber), places.count <= series.y.count,
      // A series that broke off has one place more than values: where it did.
      series.y.count - places.count <= (series.reasonOfBreak == nil ? 0 : 1)
    else {
      throw BlockFailure(
        "there are not as many values along x as there are to draw", at: path.range)
    }
    let field = field(of: path)
    series.x = places
    series.y = Array(series.y.prefix(places.count))
    series.categories = []
    series.xTitle =
      field.map { field in field.quantity.map { "\(field.title), \($0)" } ?? field.title }
      ?? path.description
    series.xField = field
  }

  /// A series along epochs or updates, whichever the lesson asks for.
  private func fill(
    _ series: inout PlottedSeries, with numbers: NumberSeries, at entry: PlottedPaths.Entry
  ) throws {
    series.take(numbers)
    switch plot.against {
    case .epoch: try series.run(along: "epoch", at: entry.path.range)
    case .update: try series.run(along: "update", at: entry.path.range)
    default: break
    }
  }

  /// One number per run, along one of the sweep's settings: a series for each combination of the others.
  private func numbersPerRun(_ grid: Grid, like empty: PlottedSeries) -> [PlottedSeries] {
    guard let along = plot.settingAlong(grid.axes) else { return [] }
    let isCategorical = plot.hasWords(of: along)
    var all: [PlottedSeries] = []
    for (index, cell) in grid.cells.enumerated() {
      let run = zip(grid.axes, grid.settings(ofCell: index)).map(PlottedSeries.Setting.init)
      let settings = run.filter { $0.axis.name != along.name }
      let place = run.first { $0.axis.name == along.name }?.value.number
      let found = all.firstIndex { $0.settings == settings } ?? all.endIndex
      if found == all.endIndex {
        var series = empty
        series.settings = settings
        series.xTitle = spaced(along.name)
        if isCategorical { series.categories = along.values.map(\.description) }
        all.append(series)
      }
      all[found].x.append(place ?? 0)
      all[found].y.append(cell.asNumber ?? .nan)
    }
    return all.map { series in
      var series = series
      if series.categories.isEmpty {
        let order = series.x.indices.sorted { series.x[$0] < series.x[$1] }
        (series.x, series.y) = (order.map { series.x[$0] }, order.map { series.y[$0] })
      } else {
        series.x = series.x.indices.map(Double.init)
      }
      return series
    }
  }

  /// Series along epochs and series along updates share an axis of updates; others share none.
  private func alongOneAxis(_ all: [PlottedSeries]) throws -> [PlottedSeries] {
    let titles = orderedSet(all.map(\.xTitle))
    guard titles.count > 1 else { return all }
    let entries = plot.layers.flatMap(\.entries)
    guard Set(titles) == ["epoch", "update"] else {
      let other = all.first { $0.xTitle != titles[0] }
      throw BlockFailure(
        "one path runs along \(titles[0]), this one along \(titles[1])",
        at: other.map { entries[$0.entry].path.range })
    }
    return try all.map { series in
      var series = series
      try series.run(along: "update", at: entries[series.entry].path.range)
      return series
    }
  }

  /// Series over different words, such as the classes of two data sets, stand over all of these, each word in one place.
  private static func overCommonWords(_ all: [PlottedSeries]) -> [PlottedSeries] {
    guard Set(all.map(\.categories)).count > 1 else { return all }
    // Where a setting has words in one sweep, its numbers in another one are words, too.
    let own = all.map { $0.categories.isEmpty ? $0.x.map(formattedSetting) : $0.categories }
    let words = orderedSet(own.flatMap(\.self))
    let places = Dictionary(uniqueKeysWithValues: zip(words, words.indices.map(Double.init)))
    return zip(all, own).map { series, own in
      var series = series
      series.x = own.compactMap { places[$0] }
      series.categories = words
      return series
    }
  }
}

extension PlotBlock {
  /// The setting of a sweep that one number per run is drawn along: the one that the lesson names, else the last of those
  /// that tell no runs apart.
  func settingAlong(_ axes: [Grid.VariedSetting]) -> Grid.VariedSetting? {
    let named: String? = if case .setting(let name)? = against { name } else { nil }
    let free = axes.filter { $0.name != facet && $0.name != color }
    return axes.first { $0.name == named } ?? free.last ?? axes.last
  }

  /// Whether the values of a setting stand along x as words: those that are no numbers, and those that bars stand on.
  func hasWords(of setting: Grid.VariedSetting) -> Bool { !setting.isNumeric || bars != nil }
}
