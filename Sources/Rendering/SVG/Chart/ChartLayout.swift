import Execution

/// Where the parts of a chart go.
struct ChartLayout: Sendable {
  /// How the series get their names.
  enum Naming: Sendable, Equatable {
    /// Beside their ends.
    case atEnds
    /// In a list below the plots, by numbers that stand at their ends.
    case inList
    /// Not at all: the one series is what the axis says.
    case none
  }

  static let width = 640.0
  static let labelSize = 12.0
  /// The room between a plot and the labels beside it.
  static let gutter = 18.0
  /// Up to how many names there are numbers at the ends of series.
  private static let mostNumbers = 40
  private static let widestLabel = 176.0
  private static let widestLabelOfPanel = 72.0

  let headline: Headline
  let panels: [PanelFrame]
  /// How far above a plot the titles of the axes stand: above its own title.
  let titleRise: Double
  let naming: Naming
  /// How many names a list of them has.
  let names: [String]
  /// Whether the words of a categorical axis are too long to stand side by side.
  let slantsLabels: Bool
  /// Whether the names in a list have numbers that stand at the ends of series, too: bars and single points have none, and a
  /// number over a bar would be taken for its value.
  let isNumbered: Bool
  /// The smallest step between two places along x.
  let step: Double
  /// Where what belongs below the axes begins.
  let footer: Double

  init(_ figure: Figure) {
    let series = figure.allSeries
    names = figure.names
    naming = Self.naming(figure, names: names)
    isNumbered =
      naming == .inList && (2...Self.mostNumbers).contains(names.count)
      && (figure.haveEnds || !figure.marks.isSubset(of: [.points, .bars]))
    headline = Headline(figure.title, width: Self.width - 4)
    step = Self.step(figure)

    let isSquare = figure.isSquare || figure.sharesLimits
    var grid = PanelGrid(
      count: figure.panels.count, areSquares: isSquare, haveOwnAxes: figure.hasOwnAxes,
      plotHeight: Self.plotHeight(figure, isSquare: isSquare, names.count, naming))
    let values = series.lazy.flatMap { zip($0.x, $0.y) }
      .filter { figure.x.canShow($0.0) && figure.y.canShow($0.1) }
    let smoothed = series.lazy.compactMap(\.smoothing).flatMap(\.values)
    let heights = Array(values.map(\.1)) + Array(smoothed) + figure.references.compactMap(\.y)
    let places = Array(values.map(\.0))
    let yDomain = AxisDomain(
      figure.standingOnZero, showing: heights + (figure.sharesLimits ? places : []), extends: true,
      mostTicks: grid.plotHeight > 200 ? 6 : 5)
    let anyY = Scale(figure.y, domain: yDomain, from: grid.plotHeight, to: 0)

    let left = max(AxisMarks.labelWidth(anyY.ticks) + 10, 24)
    let endRoom = Self.endRoom(naming, names: names, haveEnds: figure.haveEnds)
    let widest = grid.plotWidth(left: left, endRoom: endRoom)
    let plotWidth = isSquare ? min(widest, grid.plotHeight) : widest
    if isSquare { grid.plotHeight = plotWidth }
    var xDomain =
      figure.sharesLimits
      ? yDomain
      : AxisDomain(
        figure.x, showing: places, extends: !figure.x.isCounted(by: series),
        mostTicks: Self.mostTicks(plotWidth))
    if figure.hasBars, figure.x.scale == .linear, figure.x.limits == nil { xDomain.widen(by: step) }

    let labels =
      figure.x.categories.map {
        TextMetrics.width($0, size: AxisMarks.tickSize)
      }.max() ?? 0
    slantsLabels = labels > plotWidth / Double(max(figure.x.categories.count, 1)) - 6
    let xRoom = slantsLabels ? min(labels, AxisMarks.longestLabel) * 0.64 + 34 : 48

    let inset = figure.x.scale == .categorical || figure.hasBars || isSquare ? 0.0 : 6
    let titles = figure.panels.map { PanelFrame.titleLines($0.title, width: plotWidth) }
    let mostLines = titles.map(\.count).max() ?? 0
    let moreLines = Double(max(0, mostLines - 1)) * PanelFrame.titleLineHeight
    // The value of a bar that is as high as its plot stands between the plot and its title.
    let valueRoom = mostLines > 0 && figure.hasBars && figure.x.scale == .categorical ? 12.0 : 0
    let titleRoom = moreLines + valueRoom
    titleRise = 15 + (mostLines == 0 ? 0 : 16 + titleRoom)
    let top = 6 + headline.height + 36 + (grid.isSingle && mostLines == 0 ? 0 : 18) + titleRoom
    panels = figure.panels.enumerated().map { index, panel in
      let (row, column) = (index / grid.columns, index % grid.columns)
      let plotLeft = left + Double(column) * (plotWidth + endRoom + grid.gap)
      let plotTop = top + Double(row) * (grid.plotHeight + grid.rowGap + titleRoom)
      let plot = Rectangle(
        left: plotLeft, top: plotTop, right: plotLeft + plotWidth,
        bottom: plotTop + grid.plotHeight)
      return PanelFrame(
        title: panel.title, titleLines: titles[index], titleGap: 9 + valueRoom, plot: plot,
        x: Scale(
          panel.x ?? figure.x, domain: Self.ownDomain(panel, plotWidth) ?? xDomain,
          from: plot.left + inset, to: plot.right),
        y: Scale(figure.y, domain: yDomain, from: plot.bottom, to: plot.top),
        showsXLabels: figure.hasOwnAxes || index + grid.columns >= figure.panels.count,
        showsYLabels: column == 0)
    }
    footer = (panels.map(\.plot.bottom).max() ?? top) + xRoom
  }

