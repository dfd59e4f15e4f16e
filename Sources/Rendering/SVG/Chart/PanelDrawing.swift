import Execution

/// One plot of a chart: its axes and series, and the words within it.
struct PanelDrawing: Sendable {
  let shapes: [DrawnSeries]
  private let frame: PanelFrame
  private let layout: ChartLayout
  private let hatching: Hatching?
  private let references: [ReferenceMark]
  private let planes: [PlaneMark]
  private let highlights: [HighlightMark]

  init(_ figure: Figure, _ index: Int, _ layout: ChartLayout, identifier: String) {
    let frame = layout.panels[index]
    let shapes = Self.shapes(of: figure, index, layout)
    var space = FreeSpace(frame.plot)
    for shape in shapes {
      for line in shape.shapes.outlines {
        for (start, end) in zip(line, line.dropFirst()) { space.addLine(from: start, to: end) }
      }
      for words in shape.shapes.words { space.addWords(words) }
      if let leader = EndLabels.leader(across: frame, from: shape, layout) {
        space.addLine(from: leader.start, to: leader.end)
      }
    }
    hatching = Hatching(shapes, frame, space: &space, identifier: identifier)
    let lines = figure.references.filter(\.isDrawn)
    for case .place(let place) in lines.map(\.course) {
      guard let ends = ReferenceMark.ends(ofPlace: place, frame) else { continue }
      space.addLine(from: ends.0, to: ends.1)
    }
    let levels = lines.compactMap { $0.y.map(frame.y.position) }
    highlights = shapes.compactMap {
      HighlightMark($0.series, frame, levels: levels, space: &space)
    }
    references = figure.references.compactMap {
      // Words beside a slanted line would lie among points, which curves in a square leave alone.
      let isNamed = figure.panels.count == 1 && ($0.course != .identity || figure.isSquare)
      return ReferenceMark($0, frame, isNamed: isNamed, levels: levels, space: &space)
    }
    planes = figure.panels[index].planes.map { PlaneMark($0, in: frame.plot) }
    self.frame = frame
    self.layout = layout
    self.shapes = shapes
  }

  private static func shapes(of figure: Figure, _ index: Int, _ layout: ChartLayout)
    -> [DrawnSeries]
  {
    let frame = layout.panels[index]
    let panel = figure.panels[index]
    let sharing = panel.layers.reduce(0) { count, layer in
      guard case .series(let series, let mark) = layer, mark.drawing.sharesRoom else {
        return count
      }
      return count + series.count
    }
    var slot = 0
    return panel.layers.flatMap { layer -> [DrawnSeries] in
      guard case .series(let allSeries, let mark) = layer else { return [] }
      return allSeries.map { series in
        let placed = PlacedSeries(
          series: series, x: frame.x, y: frame.y,
          rank: layout.names.all.firstIndex(of: series.label) ?? 0, step: layout.step,
          slot: (slot, sharing), isSparse: figure.allSeries.count <= 16 && panel.planes.isEmpty)
        if mark.drawing.sharesRoom { slot += 1 }
        return DrawnSeries(
          series: series, panel: index, shapes: mark.drawing.init(placed),
          summary: SeriesSummary(series, x: figure.x, y: figure.y))
      }
    }
  }

  var isHatched: Bool { hatching != nil }

  /// The highlights whose words have no place in the plot.
  var unnamedHighlights: [String] { highlights.compactMap(\.unplacedLabel) }

  /// The lines whose words have no place in the plot.
  var unnamedReferences: [String] {
    references.compactMap(\.unplacedLabel)
  }

  /// Draws what lies below the series.
  func drawBelow(into markup: inout Markup) {
    hatching?.draw(into: &markup)
    for plane in planes { plane.draw(into: &markup) }
    AxisMarks(frame, slantsLabels: layout.slantsLabels).draw(into: &markup)
    frame.drawTitle(into: &markup)
    for reference in references { reference.drawLine(into: &markup) }
  }

  /// Draws the words within the plot.
  func drawAbove(into markup: inout Markup) {
    for reference in references { reference.drawLabel(into: &markup) }
    for highlight in highlights { highlight.draw(into: &markup) }
    hatching?.drawLabel(into: &markup)
    guard planes.isEmpty, shapes.allSatisfy({ $0.summary.drawn == 0 }) else { return }
    let plot = frame.plot
    let middle = Point(x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2)
    TextMark("no values to draw", at: middle, .middle, style: "label halo").draw(into: &markup)
  }
}
