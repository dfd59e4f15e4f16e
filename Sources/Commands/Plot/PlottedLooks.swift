import Execution

/// How the series of a plot are told apart: by names, colours, strokes and panels.
///
/// Training and validation of one block share a hue, since their strokes differ. The runs of a sweep go from light to dark along one setting, by its
/// value, have a hue for each value of another one, a stroke for each of a third, and a panel for each of a fourth.
struct PlottedLooks {
  private let names: [String]
  /// The hue of each path, from 0.
  private let hues: [Int]
  /// The setting whose values have a panel each.
  private let facet: String?
  private let ramp: String
  /// Whether strokes tell settings apart, and not what training sees from what it does not.
  private let hasStrokes: Bool
  /// Whether the names of paths stand beside the settings of runs: those that the lesson gives, and those that tell series
  /// apart.
  private let showsNames: Bool
  /// What names of runs tell apart: "batch size, learning rate"; nil if not all series are such runs.
  let settingsTitle: String?

  /// The looks of series whose paths are called `names`.
  ///
  /// - Parameters:
  ///   - areNamesGiven: whether the lesson gives some of the names itself.
  ///   - facet: the setting whose values have a panel each; without one, a setting has them for which nothing else is left.
  ///   - ramp: the setting whose values go from light to dark; without one, the seed, so that runs which differ in nothing else
  ///     have shades of one hue.
  ///   - hasStrokes: whether strokes may tell the values of a setting apart.
  init(
    _ series: [PlottedSeries], names: [String], areNamesGiven: Bool = false, facet: String?,
    ramp: String?, hasStrokes: Bool
  ) {
    self.names = names
    let ramp = ramp ?? SweepResult.seed
    self.ramp = ramp
    self.hasStrokes = hasStrokes && series.allSatisfy { $0.mark == .line }
    let facet =
      facet
      ?? series.lazy.compactMap { [hasStrokes = self.hasStrokes] series in
        SettingLooks(series.settings, ramp: ramp, hasStrokes: hasStrokes).panels
      }.first
    self.facet = facet
    hues = Self.hues(series, count: names.count)
    showsNames = areNamesGiven || Set(series.map { names[$0.entry] }).count > 1
    let titles = Set(
      series.map { series in
        series.settings.map(\.axis.name).filter { $0 != facet }.map(spaced)
          .joined(separator: ", ")
      })
    settingsTitle = titles.count == 1 ? titles.first.flatMap { $0.isEmpty ? nil : $0 } : nil
  }

  /// What the paths draw has one hue if it is of one block, measures one thing, and is told apart by
  /// the strokes of lines or by nothing but the mark.
  private static func hues(_ all: [PlottedSeries], count: Int) -> [Int] {
    var kinds: [(block: String, quantity: String?, members: [PlottedSeries])] = []
    return (0..<count).map { entry in
      guard let series = all.first(where: { $0.entry == entry }) else { return 0 }
      let quantity = series.field.map { $0.quantity ?? $0.title }
      let index = kinds.firstIndex { kind in
        kind.block == series.block && kind.quantity == quantity
          && kind.members.allSatisfy { other in
            other.field?.name == series.field?.name
              ? other.mark != series.mark
              : series.mark == .line && other.mark == .line
                && other.field?.isHeldOut != series.field?.isHeldOut
          }
      }
      guard let index else {
        kinds.append((series.block, quantity, [series]))
        return kinds.count - 1
      }
      kinds[index].members.append(series)
      return index
    }
  }

  /// "32, 0.1" for a run of a sweep, else what it or its path is called; both where that is needed.
  func label(of series: PlottedSeries) -> String {
    if let name = series.name { return name }
    let values = series.settings.filter { $0.axis.name != facet }.map(\.value.description)
    return (values + (showsNames || values.isEmpty ? [names[series.entry]] : []))
      .joined(separator: ", ")
  }

  func color(of series: PlottedSeries) -> Series.Color {
    let hue = hues[series.entry]
    let looks = settingLooks(of: series)
    guard let shading = looks.shade else { return .category(hue) }
    let ownHue = hue * (looks.hue?.axis.values.count ?? 1) + (looks.hue?.place ?? 0)
    var (place, count) = (0, 1)
    for setting in looks.others + [shading] {
      place = place * setting.axis.values.count + setting.rank
      count *= setting.axis.values.count
    }
    return .shade(hue: ownHue, count == 1 ? 0.5 : Double(place) / Double(count - 1))
  }

  /// The stroke of a line that is dashed for no other reason.
  func stroke(of series: PlottedSeries) -> Series.Stroke {
    settingLooks(of: series).stroke.map { Series.Stroke.allCases[$0.place] } ?? .solid
  }

  private func settingLooks(of series: PlottedSeries) -> SettingLooks {
    SettingLooks(
      series.settings.filter { $0.axis.name != facet }, ramp: ramp, hasStrokes: hasStrokes)
  }

  /// One panel for each value of the setting that panels tell apart; series of other blocks are in all of them.
  ///
  /// - Parameter layers: what is drawn of the series that belong to a panel.
  func panels(
    of all: [PlottedSeries], layers: ((PlottedSeries) -> Bool) -> [Layer]
  ) -> [Panel] {
    guard let axis = all.lazy.compactMap({ $0.setting(facet) }).first?.axis else {
      return [Panel(title: "", layers: layers { _ in true })]
    }
    return axis.values.map { value in
      Panel(
        title: PlottedSeries.Setting(axis: axis, value: value).words,
        layers: layers { plotted in plotted.setting(axis.name).map { $0.value == value } ?? true })
    }
  }
}

/// What tells the settings of a run apart from those of others.
private struct SettingLooks {
  /// The setting that goes from light to dark: the one called for, else the last, of three or more the last that has numbers,
  /// other than the first.
  let shade: PlottedSeries.Setting?
  /// The first of the others.
  let hue: PlottedSeries.Setting?
  /// The next one with no more values than there are strokes.
  let stroke: PlottedSeries.Setting?
  /// Those that nothing is left for.
  let others: [PlottedSeries.Setting]

  init(_ settings: [PlottedSeries.Setting], ramp: String, hasStrokes: Bool) {
    let ordered = settings.count > 2 ? settings.dropFirst().last { $0.axis.isNumeric } : nil
    let shade = settings.first { $0.axis.name == ramp } ?? ordered ?? settings.last
    var rest = settings.filter { $0.axis.name != shade?.axis.name }
    hue = rest.isEmpty ? nil : rest.removeFirst()
    let strokes = 2...Series.Stroke.allCases.count
    let place = hasStrokes ? rest.firstIndex { strokes.contains($0.axis.values.count) } : nil
    stroke = place.map { rest.remove(at: $0) }
    self.shade = shade
    others = rest
  }

  /// The setting that panels have to tell apart; nil if there is none.
  var panels: String? { others.first { $0.axis.values.count > 1 }?.axis.name }
}

extension PlottedSeries.Setting {
  /// Which of the values as written it has.
  fileprivate var place: Int { axis.values.firstIndex(of: value) ?? 0 }
  /// Which of the values it has when they are in rising order, if they have one.
  fileprivate var rank: Int {
    guard axis.isNumeric, let number = value.number else { return place }
    return axis.values.compactMap(\.number).sorted().firstIndex(of: number) ?? 0
  }
}
