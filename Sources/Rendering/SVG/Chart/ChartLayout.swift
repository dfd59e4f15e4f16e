import Execution

/// Where the parts of a chart go.
struct ChartLayout: Sendable {
  static let width = 640.0
  static let labelSize = 12.0
  /// The room between a plot and the labels beside it.
  static let gutter = 18.0

  let headline: Headline
  let panels: [PanelFrame]
  /// How far above a plot the titles of the axes stand: above its own title.
  let titleRise: Double
  let names: SeriesNames
  /// Whether the words of a categorical axis are too long to stand side by side.
  let slantsLabels: Bool
  /// The smallest step between two places along x.
  let step: Double
  /// Where what belongs below the axes begins.
  let footer: Double

  init(_ figure: Figure) {
    names = SeriesNames(figure)
    headline = Headline(figure.title, width: Self.width - 4)
    step = Self.step(figure)
    var grid = PanelGrid(figure, names, below: headline)
    let shown = figure.shownPlaces
    let yDomain = Self.yDomain(figure, shown, height: grid.plotHeight)
    grid.spread(from: Self.left(figure.y, yDomain, height: grid.plotHeight))
    let xDomain = Self.xDomain(figure, shown, width: grid.plotWidth, step: step) ?? yDomain
    slantsLabels = Self.slantsLabels(figure.x.categories, width: grid.plotWidth)
    let titles = PanelTitles(figure, width: grid.plotWidth)
    titleRise = titles.rise

    let top = 6 + headline.height + titles.room
    let inset = figure.standsOnEdge ? 0.0 : 6
    // Lines end at the edge, beside their names; points stand wholly within the plot.
    let insetOfPoints = figure.marks.contains(.points) ? inset : 0
    panels = figure.panels.enumerated().map { index, panel in
      let plot = grid.plot(index, top: top, titleRoom: titles.moreRoom)
      return PanelFrame(
        title: panel.title, titleLines: titles.lines[index], titleGap: titles.gap, plot: plot,
        x: Scale(
          panel.x ?? figure.x, domain: Self.ownDomain(panel, grid.plotWidth) ?? xDomain,
          from: plot.left + inset, to: plot.right - insetOfPoints),
        y: Scale(figure.y, domain: yDomain, from: plot.bottom, to: plot.top),
        showsXLabels: figure.hasOwnAxes || index + grid.columns >= figure.panels.count,
        showsYLabels: index % grid.columns == 0)
    }
    footer =
      (panels.map(\.plot.bottom).max() ?? top)
      + (slantsLabels ? Self.slantedRoom(figure.x.categories) : 48)
  }

  /// What the vertical axis shows.
  private static func yDomain(
    _ figure: Figure, _ shown: [(x: Double, y: Double)], height: Double
  ) -> AxisDomain {
    let smoothed = figure.allSeries.lazy.compactMap(\.smoothing).flatMap(\.values)
    let levels = figure.references.filter(\.isDrawn).compactMap(\.y)
    let heights = shown.map(\.y) + Array(smoothed) + levels
    return AxisDomain(
      figure.standingOnZero, showing: heights + (figure.sharesLimits ? shown.map(\.x) : []),
      extends: true, mostTicks: height > 200 ? 6 : 5)
  }

  /// What the horizontal axis shows; nil for the same as the vertical one.
  private static func xDomain(
    _ figure: Figure, _ shown: [(x: Double, y: Double)], width: Double, step: Double
  ) -> AxisDomain? {
    if figure.sharesLimits { return nil }
    var domain = AxisDomain(
      figure.x, showing: shown.map(\.x),
      extends: !figure.x.isCounted(by: figure.allSeries), mostTicks: mostTicks(width))
    if figure.hasBars, figure.x.scale == .linear, figure.x.limits == nil { domain.widen(by: step) }
    return domain
  }

  /// Where the first plot begins: beside the labels of the vertical axis.
  private static func left(_ axis: Axis, _ domain: AxisDomain, height: Double) -> Double {
    let scale = Scale(axis, domain: domain, from: height, to: 0)
    return max(AxisMarks.labelWidth(scale.ticks) + 10, 24)
  }

  private static func slantsLabels(_ categories: [String], width: Double) -> Bool {
    let step = width / Double(max(categories.count, 1))
    return !TextMetrics.haveRoom(
      categories, size: AxisMarks.tickSize, step: step, air: 6, margin: 6)
  }

  /// The room that slanted labels take, with the title of the axis below them.
  private static func slantedRoom(_ categories: [String]) -> Double {
    let widest = categories.map { TextMetrics.width($0, size: AxisMarks.tickSize) }.max() ?? 0
    return min(widest, AxisMarks.longestLabel) * 0.64 + 34
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

  private static func mostTicks(_ width: Double) -> Int {
    width < 200 ? 4 : width < 420 ? 6 : 9
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