  /// What the horizontal axis of a panel shows, if it has one of its own. Of a histogram, what is counted tells whether
  /// numbers are whole, and not where its bins begin.
  private static func ownDomain(_ panel: Panel, _ width: Double) -> AxisDomain? {
    panel.x.map { axis in
      let places = panel.allSeries.flatMap { series in
        series.bins?.extent.map { [$0.lowerBound, $0.upperBound] } ?? series.x
      }
      return AxisDomain(axis, showing: places, extends: false, mostTicks: mostTicks(width))
    }
  }

  /// A tall plot where many series need room for their numbers.
  private static func plotHeight(
    _ figure: Figure, isSquare: Bool, _ names: Int, _ naming: Naming
  ) -> Double? {
    guard figure.panels.count == 1 else { return nil }
    let numbers = naming == .inList ? Double(min(names, mostNumbers)) * 11 : 0
    return max(
      (isSquare ? 440 : 360) - 48 - 42 - Headline(figure.title, width: width - 4).height,
      numbers)
  }

  private static func mostTicks(_ width: Double) -> Int {
    width < 200 ? 4 : width < 420 ? 6 : 9
  }

  private static func naming(_ figure: Figure, names: [String]) -> Naming {
    // A title begins with a capital letter.
    let saidElsewhere = [figure.y.title, figure.y.quantity, figure.title].map { $0.lowercased() }
    let isSaidElsewhere = names.count == 1 && saidElsewhere.contains(names[0].lowercased())
    if names.isEmpty || isSaidElsewhere && !figure.isSmoothed { return .none }
    let series = figure.allSeries
    let isSmall = figure.panels.count > 1
    let widest = names.map { TextMetrics.width($0, size: labelSize) }.max() ?? 0
    let isRamp = series.allSatisfy { if case .shade = $0.color { true } else { false } }
    let most = isSmall ? 6 : isRamp ? 14 : 8
    let limit = isSmall ? widestLabelOfPanel : widestLabel
    return figure.haveEnds && widest <= limit && names.count <= most ? .atEnds : .inList
  }

  /// The room to the right of each plot.
  private static func endRoom(_ naming: Naming, names: [String], haveEnds: Bool) -> Double {
    switch naming {
    case .none: return 4
    case .inList: return (2...mostNumbers).contains(names.count) && haveEnds ? gutter + 20 : 4
    case .atEnds:
      return (names.map { TextMetrics.width($0, size: labelSize) }.max() ?? 0) + gutter + 4
    }
  }

