import Execution
import Notebook

/// One series of a plot before it has its colour and its name.
struct PlottedSeries {
  var mark: Mark
  /// Which of the plot's paths it is of, from 0.
  var entry: Int
  /// The block that its path begins with.
  var block: String
  /// What is known of the value that its path names.
  var field: Field?
  /// What the series is called, if not as its path is.
  var name: String?
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
  /// The place along x that it was to come to, if early stopping ended it before.
  var plannedEnd: Double?

  /// A setting with the value that it has in a run.
  struct Setting: Equatable {
    var axis: Grid.VariedSetting
    var value: Grid.Setting

    /// "batch size 32".
    var words: String { "\(spaced(axis.name)) \(value)" }
  }

  /// Takes over the numbers of a series, with the place where it broke off.
  mutating func take(_ numbers: NumberSeries) {
    x = numbers.positions.map(Double.init)
    y = numbers.values
    xTitle = numbers.positionTitle
    reasonOfBreak = numbers.reasonOfBreak
    updatesPerEpoch = numbers.updatesPerEpoch
    plannedEnd = numbers.plannedEnd.map(Double.init)
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
    let scale = { (place: Double) in
      title == "update" ? place * Double(updatesPerEpoch) : place / Double(updatesPerEpoch)
    }
    x = x.map(scale)
    plannedEnd = plannedEnd.map(scale)
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

  /// Leaves out the elements at the end that are not defined.
  mutating func endWhereUndefined() {
    guard let count = field?.definedCount else { return }
    (x, y) = (Array(x.prefix(count)), Array(y.prefix(count)))
  }

  /// The setting of a name, if the run has it.
  func setting(_ name: String?) -> Setting? {
    settings.first { $0.axis.name == name }
  }
}
