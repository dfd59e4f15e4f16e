import Execution

/// `show`: a value as a table or as text.
struct ShowBlock: Command {
  typealias Value = NoValue

  static let name = "show"
  static let drawsFigures = true
  static let showsTables = true
  static let summary = "Show a value: a data set's first rows, a report, a number."

  @Option("What to show: a name or a path.")
  var value: Expression
  @Option("How many rows to show.", in: .between(1, 10_000), unit: "rows")
  var rows = 5

  func check(_ scope: inout Scope) -> NoValue.Outline? {
    NoValue.Outline()
  }

  func run(_ context: Context) throws -> CommandResult<NoValue> {
    if case .path(let path) = value, let outputs = try outputs(of: path, context) {
      return CommandResult(outputs: outputs)
    }
    let shown = try context.evaluator.value(of: value)
    return CommandResult(outputs: [
      output(for: shown, dimensions: context.evaluator.dimensions(of: value))
    ])
  }

  /// What a block itself knows how to show: all of it, or a value that is a table; nil for other paths.
  private func outputs(of path: Expression.Path, _ context: Context) throws -> [Output]? {
    let block = context.evaluator.block(named: path.name)
    guard let member = path.member else {
      guard let block else {
        throw BlockFailure("'\(path.name)' has no result", at: path.range)
      }
      return block.display(rows: rows)
    }
    guard path.settings.isEmpty, path.indices.isEmpty else { return nil }
    return block?.table(ofMember: member).map { [.table($0)] }
  }

  private func output(for shown: Execution.Value, dimensions: [Field.Dimension]) -> Output {
    switch shown {
    case .series(let series): table(of: series)
    case .list(let values): table(of: values, dimensions)
    case .record(let members): table(of: members) ?? .text(shown.description)
    case .grid(let grid): table(of: grid, dimensions)
    default: .text(shown.description)
    }
  }

  private func table(of series: NumberSeries) -> Output {
    let cells = zip(series.positions, series.values).prefix(rows).map { position, number in
      [String(position), number.description]
    }
    return .table(
      Table(
        columns: [.init(series.positionTitle, .end), .init("value", .end)], rows: Array(cells),
        remark: remark(shown: cells.count, of: series.values.count)))
  }

  /// A row for each element, and a column for each of its own, headed by what they stand for if they have names.
  private func table(of values: [Execution.Value], _ dimensions: [Field.Dimension]) -> Output {
    let shown = values.prefix(rows)
    let width = shown.map { $0.elements?.count ?? 1 }.max() ?? 1
    let named = dimensions.first.flatMap { $0.labels.count == values.count ? $0 : nil }
    let across = dimensions.dropFirst().first.flatMap { $0.labels.count == width ? $0 : nil }
    let cells = shown.enumerated().map { index, value -> [String] in
      let entries = (value.elements ?? [value]).map(\.description)
      return [named?.labels[index] ?? String(index)] + entries
        + Array(repeating: "", count: width - entries.count)
    }
    let titles = across?.labels ?? (width == 1 ? ["value"] : (0..<width).map { String($0) })
    let corner = [named?.title ?? "index", across?.title].compactMap(\.self)
    return .table(
      Table(
        columns: [.init(corner.joined(separator: " \\ "), named == nil ? .end : .start)]
          + titles.map { .init($0, .end) },
        rows: cells, remark: remark(shown: cells.count, of: values.count)))
  }

  /// Lists with names, side by side; nil for other values.
  private func table(of members: [Execution.Value.Member]) -> Output? {
    let lists = members.compactMap(\.value.elements)
    guard lists.count == members.count, let longest = lists.map(\.count).max() else { return nil }
    let cells = (0..<min(rows, longest)).map { row in
      lists.map { $0.indices.contains(row) ? Self.cell($0[row]) : "" }
    }
    return .table(
      Table(
        columns: members.map { .init($0.name, .end) }, rows: cells,
        remark: remark(shown: cells.count, of: longest)))
  }

  /// Several columns have room for six digits each.
  private static func cell(_ value: Execution.Value) -> String {
    if case .number(let number) = value { significantDigits(number, 6) } else { value.description }
  }

  private func table(of grid: Grid, _ dimensions: [Field.Dimension]) -> Output {
    let cells = grid.cells.indices.prefix(rows).map { index in
      grid.settings(ofCell: index).map(\.description)
        + [abbreviated(grid.cells[index].prose(dimensions), to: 60)]
    }
    let settings = grid.axes.map { Table.Column($0.name, $0.isNumeric ? .end : .start) }
    return .table(
      Table(
        columns: settings + [Table.Column("value", .end)], rows: cells,
        remark: remark(shown: cells.count, of: grid.cells.count)))
  }

  private func remark(shown: Int, of count: Int) -> String? {
    shown < count ? "\(shown) of \(count)" : nil
  }
}
