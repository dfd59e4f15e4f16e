import Execution

/// How the series of a chart get their names, and the room that these take.
struct SeriesNames: Sendable {
  enum Place: Sendable, Equatable {
    /// Beside the ends of the series.
    case atEnds
    /// In a list below the plots, by numbers that stand at the ends.
    case inList
    /// Nowhere: the one series is what the axis says.
    case nowhere
  }

  /// Each name once, in the order of the series.
  let all: [String]
  let place: Place
  /// Whether the names in a list have numbers that stand at the ends of series, too: bars, single points and panels of
  /// histograms have none, and a number over a bar would be taken for its value.
  let areNumbered: Bool
  private let haveEnds: Bool

  /// Up to how many names there are numbers at the ends of series.
  private static let mostNumbers = 40
  private static let widestLabel = 176.0
  private static let widestLabelOfPanel = 72.0

  init(_ figure: Figure) {
    all = figure.names
    haveEnds = figure.haveEnds
    place = Self.place(figure, all, haveEnds)
    areNumbered =
      place == .inList && (2...Self.mostNumbers).contains(all.count)
      && !figure.hasPanelsOfHistograms
      && (haveEnds || !figure.marks.isSubset(of: [.points, .bars]))
  }

  private static func place(_ figure: Figure, _ names: [String], _ haveEnds: Bool) -> Place {
    // A title begins with a capital letter.
    let saidElsewhere = [figure.y.title, figure.y.quantity, figure.title].map { $0.lowercased() }
    let isSaidElsewhere = names.count == 1 && saidElsewhere.contains(names[0].lowercased())
    if names.isEmpty || isSaidElsewhere && !figure.isSmoothed { return .nowhere }
    let isSmall = figure.panels.count > 1
    let isRamp = figure.allSeries.allSatisfy { if case .shade = $0.color { true } else { false } }
    let most = isSmall ? 6 : isRamp ? 14 : 8
    let limit = isSmall ? widestLabelOfPanel : widestLabel
    return haveEnds && width(names) <= limit && names.count <= most ? .atEnds : .inList
  }

  private static func width(_ names: [String]) -> Double {
    names.map { TextMetrics.width($0, size: ChartLayout.labelSize) }.max() ?? 0
  }

  /// The room to the right of each plot.
  var endRoom: Double {
    switch place {
    case .nowhere: 4
    case .inList:
      (2...Self.mostNumbers).contains(all.count) && haveEnds ? ChartLayout.gutter + 20 : 4
    case .atEnds: Self.width(all) + ChartLayout.gutter + 4
    }
  }

  /// How high a plot has to be for the numbers beside it.
  var heightOfNumbers: Double {
    place == .inList ? Double(min(all.count, Self.mostNumbers)) * 11 : 0
  }
}
