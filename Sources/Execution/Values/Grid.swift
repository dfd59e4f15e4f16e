/// Values over all combinations of some settings.
public struct Grid: Sendable, Equatable {
  /// What an option is set to.
  public enum Setting: Sendable, Hashable {
    case number(Double)
    /// A word, such as an optimizer's.
    case word(String)
  }

  /// A setting and the values that it takes along an axis of a grid.
  public struct VariedSetting: Sendable, Equatable {
    /// The option that varies: "batch_size".
    public var name: String
    /// Its values in the order written.
    public var values: [Setting]

    /// A setting with its values.
    public init(name: String, values: [Setting]) {
      self.name = name
      self.values = values
    }

    /// Whether all values are numbers, so that they have an order of their own.
    public var isNumeric: Bool { values.allSatisfy { $0.number != nil } }
  }

  /// The settings, the outermost first.
  public var axes: [VariedSetting]
  /// One value per combination, the last axis varying fastest.
  public var cells: [Value]

  /// A grid with one cell per combination of the axes' values.
  public init(axes: [VariedSetting], cells: [Value]) {
    self.axes = axes
    self.cells = cells
  }

  /// Which of its values each axis has in a cell.
  public func places(ofCell index: Int) -> [Int] {
    var rest = index
    var places: [Int] = []
    for axis in axes.reversed() {
      places.append(rest % axis.values.count)
      rest /= axis.values.count
    }
    return places.reversed()
  }

  /// The cell's setting along each axis.
  public func settings(ofCell index: Int) -> [Setting] {
    zip(axes, places(ofCell: index)).map { axis, place in axis.values[place] }
  }

  /// The cell's settings as words: "batch_size=32, learning_rate=0.1".
  public func label(ofCell index: Int) -> String {
    zip(axes, settings(ofCell: index)).map { "\($0.name)=\($1)" }.joined(separator: ", ")
  }

  /// The indices of the cells that have some settings, ascending.
  public func indices(where fixed: [String: Setting]) -> [Int] {
    axes.reduce([0]) { indices, axis in
      let places = axis.values.indices.filter {
        fixed[axis.name] ?? axis.values[$0] == axis.values[$0]
      }
      return indices.flatMap { index in places.map { index * axis.values.count + $0 } }
    }
  }

  /// Whether all settings of these names vary along its axes.
  func varies(_ names: some Sequence<String>) -> Bool {
    names.allSatisfy { name in axes.contains { $0.name == name } }
  }

  /// What remains when some settings are fixed: a smaller grid, or a single value when all are.
  public func selecting(_ fixed: [String: Setting]) -> Value {
    let kept = indices(where: fixed)
    let remaining = axes.filter { fixed[$0.name] == nil }
    if remaining.isEmpty, let only = kept.first { return cells[only] }
    return .grid(Grid(axes: remaining, cells: kept.map { cells[$0] }))
  }
}

extension Grid.Setting: CustomStringConvertible {
  /// The setting as its author would write it.
  public var description: String {
    switch self {
    case .number(let number): formattedSetting(number)
    case .word(let word): word
    }
  }

  /// The setting as a path has it: words that are no name stand in quotes.
  var inPath: String {
    guard case .word(let word) = self else { return description }
    let isName = word.first?.isNumber == false && word.namelikeWords == [word]
    return isName ? word : "\"\(word)\""
  }

  /// The number, if it is one.
  public var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The setting as a value of its run.
  public var value: Value {
    switch self {
    case .number(let number): Int(exactly: number).map { .integer($0) } ?? .number(number)
    case .word(let word): .text(word)
    }
  }

  /// The setting that a value stands for; nil for what is neither a number, nor a text, nor true or false.
  init?(_ value: Value) {
    if let number = value.asNumber {
      self = .number(number)
    } else if case .text(let word) = value {
      self = .word(word)
    } else if case .boolean(let flag) = value {
      self = .word(String(flag))
    } else {
      return nil
    }
  }
}
