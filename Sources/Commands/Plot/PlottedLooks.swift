import Execution

/// How the series of a plot are told apart: by names and by colours.
///
/// Training and validation of one block share a hue, since their strokes differ. The runs of a sweep go from light to dark along one setting, by its
/// value, and have a hue for each value of another one.
struct PlottedLooks {
  private let names: [String]
  /// The hue of each path, from 0.
  private let hues: [Int]
  private let facet: String?
  private let ramp: String?
  /// Whether series have to be told apart by their paths.
  private let hasSeveralNames: Bool
  /// What names of runs tell apart: "batch size, learning rate"; nil if not all series are such runs.
  let settingsTitle: String?

  /// The looks of series whose paths are called `names`.
  init(_ series: [PlottedSeries], names: [String], facet: String?, ramp: String?) {
    self.names = names
    self.facet = facet
    self.ramp = ramp
    hues = Self.hues(series, count: names.count)
    hasSeveralNames = Set(series.map { names[$0.entry] }).count > 1
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
    return (values + (hasSeveralNames || values.isEmpty ? [names[series.entry]] : []))
      .joined(separator: ", ")
  }

  func color(of series: PlottedSeries) -> Series.Color {
    let hue = hues[series.entry]
    let settings = series.settings.filter { $0.axis.name != facet }
    guard let shading = settings.first(where: { $0.axis.name == ramp }) ?? settings.last else {
      return .category(hue)
    }
    var others = settings.filter { $0.axis.name != shading.axis.name }
    let outer = others.isEmpty ? nil : others.removeFirst()
    let ownHue = hue * (outer?.axis.values.count ?? 1) + (outer?.place ?? 0)
    var (place, count) = (0, 1)
    for setting in others + [shading] {
      place = place * setting.axis.values.count + setting.rank
      count *= setting.axis.values.count
    }
    return .shade(hue: ownHue, count == 1 ? 0.5 : Double(place) / Double(count - 1))
  }
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
