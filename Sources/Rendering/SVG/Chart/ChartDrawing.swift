import Execution

/// A chart as shapes: axes, the marks of its series, and the words beside them.
struct ChartDrawing: Sendable {
  let size: Size
  private let figure: Figure
  private let layout: ChartLayout
  private let panels: [PanelDrawing]
  private let entries: [Entry]
  private let endLabels: [EndLabels]
  private let key: ShadeKey?
  private let list: NameList?
  private let remarks: [String]
  private let identifier: String

  private static let mostFocused = 14

  init(_ figure: Figure, identifier: String) {
    let layout = ChartLayout(figure)
    let panels = figure.panels.indices.map { index in
      PanelDrawing(figure, index, layout, identifier: identifier)
    }
    let entries = Entry.entries(of: panels.map(\.shapes), names: layout.names.all)
    endLabels = layout.panels.indices.map { EndLabels(entries, panel: $0, figure, layout) }
    key = ShadeKey(figure, top: layout.footer)
    let footerOfKey = layout.footer + (key?.height ?? 0)
    list =
      layout.names.place == .inList ? NameList(entries, figure, layout, top: footerOfKey + 6) : nil
    remarks = Self.remarks(panels, figure)
    let footer = footerOfKey + (list?.height ?? 0) + Double(remarks.count) * 16 + 4
    size = Size(width: ChartLayout.width, height: footer.rounded(.up))
    self.figure = figure
    self.layout = layout
    self.panels = panels
    self.entries = entries
    self.identifier = identifier
  }

  /// Whether the names take the focus of the keyboard: not where it would have to go past very many.
  var takesFocus: Bool { (2...Self.mostFocused).contains(entries.count) }

  func draw(into markup: inout Markup) {
    drawDefinitions(into: &markup)
    drawSilently(into: &markup, drawBelow)
    markup.element("g", ["class": "entries"]) { markup in
      markup.newline()
      for entry in entries { draw(entry, into: &markup) }
    }
    markup.newline()
    drawSilently(into: &markup, drawAbove)
  }

  /// Draws what the description says in better words. Beside parts that take the focus, a screen reader would go through
  /// it tick by tick; without them, the whole drawing is one image.
  private func drawSilently(into markup: inout Markup, _ content: (inout Markup) -> Void) {
    if takesFocus {
      markup.element("g", ["aria-hidden": "true"], content)
    } else {
      content(&markup)
    }
  }

  private func drawBelow(into markup: inout Markup) {
    layout.headline.draw(into: &markup, top: 4)
    for panel in panels { panel.drawBelow(into: &markup) }
    drawTitles(into: &markup)
    for labels in endLabels { labels.drawTitle(into: &markup) }
    key?.draw(into: &markup)
    list?.drawTitle(into: &markup)
  }

  private func drawAbove(into markup: inout Markup) {
    for panel in panels { panel.drawAbove(into: &markup) }
    for (index, remark) in remarks.enumerated() {
      let baseline = size.height - 6 - Double(remarks.count - 1 - index) * 16
      TextMark(remark, at: Point(x: 2, y: baseline), style: "remark").draw(into: &markup)
    }
  }

  /// What is to be said below the plots, in lines that fit.
  private static func remarks(_ panels: [PanelDrawing], _ figure: Figure) -> [String] {
    let references = (panels.first?.unnamedReferences ?? []).map { "dotted grey line \($0)" }
    // Limits of the author's leave out what they are to leave out.
    let distant = figure.references.filter { !$0.isDrawn && $0.y != nil && figure.y.limits == nil }
      .map { "too far away to be drawn: \($0.label)" }
    let dots = panels.flatMap(\.unnamedHighlights).map { "dot: \($0)" }
    let shapes = panels.flatMap(\.shapes)
    let covered = shapes.reduce(0) { $0 + $1.shapes.covered }
    let others = [
      ChartDescription.remark(on: shapes.map(\.summary)),
      covered == 0 ? nil : "\(NumberText.grouped(covered)) points that others cover are not drawn",
    ]
    return (references + distant + dots + others.compactMap(\.self)).flatMap {
      TextMetrics.lines($0, size: 11.5, width: ChartLayout.width - 8, atMost: 2)
    }
  }

  /// A name with its shapes: a pointer over any part of it makes the others step back, and so does the
  /// focus of the keyboard, where a screen reader says how the series run.
  private func draw(_ entry: Entry, into markup: inout Markup) {
    let words = takesFocus ? entry.shapes.map(sentence).joined(separator: " ") : nil
    markup.element(
      "g",
      [
        "class": "entry", "tabindex": takesFocus ? "0" : nil, "role": takesFocus ? "img" : nil,
        "aria-label": words,
      ]
    ) { markup in
      for shape in entry.shapes {
        markup.element(
          "g",
          [
            "class": "series", "style": shape.series.color.strokeStyle,
            "clip-path": isClipped ? "url(#\(identifier)-plot-\(shape.panel))" : nil,
          ]
        ) { markup in
          markup.element("title", text: sentence(on: shape))
          shape.shapes.draw(into: &markup)
        }
      }
      for labels in endLabels { labels.draw(entry, into: &markup) }
      list?.draw(entry, into: &markup)
    }
    markup.newline()
  }

  private func sentence(on shape: DrawnSeries) -> String {
    ChartDescription.sentence(
      on: shape.series, shape.summary, figure, panel: layout.panels[shape.panel].title)
  }

  /// The titles of the axes, which all panels share.
  private func drawTitles(into markup: inout Markup) {
    guard let first = layout.panels.first else { return }
    let right = layout.panels.map(\.plot.right).max() ?? first.plot.right
    let bottom = layout.footer - (layout.slantsLabels ? 4 : 10)
    let middle = (first.plot.left + right) / 2
    let room = 2 * min(middle, ChartLayout.width - middle) - 4
    TextMark(
      Self.fit(AxisMarks.title(first.x), into: room), at: Point(x: middle, y: bottom), .middle,
      style: "axis-title"
    ).draw(into: &markup)
    let top = first.plot.top - layout.titleRise
    let heading = TextMetrics.width(endLabels.first?.title ?? "", size: ChartLayout.labelSize)
    TextMark(
      Self.fit(AxisMarks.title(first.y), into: ChartLayout.width - heading - 20),
      at: Point(x: 2, y: top), style: "axis-title"
    ).draw(into: &markup)
    markup.newline()
  }

  private static func fit(_ title: String, into room: Double) -> String {
    TextMetrics.fit(title, size: ChartLayout.labelSize, into: room)
  }

  /// A square of curves shows the whole of both axes: nothing lies beyond, and lines run along its edges.
  private var isClipped: Bool {
    let showsAll = figure.isSquare && figure.panels.allSatisfy(\.planes.isEmpty)
    return !showsAll && (figure.x.limits != nil || figure.y.limits != nil)
  }

  private func drawDefinitions(into markup: inout Markup) {
    let isHatched = panels.contains { $0.isHatched }
    guard isHatched || isClipped else { return }
    markup.element("defs") { markup in
      if isHatched { HatchPattern(identifier: identifier).draw(into: &markup) }
      guard isClipped else { return }
      for (index, panel) in layout.panels.enumerated() {
        markup.element("clipPath", ["id": "\(identifier)-plot-\(index)"]) { markup in
          panel.plot.draw(style: nil, fill: nil, into: &markup)
        }
      }
    }
    markup.newline()
  }
}
