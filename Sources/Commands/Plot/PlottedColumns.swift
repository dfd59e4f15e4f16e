import Execution
import Learning
import Notebook

/// The columns of a data set that a scatter plot draws against each other.
struct PlottedColumns: OptionValue {
  var data: Reference<DatasetOrSplit>
  /// The column along the horizontal axis, and that along the vertical one.
  var x: Placed<String>
  var y: Placed<String>
  /// The column whose categories, or ranges of numbers, have a colour each.
  var color: Placed<String>?

  private static let keys = ["data", "x", "y", "color"]

  static var typeDescription: String {
    "a mapping such as {data: houses, x: rooms, y: price, color: kind}, whose columns are inputs, targets or the label"
  }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> PlottedColumns? {
    guard case .mapping(let items) = node.content else {
      reader.mismatch(node, of: entry, expected: typeDescription)
      return nil
    }
    let problems = reader.diagnostics.count
    var data: Reference<DatasetOrSplit>?
    var columns: [String: Placed<String>] = [:]
    for item in items {
      if item.key == "data" {
        data = .read(item.value, of: item, with: &reader)
      } else if keys.contains(item.key) {
        columns[item.key] = .read(item.value, of: item, with: &reader)
      } else {
        let hint = suggestion(for: item.key, among: keys)
        reader.error(
          .unknownChoice, "'\(entry.key)' has \(listOfAll(keys)), not '\(item.key)'\(hint)",
          at: item.keyRange, suggestion: hint)
      }
    }
    if let data, let x = columns["x"], let y = columns["y"] {
      return PlottedColumns(data: data, x: x, y: y, color: columns["color"])
    }
    if reader.diagnostics.count == problems {
      let given = items.map(\.key)
      let missing = keys.prefix(3).filter { !given.contains($0) }.map { "'\($0)'" }
      reader.error(
        .missingOption,
        "'\(entry.key)' needs \(listOfAll(missing))\(given.isEmpty ? "" : ", too")",
        at: entry.keyRange)
    }
    return nil
  }

  var written: String? { nil }

  /// The columns that the lesson names.
  var named: [Placed<String>] { [x, y] + (color.map { [$0] } ?? []) }
}

// MARK: - What does not fit

extension PlotBlock {
  /// More categories than these look alike: so many pairs of a hue and a shape are told apart.
  private static let mostColors = 24

  /// What does not fit between a scatter plot and the columns and parts of its data, whose inputs may be texts.
  func mistakes(
    in scatter: PlottedColumns, columns: [DataColumn], besidesTexts hasTexts: Bool, parts: [Part]
  ) -> [ColumnMistake] {
    var mistakes = scatter.named.compactMap { name in
      columns.contains { $0.name == name.value } ? nil : missing(name, columns, hasTexts, scatter)
    }
    if let on, !parts.contains(on) {
      mistakes.append(
        ColumnMistake(
          code: .unknownPart,
          message: "'\(scatter.data.name)' has no \(on.rawValue) part; it has"
            + " \(listOfAlternatives(parts.map(\.rawValue)))", range: $on.range))
    }
    func categories(of name: Placed<String>?) -> [String]? {
      columns.first { $0.name == name?.value }?.categories
    }
    if categories(of: scatter.y) != nil {
      mistakes.append(
        ColumnMistake(
          code: .notANumber,
          message:
            "the vertical axis is for numbers, and '\(scatter.y.value)' has categories; these"
            + " can run along 'x', or have a 'color'", range: scatter.y.range))
    }
    if categories(of: scatter.x) != nil {
      mistakes += self.mistakes(alongEach: scatter.x.value).map {
        ColumnMistake(code: .inapplicableOption, message: $0.message, range: $0.range)
      }
    }
    if let color = scatter.color, let count = categories(of: color)?.count,
      count > Self.mostColors
    {
      mistakes.append(
        ColumnMistake(
          code: .outOfRange,
          message: "'\(color.value)' has \(count) categories, and no more than \(Self.mostColors)"
            + " colors are told apart", range: color.range))
    }
    return mistakes
  }

  private func missing(
    _ name: Placed<String>, _ columns: [DataColumn], _ hasTexts: Bool, _ scatter: PlottedColumns
  ) -> ColumnMistake {
    let data = "'\(scatter.data.name)'"
    let message =
      hasTexts
      ? "a scatter plot draws numbers and categories; the inputs of \(data) are texts, and no other"
        + " column is called '\(name.value)'"
      : "\(data) has no column '\(name.value)'"
    return .unknown(
      name.value, message, among: columns.map(\.name), at: name.range, .unknownColumn)
  }
}
