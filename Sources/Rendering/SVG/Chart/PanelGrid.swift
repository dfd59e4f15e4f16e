import Execution

/// How small multiples stand beside and below one another, or a plot by itself.
struct PanelGrid: Sendable {
  let columns: Int
  private(set) var plotHeight: Double
  private(set) var plotWidth = 0.0
  private let areSquares: Bool
  /// Between two plots side by side; labels below both of them need more.
  private let gap: Double
  /// Between a plot and the one below it.
  private let rowGap: Double
  /// The room to the right of each plot.
  private let endRoom: Double
  private var left = 0.0

  private static let narrowest = 60.0

  /// A grid whose plots have their heights; their widths depend on the labels to their left.
  init(_ figure: Figure, _ names: SeriesNames, below headline: Headline) {
    areSquares = figure.hasSquarePlots
    gap = figure.hasOwnAxes ? 26 : 16
    rowGap = figure.hasOwnAxes ? 56 : 36
    endRoom = names.endRoom
    columns = Self.columns(figure.panels.count, areSquares)
    if figure.panels.count == 1 {
      // A tall plot where many series need room for their numbers.
      plotHeight = max((areSquares ? 440 : 360) - 48 - 42 - headline.height, names.heightOfNumbers)
    } else {
      let heights = areSquares ? (two: 270.0, three: 180.0) : (two: 190.0, three: 150.0)
      plotHeight = columns == 2 ? heights.two : heights.three
    }
  }

  private static func columns(_ count: Int, _ areSquares: Bool) -> Int {
    switch count {
    case ...1: 1
    case 2, 4: 2
    case 3 where areSquares: 2
    default: 3
    }
  }

  /// Gives the plots the width that is left beside labels of a width.
  mutating func spread(from left: Double) {
    self.left = left
    let gaps = Double(columns - 1) * gap
    let available = ChartLayout.width - left - 10 - gaps - Double(columns) * endRoom
    let widest = max(Self.narrowest, available / Double(columns))
    plotWidth = areSquares ? min(widest, plotHeight) : widest
    if areSquares { plotHeight = plotWidth }
  }

  /// Where a plot goes, if the first begins at `top` and the titles of those below take some room.
  func plot(_ index: Int, top: Double, titleRoom: Double) -> Rectangle {
    let (row, column) = (Double(index / columns), Double(index % columns))
    let left = left + column * (plotWidth + endRoom + gap)
    let top = top + row * (plotHeight + rowGap + titleRoom)
    return Rectangle(left: left, top: top, right: left + plotWidth, bottom: top + plotHeight)
  }
}