  /// The smallest step between two places of the bars along x.
  private static func step(_ figure: Figure) -> Double {
    guard figure.hasBars, figure.x.scale == .linear else { return 1 }
    let isSorted = figure.allSeries.allSatisfy(\.isAscending)
    let places: [[Double]] = figure.allSeries.map { series in
      let shown = series.x.filter { figure.x.canShow($0) }
      return isSorted ? shown : Set(shown).sorted()
    }
    let steps = places.compactMap { places in
      zip(places, places.dropFirst()).lazy.map { left, right in right - left }.filter { $0 > 0 }
        .min()
    }
    // A single place has a step as wide as the axis around it.
    let farthest = places.joined().map(\.magnitude).max() ?? 0
    return steps.min() ?? max(1, farthest * 0.2)
  }
}

/// How small multiples stand beside and below one another.
struct PanelGrid: Sendable {
  /// Between two plots side by side; labels below both of them need more.
  let gap: Double
  /// Between a plot and the one below it.
  let rowGap: Double
  let count: Int
  var plotHeight: Double
  private let areSquares: Bool

  /// A grid of plots; without a height, that of small multiples.
  init(count: Int, areSquares: Bool, haveOwnAxes: Bool, plotHeight: Double?) {
    gap = haveOwnAxes ? 26 : 16
    rowGap = haveOwnAxes ? 56 : 36
    self.count = count
    self.areSquares = areSquares
    let columns = Self.columns(count, areSquares)
    let heights = areSquares ? (two: 270.0, three: 180.0) : (two: 190.0, three: 150.0)
    self.plotHeight = plotHeight ?? (columns == 2 ? heights.two : heights.three)
  }

  var isSingle: Bool { count <= 1 }

  var columns: Int { Self.columns(count, areSquares) }

  private static func columns(_ count: Int, _ areSquares: Bool) -> Int {
    switch count {
    case ...1: 1
    case 2, 4: 2
    case 3 where areSquares: 2
    default: 3
    }
  }

  /// The width of each plot, with room for the labels to its right.
  func plotWidth(left: Double, endRoom: Double) -> Double {
    let gaps = Double(columns - 1) * gap
    let available = ChartLayout.width - left - 10 - gaps - Double(columns) * endRoom
    return max(60, available / Double(columns))
  }
}

extension Figure {
  /// The labels of the series, each once, in their order.
  var names: [String] {
    var seen: Set<String> = []
    return allSeries.map(\.label).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// The marks that are used.
  var marks: Set<Mark> {
    Set(
      panels.flatMap(\.layers).compactMap { layer in
        if case .series(_, let mark) = layer { mark } else { nil }
      })
  }

  /// Whether all series have an end to stand their names by.
  var haveEnds: Bool {
    panels.flatMap(\.layers).allSatisfy { layer in
      guard case .series(let series, let mark) = layer else { return true }
      return !mark.drawing.sharesRoom && series.allSatisfy(\.isAscending)
    }
  }

  /// Whether its two axes show the same values, so that the line of equal ones goes from corner to corner: where there is
  /// such a line, and the author has set no limits.
  var sharesLimits: Bool {
    references.contains { $0.course == .identity }
      && [x, y].allSatisfy { $0.scale == .linear && $0.limits == nil }
  }

  var hasBars: Bool { marks.contains { $0.drawing.sharesRoom } }

  /// The vertical axis with 0 on it if shapes stand there.
  var standingOnZero: Axis {
    var axis = y
    if marks.contains(where: { $0.drawing.standsOnZero }), axis.scale == .linear {
      axis.includes = 0
    }
    return axis
  }
}

extension Axis {
  /// Whether the axis counts epochs or the like, so that it begins and ends with the series.
  func isCounted(by series: [Series]) -> Bool {
    scale == .linear
      && series.allSatisfy { $0.isAscending && $0.x.allSatisfy { $0 == $0.rounded() } }
  }
}

extension Series {
  /// Whether the points go from left to right.
  var isAscending: Bool { zip(x, x.dropFirst()).allSatisfy { $0 <= $1 } }
}
