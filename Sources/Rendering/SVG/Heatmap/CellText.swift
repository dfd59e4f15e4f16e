import Execution

/// The words within the cells of a heatmap, all in one size; left out when they do not fit. Where classes are counted and only
/// the counts fit, these stand alone.
struct CellText: Sendable {
  /// The sizes of a cell's lines, and how many of them stand in it.
  private struct Setting {
    /// The first line says most and stands out.
    var leading: Double
    var following: Double
    var lines = Int.max
    /// The room to both sides together.
    var padding = 8.0

    func fits(_ words: [String], _ layout: HeatmapLayout) -> Bool {
      let words = words.prefix(lines)
      let widths = words.enumerated().map {
        TextMetrics.width($1, size: $0 == 0 ? leading : following)
      }
      let height = leading + Double(max(words.count - 1, 0)) * following * 1.35
      return (widths.max() ?? 0) <= layout.cellWidth - padding && height <= layout.cellHeight - 6
    }
  }

  private static let wholeTexts = [(15.0, 11.5), (13, 10.5), (11, 9), (9, 8)].map {
    Setting(leading: $0, following: $1)
  }
  private static let countsAlone = [13.0, 11, 9, 8].map {
    Setting(leading: $0, following: 0, lines: 1, padding: 4)
  }

  private let setting: Setting?
  /// Words that stand in place of numbers are longer, and may be smaller, or the first of them alone.
  private let settingOfLost: Setting?

  /// The largest size in which every cell's text fits its cell.
  init(_ heatmap: Heatmap, _ layout: HeatmapLayout) {
    var (texts, textsOfLost): ([[String]], [[String]]) = ([], [])
    for row in heatmap.rowLabels.indices {
      for column in heatmap.columnLabels.indices {
        let lines = heatmap.lines(row, column)
        if heatmap.value(row, column)?.isFinite == true {
          texts.append(lines)
        } else {
          textsOfLost.append(lines)
        }
      }
    }
    let settings = Self.wholeTexts + (heatmap.countsManyClasses ? Self.countsAlone : [])
    let setting = settings.first { setting in texts.allSatisfy { setting.fits($0, layout) } }
    self.setting = setting
    settingOfLost = (Self.wholeTexts + Self.countsAlone).first { candidate in
      candidate.leading <= setting?.leading ?? 0
        && textsOfLost.allSatisfy { candidate.fits($0, layout) }
    }
  }

  /// Writes the lines in the middle of a cell; what is nothing does not stand out.
  func draw(
    _ lines: [String], in cell: Rectangle, on paint: CellPaint, isNothing: Bool, isLost: Bool,
    into markup: inout Markup
  ) {
    guard let setting = isLost ? settingOfLost : setting, !lines.isEmpty else { return }
    let (leading, following) = (setting.leading, setting.following)
    let lines = lines.prefix(setting.lines)
    let x = NumberText.coordinate((cell.left + cell.right) / 2)
    let step = following * 1.35
    let height = leading * 0.72 + Double(lines.count - 1) * step
    var baseline = (cell.top + cell.bottom) / 2 - height / 2 + leading * 0.72
    for (index, line) in lines.enumerated() {
      markup.element(
        "text",
        [
          "class": Self.style(on: paint, standsOut: index == 0 && !isNothing), "x": x,
          "y": NumberText.coordinate(baseline), "text-anchor": "middle",
          "fill": Self.ink(on: paint),
          "font-size": NumberText.coordinate(index == 0 ? leading : following),
        ], text: line)
      baseline += step
    }
  }

  private static func style(on paint: CellPaint, standsOut: Bool) -> String? {
    switch paint {
    case .color: standsOut ? "value" : nil
    case .hatch: "label halo"
    }
  }

  /// The colour of words; nil for the page's own.
  private static func ink(on paint: CellPaint) -> String? {
    if case .color(let color) = paint { color.readableInk.hex } else { nil }
  }
}
