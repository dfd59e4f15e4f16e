import Execution

/// A line chart as marks: axes, curves, and the words beside them.
struct LineChartDrawing: Sendable {
  let size: Size
  private let layout: LineChartLayout
  private let curves: [Curve]
  private let endLabels: EndLabels?
  private let legend: Legend?
  private let hatching: Hatching?
  private let references: [ReferenceMark]
  private let highlights: [HighlightMark]
  private let remark: String?

  init(_ chart: LineChart, title: String, identifier: String) {
    let layout = LineChartLayout(chart, title: title)
    let curves = chart.series.map { Curve($0, x: layout.x, y: layout.y) }
    let endLabels = layout.naming == .atEnds ? EndLabels(curves, chart.seriesTitle, layout) : nil
    legend = layout.naming == .legend ? Legend(curves, top: layout.footer) : nil
    remark = LineChartDescription.remark(on: curves.map(\.summary), chart)

    var space = FreeSpace(layout.plot)
    for curve in curves {
      for piece in curve.vertices.pieces {
        for (start, end) in zip(piece, piece.dropFirst()) { space.addLine(from: start, to: end) }
      }
    }
    hatching = Hatching(curves, layout, space: &space, identifier: identifier)
    highlights = curves.compactMap { HighlightMark($0, layout, space: &space) }
    references = chart.references.compactMap { ReferenceMark($0, layout, space: &space) }
    let footer = layout.footer + (legend?.height ?? 0) + (remark == nil ? 2 : 20)
    size = Size(width: LineChartLayout.width, height: max(360, footer))
    self.layout = layout
    self.curves = curves
    self.endLabels = endLabels
  }

  func draw(into markup: inout Markup) {
    layout.headline.draw(into: &markup, top: 4)
    hatching?.draw(into: &markup)
    AxisMarks(x: layout.x, y: layout.y, plot: layout.plot).draw(into: &markup)
    for reference in references { reference.drawLine(into: &markup) }
    for curve in curves { curve.draw(into: &markup) }
    endLabels?.draw(into: &markup)
    for reference in references { reference.drawLabel(into: &markup) }
    for highlight in highlights { highlight.draw(into: &markup) }
    hatching?.drawLabel(into: &markup)
    legend?.draw(into: &markup)
    if curves.allSatisfy({ $0.summary.drawn == 0 }) { drawEmptiness(into: &markup) }
    if let remark {
      TextMark(remark, at: Point(x: 2, y: size.height - 6), style: "remark").draw(into: &markup)
    }
  }

  private func drawEmptiness(into markup: inout Markup) {
    let plot = layout.plot
    let middle = Point(x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2)
    TextMark("no values to draw", at: middle, .middle, style: "label halo").draw(into: &markup)
  }
}
