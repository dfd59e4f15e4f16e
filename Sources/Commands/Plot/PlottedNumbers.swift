import Execution
import Notebook

/// Single numbers as bars or points, side by side over their names.
struct PlottedNumbers {
  private let plot: PlotBlock
  private let evaluator: ExpressionEvaluator
  private let values: PlottedValues

  init(_ plot: PlotBlock, _ evaluator: ExpressionEvaluator) {
    self.plot = plot
    self.evaluator = evaluator
    values = PlottedValues(plot, evaluator)
  }

  /// A series for each mark; nil where not all that the plot draws are such numbers.
  func series() throws -> [PlottedSeries]? {
    let numbers = try plot.layers.compactMap { try self.numbers(of: $0) }
    guard numbers.count == plot.layers.count else { return nil }
    let names = plot.layers.map { values.names(of: $0.entries) }
    for (layer, names) in zip(plot.layers, names) { try check(names, of: layer.entries) }
    let categories = orderedSet(names.flatMap(\.self))
    var firstEntry = 0
    return plot.layers.indices.map { index in
      let layer = plot.layers[index]
      let field = field(of: layer.entries)
      defer { firstEntry += layer.entries.count }
      return PlottedSeries(
        mark: layer.mark, entry: firstEntry, block: "", field: field, name: field.title,
        x: names[index].map { Double(categories.firstIndex(of: $0) ?? 0) }, y: numbers[index],
        xTitle: title(ofNamesOf: layer.entries), categories: categories)
    }
  }

  /// The number of each path; nil if one of them has another value, or the mark draws courses only.
  private func numbers(of layer: PlottedLayer) throws -> [Double]? {
    guard PlottedPaths.optionsOfNumbers.contains(layer.option),
      layer.entries.allSatisfy({ $0.shape == .number || $0.shape == .unknown })
    else { return nil }
    let numbers = try layer.entries.compactMap { try evaluator.value(of: $0.path).asNumber }
    return numbers.count == layer.entries.count ? numbers : nil
  }

  private func check(_ names: [String], of entries: [PlottedPaths.Entry]) throws {
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      throw BlockFailure(
        "two numbers are called '\(name)'; give each a label of its own",
        at: entries[index].path.range)
    }
  }

  /// What is known of all numbers together.
  private func field(of entries: [PlottedPaths.Entry]) -> Field {
    let fields = entries.compactMap { values.field(of: $0.path) }
    let joined = { (words: [String]) in orderedSet(words).joined(separator: ", ") }
    var field = Field(
      joined(fields.map(\.name)), .number,
      title: fields.isEmpty ? "number" : joined(fields.map(\.title)),
      quantity: fields.isEmpty ? nil : joined(fields.map { $0.quantity ?? $0.title }))
    guard let first = fields.first, fields.count == entries.count else { return field }
    if fields.allSatisfy({ $0.possible == first.possible }) { field.possible = first.possible }
    if fields.allSatisfy({ $0.baselines == first.baselines }) { field.baselines = first.baselines }
    return field
  }

  /// What the names stand for: "evaluation" where each is one, else "value".
  private func title(ofNamesOf entries: [PlottedPaths.Entry]) -> String {
    let blocks = entries.map { entry -> String in
      if case .path(let path) = entry.path { path.name } else { "" }
    }
    let kinds = Set(blocks.compactMap { evaluator.block(named: $0).map { type(of: $0).kind } })
    let areOfOneEach = Set(blocks).count == blocks.count && blocks.count > 1
    return areOfOneEach && kinds.count == 1 ? kinds.first ?? "value" : "value"
  }
}
