import Execution
import Notebook

/// What a mark of a plot draws: paths with the labels that the lesson gives them, if any.
struct PlottedPaths: OptionValue {
  struct Entry: Sendable {
    var label: String?
    var path: Expression
    var shape: Shape
    /// What its values run along if the lesson does not say it; nil for single numbers, and where only the run can tell.
    var along: String?
    /// Whether that has words, and no numbers; false where only the run can tell.
    var isAlongWords = false
  }

  var entries: [Entry]

  /// The options whose marks stand by themselves, so that a single number is something to draw.
  static let optionsOfNumbers: Set = ["bars", "points"]

  static var typeDescription: String {
    "a path, a list of paths, or a mapping from labels to paths"
  }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> PlottedPaths? {
    switch node.content {
    case .mapping(let labelled) where !labelled.isEmpty:
      return PlottedPaths(
        labelled.map { item in
          let label = item.label(with: &reader)
          return path(in: item.value, label: label, of: item, option: entry.key, with: &reader)
        })
    case .sequence(let items) where !items.isEmpty:
      return PlottedPaths(
        items.map { path(in: $0, label: nil, of: entry, option: entry.key, with: &reader) })
    case .sequence, .mapping:
      reader.error(.emptyList, "'\(entry.key)' is an empty list", at: node.range)
      return nil
    case .scalar:
      return PlottedPaths([path(in: node, label: nil, of: entry, option: entry.key, with: &reader)])
    }
  }

  /// A path to something that a mark can be drawn of.
  private static func path(
    in node: YAMLNode, label: String?, of entry: YAMLNode.Entry, option: String,
    with reader: inout OptionReader
  ) -> Entry? {
    guard let (path, shape) = Expression.readWithShape(node, of: entry, with: &reader) else {
      return nil
    }
    let drawsNumbers = optionsOfNumbers.contains(option)
    switch shape {
    case .unknown, .series, .list(_, .number), .list(_, .unknown), .grid(_, .series),
      .grid(_, .list(_, .number)), .grid(_, .number), .grid(_, .unknown):
      break
    case .number where drawsNumbers: break
    default:
      reader.error(
        .notASeries,
        "'\(option)' draws \(drawsNumbers ? "a number, " : "")a series, a list of numbers or the runs"
          + " of a sweep, not \(shape.descriptionWithElements)", at: path.range)
      return nil
    }
    var read = Entry(label: label, path: path, shape: shape)
    read.findAxis(known: reader)
    return read
  }

  /// The entries, or nil if one of them could not be read.
  private init?(_ entries: [Entry?]) {
    let read = entries.compactMap(\.self)
    if read.count != entries.count { return nil }
    self.entries = read
  }

  var written: String? { nil }
}

extension PlottedPaths.Entry {
  /// Finds the horizontal axis that the values have of themselves, as `PlottedValues` draws them.
  fileprivate mutating func findAxis(known reader: OptionReader) {
    switch shape.ofEachRun {
    case .series: along = "epochs or updates"
    case .list:
      along = "index"
      guard case .path(let named) = path else { return }
      let fields = reader.fields(ofBlockIn: path)
      let field = fields.first { $0.name == named.member }
      if let curve = field?.curve {
        along = fields.first { $0.name == curve.along }?.title ?? curve.along
      } else if let dimension = field?.dimension(along: path) {
        along = dimension.title
        isAlongWords = true
      }
    default: break
    }
  }
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

extension Field {
  /// What the elements of a path to the field stand for. Each index of the path is a place along an outer dimension.
  func dimension(along path: Expression) -> Dimension? {
    guard case .path(let named) = path else { return nil }
    return dimensions.dropFirst(named.indices.count).first
  }
}

extension Shape {
  /// The settings of the sweep that values of this shape come from.
  var axes: [Grid.VariedSetting]? {
    if case .grid(let axes, _) = self { axes } else { nil }
  }

  /// The shape of the value that each run of a sweep has; of other values, their own.
  var ofEachRun: Shape {
    if case .grid(_, let cell) = self { cell } else { self }
  }

  /// Whether there is a single number for each combination of settings.
  var isNumberPerRun: Bool {
    if case .grid(_, .number) = self { true } else { false }
  }
}
