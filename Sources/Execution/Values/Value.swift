/// What a path in a lesson names: a number, a text, or many of them. It is what results files hold and claims compare.
public indirect enum Value: Sendable, Equatable {
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case text(String)
  /// Numbers along epochs, updates or the like.
  case series(NumberSeries)
  case list([Value])
  /// Named values in a fixed order.
  case record([Member])
  /// One value per combination of a sweep's settings.
  case grid(Grid)

  /// A name and a value of a record.
  public struct Member: Sendable, Equatable {
    /// The name.
    public var name: String
    /// What it names.
    public var value: Value

    /// A named value.
    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// A list of whole numbers.
  public static func integers(_ numbers: [Int]) -> Value {
    .list(numbers.map(Value.integer))
  }

  /// A list of numbers.
  public static func numbers(_ numbers: [Double]) -> Value {
    .list(numbers.map(Value.number))
  }

  /// A list of texts.
  public static func texts(_ texts: [String]) -> Value {
    .list(texts.map(Value.text))
  }

  /// The number, if it is a single one.
  public var asNumber: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
  }

  /// The value of the only run, where there is one per combination and a single combination; else the value itself.
  var ofOnlyRun: Value {
    if case .grid(let grid) = self, grid.cells.count == 1 { grid.cells[0] } else { self }
  }

  /// The values in order, if there are several.
  public var elements: [Value]? {
    switch self {
    case .series(let series): series.values.map(Value.number)
    case .list(let values): values
    default: nil
    }
  }
}

/// Numbers with the places they were measured at.
public struct NumberSeries: Sendable, Equatable {
  /// What is counted along the series: "epoch", "update".
  public var positionTitle: String
  /// The places, such as epochs, from 1.
  public var positions: [Int]
  /// As many numbers.
  public var values: [Double]
  /// The place at which the numbers stopped being finite, and the series therefore ends; nil if it is whole.
  public var brokenAt: Int?
  /// Why they did, such as "update 412, weights of layer 2".
  public var reasonOfBreak: String?
  /// The update that they did in or after, from 1, or 0 for before the first.
  public var breakingUpdate: Int?
  /// How many updates an epoch has, for series along either; nil for others.
  public var updatesPerEpoch: Int?
  /// How many numbers a series that broke off was to have; nil for one that is whole, and where nobody knows.
  public var plannedCount: Int?
  /// The place that a series was to come to that a rule ended before, such as early stopping; nil for others.
  public var plannedEnd: Int?

  /// A series of numbers; both arrays have one length.
  public init(
    positionTitle: String, positions: [Int], values: [Double], brokenAt: Int? = nil,
    reasonOfBreak: String? = nil, breakingUpdate: Int? = nil, updatesPerEpoch: Int? = nil,
    plannedCount: Int? = nil, plannedEnd: Int? = nil
  ) {
    self.reasonOfBreak = reasonOfBreak
    self.breakingUpdate = breakingUpdate
    self.updatesPerEpoch = updatesPerEpoch
    self.plannedCount = plannedCount
    self.plannedEnd = plannedEnd
    self.positionTitle = positionTitle
    self.positions = positions
    self.values = values
    self.brokenAt = brokenAt
  }

  /// The number at an index from 0, or from the end when negative; nil where there is none.
  ///
  /// A series that broke off is counted as long as it was to be, and from its break on there is nothing but what is not a
  /// number. So an index names the same place of every run of a sweep, whether the run came so far or not.
  func number(at index: Int) -> Double? {
    let count = max(values.count, plannedCount ?? 0)
    let place = index < 0 ? count + index : index
    guard (0..<count).contains(place) else { return nil }
    return place < values.count ? values[place] : .nan
  }

  /// "not finite from epoch 14"; nil for a series that is whole.
  var breakWords: String? {
    brokenAt.map { "not finite from \(positionTitle) \($0)" }
  }
}
